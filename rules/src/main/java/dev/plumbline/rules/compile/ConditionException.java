package dev.plumbline.rules.compile;

/** A condition is not valid. The message says why. */
public final class ConditionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    /** @param line in the condition's text, from 1 */
    public ConditionException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** The line in the condition's text, from 1. */
    public int line() {
        return line;
    }
}
