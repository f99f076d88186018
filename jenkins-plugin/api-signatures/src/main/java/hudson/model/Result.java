package hudson.model;

/** Signatures of {@code hudson.model.Result} in Jenkins core. */
public final class Result {
    public static final Result SUCCESS = new Result();
    public static final Result UNSTABLE = new Result();
    public static final Result FAILURE = new Result();

    private Result() {}
}
