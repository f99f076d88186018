package dev.plumbline.iac.cloudformation.sam;

/** Logical ids consist of letters and digits; what SAM makes them of is cleaned. */
final class LogicalIds {
    private LogicalIds() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.chars().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(c -> clean.append((char) c));
        return clean.toString();
    }
}
