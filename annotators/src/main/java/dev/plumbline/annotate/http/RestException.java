package dev.plumbline.annotate.http;

/** A request that a platform did not fulfil. The message is fit for people, and holds no secret. */
public final class RestException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status 401 where a token is missing */
    public RestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status; 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** Whether the platform does not let the token do it: then it will let it do nothing else of the kind either. */
    public boolean isRefused() {
        return status == 401 || status == 403 || status == 203 || status == 302;
    }

    /** Whether there is no use in going on: no answer came, or the platform wants no more of us for now. */
    public boolean isFinal() {
        return status == 0 || status == 429 || status >= 500 || isRefused();
    }
}
