package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Exemption;

/** The reasons of exemptions, bounded. */
final class Reasons {
    /** In characters. */
    static final int MAX_LENGTH = 1_000;

    private Reasons() {}

    /** The reason that another scanner's suppression gives, without quotation marks around it, or that it gives none. */
    static String of(Exemption.Syntax syntax, String written) {
        String reason =
                written.substring(0, Math.min(written.length(), 2 * MAX_LENGTH)).strip();
        while (!reason.isEmpty() && ":-–\"'".indexOf(reason.charAt(0)) >= 0) {
            reason = reason.substring(1).stripLeading();
        }
        if (reason.endsWith("\"") || reason.endsWith("'")) {
            reason = reason.substring(0, reason.length() - 1);
        }
        if (reason.isBlank()) {
            return "suppressed for " + syntax.tool();
        }
        return reason.length() <= MAX_LENGTH ? reason : reason.substring(0, MAX_LENGTH - 1) + "…";
    }
}
