package dev.plumbline.iac.arm.expression;

/** The text is not an expression. The message says why, fit for people, without a full stop. */
public final class ExpressionSyntaxException extends Exception {
    private final int start;
    private final int end;

    ExpressionSyntaxException(String message, int start, int end) {
        super(message);
        this.start = start;
        this.end = end;
    }

    /** Where in the string the fault is; the end is exclusive. */
    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
