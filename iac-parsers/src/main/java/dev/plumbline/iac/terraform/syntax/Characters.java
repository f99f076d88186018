package dev.plumbline.iac.terraform.syntax;

/** The classes of characters of HCL's native syntax. */
final class Characters {
    private static final boolean[] ASCII_START = new boolean[128];
    private static final boolean[] ASCII_IDENTIFIER = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII_START[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            ASCII_IDENTIFIER[c] = ASCII_START[c] || isDigit(c) || c == '-';
        }
    }

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it is an ASCII character that starts an identifier. */
    static boolean startsAsciiIdentifier(char c) {
        return c < 128 && ASCII_START[c];
    }

    /** Whether it is an ASCII character that continues an identifier. */
    static boolean continuesAsciiIdentifier(char c) {
        return c < 128 && ASCII_IDENTIFIER[c];
    }

    /** Unicode's ID_Start or an underscore. */
    static boolean startsIdentifier(int codePoint) {
        // U+2E2F is a letter and Pattern_Syntax, which ID_Start leaves out; Java's method does not.
        return codePoint < 128
                ? ASCII_START[codePoint]
                : Character.isUnicodeIdentifierStart(codePoint) && codePoint != 0x2E2F;
    }

    /** Unicode's ID_Continue or a hyphen. */
    static boolean continuesIdentifier(int codePoint) {
        return codePoint < 128
                ? ASCII_IDENTIFIER[codePoint]
                : Character.isUnicodeIdentifierPart(codePoint)
                        && !Character.isIdentifierIgnorable(codePoint)
                        && codePoint != 0x2E2F;
    }

    /** Unicode's White_Space, all of which lies in the basic plane. */
    static boolean isSpace(char c) {
        if (c < 128) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }
}
