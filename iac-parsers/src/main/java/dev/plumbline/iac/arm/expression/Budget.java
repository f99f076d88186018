package dev.plumbline.iac.arm.expression;

/**
 * How much work the evaluation of one template may be, so that a hostile one ends in a diagnostic, not in a hang or an
 * overflow. Not for use by several threads at once.
 */
public final class Budget {

    /** How many values may be made; the largest real templates need less than a hundredth. */
    private static final int MAX_WORK = 600_000;

    /** How deep evaluation may go: through nested expressions and from one variable to the next. */
    private static final int MAX_DEPTH = 240;

    /** The length of a string, in characters: Azure Resource Manager's limit for a whole template. */
    static final int MAX_STRING = 4 << 20;

    private int work;
    private int depth;
    private boolean reported;

    /** Thrown where a limit is passed. The message says which, fit for people, without a full stop. */
    public static final class ExceededException extends RuntimeException {
        ExceededException(String message) {
            super(message, null, false, false);
        }
    }

    /** @param amount how many values are about to be made */
    public void spend(int amount) {
        work = work + amount < work ? Integer.MAX_VALUE : work + amount;
        if (work > MAX_WORK) {
            throw new ExceededException("evaluating the template takes too much work");
        }
    }

    /** Before going a level deeper; {@link #leave} goes with it. */
    public void enter() {
        if (++depth > MAX_DEPTH) {
            depth--;
            throw new ExceededException("expressions refer to each other too deeply");
        }
    }

    public void leave() {
        depth--;
    }

    /** Whether there is a diagnostic already that says that a limit was passed: one is enough. */
    public boolean isReported() {
        return reported;
    }

    public void reported() {
        reported = true;
    }
}
