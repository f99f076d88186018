package dev.plumbline.iac.cloudformation.template;

import java.util.ArrayList;
import java.util.List;

/** The text of an {@code Fn::Sub}: literal parts and variables. */
public final class SubText {

    /**
     * @param text the literal text, or the variable's name
     * @param start index into the whole text of the part's first character, of a name's where it is a variable
     */
    public record Part(String text, boolean variable, int start) {
        public int end() {
            return start + text.length();
        }

        /** Whether CloudFormation accepts this as the name of a variable. */
        public boolean isValidName() {
            return !text.isEmpty()
                    && text.chars().allMatch(c -> c == '_' || c == '.' || c == ':' || isAsciiLetterOrDigit(c));
        }

        private static boolean isAsciiLetterOrDigit(int c) {
            return c < 128 && Character.isLetterOrDigit(c);
        }
    }

    private SubText() {}

    /** The parts in order. {@code ${!x}} is the literal {@code ${x}}; a brace that is not closed is literal, too. */
    public static List<Part> parse(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int literalStart = 0;
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("${", at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literal.append(text, at, open);
            if (text.charAt(open + 2) == '!') {
                literal.append("${").append(text, open + 3, close + 1);
            } else {
                if (!literal.isEmpty()) {
                    parts.add(new Part(literal.toString(), false, literalStart));
                    literal.setLength(0);
                }
                parts.add(new Part(text.substring(open + 2, close), true, open + 2));
                literalStart = close + 1;
            }
            at = close + 1;
        }
        literal.append(text, at, text.length());
        if (!literal.isEmpty()) {
            parts.add(new Part(literal.toString(), false, literalStart));
        }
        return parts;
    }
}
