package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.arm.expression.Token.Kind;

/** Cuts an expression into tokens, one at a time. */
final class Lexer {
    private final String text;
    private final int end;
    private int position;

    /** @param end where the expression ends, exclusive */
    Lexer(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    Token next() throws ExpressionSyntaxException {
        while (position < end && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        int start = position;
        if (position >= end) {
            return new Token(Kind.END, "", end, end);
        }
        char c = text.charAt(position);
        if (isNameStart(c)) {
            return name(start);
        }
        if (isDigit(c) || ((c == '-' || c == '+') && start + 1 < end && isDigit(text.charAt(start + 1)))) {
            return number(start);
        }
        if (c == '\'') {
            return string(start);
        }
        Kind kind =
                switch (c) {
                    case '(' -> Kind.OPEN_PARENTHESIS;
                    case ')' -> Kind.CLOSE_PARENTHESIS;
                    case '[' -> Kind.OPEN_BRACKET;
                    case ']' -> Kind.CLOSE_BRACKET;
                    case ',' -> Kind.COMMA;
                    case '.' -> Kind.DOT;
                    case '?' -> Kind.QUESTION;
                    default -> throw new ExpressionSyntaxException(unexpected(c), start, start + 1);
                };
        position++;
        return new Token(kind, String.valueOf(c), start, position);
    }

    private static String unexpected(char c) {
        return c == '"'
                ? "Strings in an expression stand in single quotes"
                : "Unexpected character '" + c + "' in the expression";
    }

    private Token name(int start) {
        while (position < end && (isNameStart(text.charAt(position)) || isDigit(text.charAt(position)))) {
            position++;
        }
        return new Token(Kind.NAME, text.substring(start, position), start, position);
    }

    private Token number(int start) {
        position++;
        while (position < end && isDigit(text.charAt(position))) {
            position++;
        }
        if (position + 1 < end && text.charAt(position) == '.' && isDigit(text.charAt(position + 1))) {
            position++;
            while (position < end && isDigit(text.charAt(position))) {
                position++;
            }
        }
        return new Token(Kind.NUMBER, text.substring(start, position), start, position);
    }

    /** A quote inside of a string is written twice. */
    private Token string(int start) throws ExpressionSyntaxException {
        StringBuilder content = new StringBuilder();
        position++;
        while (position < end) {
            char c = text.charAt(position++);
            if (c != '\'') {
                content.append(c);
            } else if (position < end && text.charAt(position) == '\'') {
                content.append(c);
                position++;
            } else {
                return new Token(Kind.TEXT, content.toString(), start, position);
            }
        }
        throw new ExpressionSyntaxException("String is not closed", start, end);
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
