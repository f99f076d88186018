package dev.plumbline.iac.terraform.syntax;

import java.util.Arrays;

/** What the text at hand is: templates nest in expressions, and expressions in templates. */
final class Modes {
    enum Mode {
        /** Bodies and expressions, also those between <code>${</code> and its closing brace. */
        NORMAL,
        QUOTED,
        HEREDOC,
        BARE_TEMPLATE
    }

    /** Of each mode entered, two numbers that tell its end. */
    private static final int FRAME = 2;

    /** The mode at hand. */
    Mode mode = Mode.NORMAL;

    private Mode[] entered = new Mode[4];
    private int[] ends = new int[4 * FRAME];
    private int top = -1;
    private int braces;

    void enter(Mode next) {
        enter(next, 0, 0);
    }

    /** Enters a heredoc, whose marker stands there. */
    void enterHeredoc(int markerStart, int markerEnd) {
        enter(Mode.HEREDOC, markerStart, markerEnd);
    }

    private void enter(Mode next, int first, int second) {
        top++;
        if (top == entered.length) {
            entered = Arrays.copyOf(entered, entered.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        entered[top] = next;
        ends[FRAME * top] = first;
        ends[FRAME * top + 1] = second;
        mode = next;
    }

    void leave() {
        top--;
        mode = top < 0 ? Mode.NORMAL : entered[top];
    }

    /** Leaves all templates. */
    void reset() {
        top = -1;
        mode = Mode.NORMAL;
        braces = 0;
    }

    int markerStart() {
        return ends[FRAME * top];
    }

    int markerEnd() {
        return ends[FRAME * top + 1];
    }

    void openBrace() {
        braces++;
    }

    /** Enters what stands between <code>${</code> and its closing brace. */
    void openSequence() {
        braces++;
        enter(Mode.NORMAL, braces, 0);
    }

    /** Tells whether the brace ends a template sequence, and leaves it. */
    boolean closeBrace() {
        boolean sequence = top >= 0 && ends[FRAME * top] == braces;
        braces--;
        if (sequence) {
            leave();
        }
        return sequence;
    }
}
