package dev.plumbline.rules.expression;

/**
 * A condition cannot be evaluated: CEL's error. The message is for the author of the rule, and holds no value of the
 * scanned files.
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        // Errors are values in CEL, absorbed by && and ||: they need no stack trace.
        super(message, null, false, false);
    }
}
