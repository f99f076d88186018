package dev.plumbline.iac.terraform.functions;

/** Strings in YAML as libyaml's emitter writes them: several lines as a literal block, all else in double quotes. */
final class YamlText {
    /** Quoted text is folded at the first space beyond this column. */
    private static final int WIDTH = 80;

    private YamlText() {}

    /** Appends the string and the end of its line; its further lines are indented by so many spaces. */
    static void append(String string, int indent, StringBuilder text) {
        if (string.indexOf('\n') >= 0 && isBlockAllowed(string)) {
            literal(string, indent, text);
        } else {
            folded(string, indent, text);
        }
    }

    /** In double quotes on one line. */
    static String quote(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        string.codePoints().forEach(c -> escape(c, quoted));
        return quoted.append('"').toString();
    }

    /** Blocks hold printable characters only, and no line ends in a space. */
    private static boolean isBlockAllowed(String string) {
        return string.codePoints().allMatch(YamlText::isPrintable) && !string.contains(" \n") && !string.endsWith(" ");
    }

    private static boolean isPrintable(int c) {
        return c == '\n'
                || c >= 0x20 && c <= 0x7e
                || c >= 0xa0 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd && c != 0xfeff;
    }

    private static void literal(String string, int indent, StringBuilder text) {
        int end = string.length();
        while (end > 0 && string.charAt(end - 1) == '\n') {
            end--;
        }
        int breaks = string.length() - end;
        char first = string.charAt(0);
        text.append('|')
                .append(first == ' ' || first == '\n' ? "2" : "")
                .append(breaks == 0 ? "-" : breaks == 1 && end > 0 ? "" : "+")
                .append('\n');
        if (end > 0) {
            for (String line : string.substring(0, end).split("\n", -1)) {
                text.append(line.isEmpty() ? "" : " ".repeat(indent))
                        .append(line)
                        .append('\n');
            }
        }
        text.append("\n".repeat(end > 0 ? Math.max(0, breaks - 1) : breaks));
    }

    private static void folded(String string, int indent, StringBuilder text) {
        int lineStart = text.lastIndexOf("\n") + 1;
        text.append('"');
        boolean afterSpace = false;
        for (int i = 0; i < string.length(); ) {
            int c = string.codePointAt(i);
            int next = i + Character.charCount(c);
            int column = text.codePointCount(lineStart, text.length());
            if (c == ' ' && !afterSpace && column > WIDTH && i > 0 && next < string.length()) {
                text.append('\n');
                lineStart = text.length();
                text.append(" ".repeat(indent)).append(string.charAt(next) == ' ' ? "\\" : "");
            } else {
                escape(c, text);
            }
            afterSpace = c == ' ';
            i = next;
        }
        text.append("\"\n");
    }

    private static void escape(int c, StringBuilder text) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case 0 -> text.append("\\0");
            case 7 -> text.append("\\a");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case 0x0b -> text.append("\\v");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            case 0x1b -> text.append("\\e");
            case 0x85 -> text.append("\\N");
            case 0x2028 -> text.append("\\L");
            case 0x2029 -> text.append("\\P");
            default -> {
                if (isPrintable(c)) {
                    text.appendCodePoint(c);
                } else {
                    text.append((c <= 0xff ? "\\x%02X" : c <= 0xffff ? "\\u%04X" : "\\U%08X").formatted(c));
                }
            }
        }
    }
}
