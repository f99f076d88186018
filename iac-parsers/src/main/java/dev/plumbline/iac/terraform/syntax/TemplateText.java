package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;

/** The text of a template: escapes, and Unicode's normal form C, in which Terraform keeps all its strings. */
final class TemplateText {
    private static final String INVALID_ESCAPE = "Invalid escape sequence";

    private TemplateText() {}

    /** What the text token at hand says. Backslashes count only in quoted templates. */
    static String resolve(TokenStream tokens, boolean quoted) {
        Lexer lexer = tokens.lexer;
        int start = lexer.start;
        int end = lexer.position;
        char first = lexer.text[start];
        if (end - start == 3 && (first == '$' || first == '%')) {
            return first + "{";
        }
        if (quoted) {
            for (int at = start; at < end; at++) {
                if (lexer.text[at] == '\\') {
                    return unescape(tokens, start, at, end);
                }
            }
        }
        return lexer.text(start, end);
    }

    static int leadingSpace(String text) {
        int from = 0;
        while (from < text.length() && Characters.isSpace(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private static String unescape(TokenStream tokens, int start, int firstEscape, int end) {
        Lexer lexer = tokens.lexer;
        StringBuilder text = new StringBuilder(end - start).append(lexer.text(start, firstEscape));
        int at = firstEscape;
        while (at < end) {
            char c = lexer.text[at++];
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char selector = lexer.text[at++];
            switch (selector) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case '"', '\\' -> text.append(selector);
                case 'u' -> {
                    text.appendCodePoint(codePoint(tokens, at, at + 4, end));
                    at += 4;
                }
                case 'U' -> {
                    text.appendCodePoint(codePoint(tokens, at, at + 8, end));
                    at += 8;
                }
                default ->
                    throw fail(
                            tokens, at - 2, at, "The escapes are \\n, \\r, \\t, \\\", \\\\, \\uNNNN and \\UNNNNNNNN.");
            }
        }
        return text.toString();
    }

    private static int codePoint(TokenStream tokens, int from, int to, int end) {
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = at < end ? Character.digit(tokens.lexer.text[at], 16) : -1;
            if (digit < 0 || tokens.lexer.text[at] > 'f') {
                throw fail(tokens, from - 2, at, (to - from) + " hexadecimal digits are expected.");
            }
            value = 16 * value + digit;
        }
        if (value > Character.MAX_CODE_POINT
                || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw fail(tokens, from - 2, to, "U+" + Long.toHexString(value) + " is not a character.");
        }
        return (int) value;
    }

    /** A text with escapes stays on one line. */
    private static SyntaxException fail(TokenStream tokens, int from, int to, String detail) {
        SourceRange token = tokens.lexer.range();
        int shift = token.startColumn() - tokens.lexer.start;
        return tokens.fail(
                new SourceRange(token.file(), token.startLine(), from + shift, token.startLine(), to + shift),
                INVALID_ESCAPE,
                detail);
    }
}
