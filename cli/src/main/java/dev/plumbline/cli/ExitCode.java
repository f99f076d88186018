package dev.plumbline.cli;

import dev.plumbline.rules.posture.Gate;

/** What the process ends with: scripts rely on it. */
final class ExitCode {
    static final int PASSED = 0;
    /** The gate blocks. */
    static final int BLOCKED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** Something could not be assessed, or the tool failed. */
    static final int NOT_ASSESSED = 3;

    private ExitCode() {}

    static int of(Gate.Status status) {
        return switch (status) {
            case PASSED -> PASSED;
            case BLOCKED -> BLOCKED;
            case INCOMPLETE -> NOT_ASSESSED;
        };
    }
}
