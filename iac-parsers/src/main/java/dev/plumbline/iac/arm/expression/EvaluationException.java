package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Unknown;

/** An expression has no value. The message says why, fit for people, without a full stop. */
public final class EvaluationException extends RuntimeException {
    private final Unknown.Cause reason;
    private final int start;
    private final int end;

    EvaluationException(Unknown.Cause reason, String message, int start, int end) {
        super(message, null, false, false);
        this.reason = reason;
        this.start = start;
        this.end = end;
    }

    /** {@link Unknown.Cause#ERROR} where Azure would refuse it, {@code UNSUPPORTED} where only we do not evaluate it. */
    public Unknown.Cause reason() {
        return reason;
    }

    /** Where in the string that holds the expression; the end is exclusive. */
    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
