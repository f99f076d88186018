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

    private static final Mode[] ALL = Mode.values();

    /** Of each mode entered: which one, and two numbers that tell its end. */
    private static final int FRAME = 3;

    /** The mode at hand. */
    Mode mode = Mode.NORMAL;

    private int[] frames = new int[4 * FRAME];
    private int top = -FRAME;
    private int braces;

    /** @param end1 for a heredoc, where its marker starts */
    void enter(Mode entered, int end1, int end2) {
        top += FRAME;
        if (top == frames.length) {
            frames = Arrays.copyOf(frames, frames.length * 2);
        }
        frames[top] = entered.ordinal();
        frames[top + 1] = end1;
        frames[top + 2] = end2;
        mode = entered;
    }

    void leave() {
        top -= FRAME;
        mode = top < 0 ? Mode.NORMAL : ALL[frames[top]];
    }

    /** Leaves all templates. */
    void reset() {
        top = -FRAME;
        mode = Mode.NORMAL;
        braces = 0;
    }

    int markerStart() {
        return frames[top + 1];
    }

    int markerEnd() {
        return frames[top + 2];
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
        boolean sequence = top >= 0 && frames[top + 1] == braces;
        braces--;
        if (sequence) {
            leave();
        }
        return sequence;
    }
}
