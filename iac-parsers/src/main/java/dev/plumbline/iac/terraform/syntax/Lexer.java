package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.HclFile.Comment;
import dev.plumbline.iac.terraform.syntax.Modes.Mode;
import java.util.List;

/**
 * Splits HCL's native syntax into tokens, one at a time: {@link #next} moves on to the next token, the fields describe
 * it. No object is made for a token. Each character is read once, except in quoted strings that turn out to hold a
 * template or an escape, which are read twice.
 */
final class Lexer extends Cursor {
    private final Comments comments = new Comments(this);
    private final Modes modes = new Modes();
    private final TemplateLexer templates = new TemplateLexer(this, modes);
    private final IdentifierPool identifiers;
    private int hash;

    Lexer(SourceFile source, boolean template, Problems problems) {
        super(source, problems);
        identifiers = new IdentifierPool(length);
        if (template) {
            modes.enter(Mode.BARE_TEMPLATE);
        }
    }

    /** Moves on to the next token. After the end, stays there. */
    void next() {
        switch (modes.mode) {
            case NORMAL -> nextNormal();
            case QUOTED -> templates.nextQuoted();
            case HEREDOC -> templates.nextHeredoc();
            case BARE_TEMPLATE -> templates.nextBare();
        }
    }

    /** Goes to a token outside of all templates. */
    void rewind(int offset, int line, int column) {
        modes.reset();
        moveTo(offset, line, column);
        next();
    }

    /** Goes to the first token of the next line, whatever stands on this one. */
    void skipLine() {
        int end = position;
        while (end < length && text[end] != '\n') {
            end++;
        }
        if (end < length) {
            rewind(end + 1, endLine() + 1, 1);
        } else {
            rewind(end, endLine(), endColumn() + end - position);
        }
    }

    List<Comment> comments() {
        return comments.found();
    }

    /** The text of the token at hand, which is an identifier. */
    String identifier() {
        return identifiers.get(text, start, position, hash);
    }

    /** Whether the token at hand is this identifier. */
    boolean is(String keyword) {
        if (token != Token.IDENTIFIER || position - start != keyword.length()) {
            return false;
        }
        for (int i = 0; i < keyword.length(); i++) {
            if (text[start + i] != keyword.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether, after the token at hand and any space, line breaks and comments, comes the keyword {@code for}. */
    boolean isForNext() {
        int at = position;
        while (true) {
            char c = text[at];
            if (c == ' ' || c == '\t' || c == '\n' || (c == '\r' && text[at + 1] == '\n')) {
                at++;
            } else if (comments.isAt(at)) {
                at = comments.end(at);
            } else {
                return c == 'f'
                        && text[at + 1] == 'o'
                        && text[at + 2] == 'r'
                        && !Characters.continuesIdentifier(Character.codePointAt(text, at + 3, text.length));
            }
        }
    }

    private void nextNormal() {
        while (true) {
            char c = text[position];
            while (c == ' ' || c == '\t') {
                c = text[++position];
            }
            if (c != '#' && (c != '/' || !comments.isAt(position))) {
                begin();
                if (Characters.startsAsciiIdentifier(c)) {
                    identifier(position + 1, c);
                } else {
                    symbol(c);
                }
                return;
            }
            comments.pass();
        }
    }

    private void symbol(char c) {
        switch (c) {
            case '\n' -> takeLine(Token.NEWLINE, 1);
            case '\r' -> {
                if (text[position + 1] == '\n') {
                    takeLine(Token.NEWLINE, 2);
                } else {
                    invalidCharacter();
                }
            }
            case '"' -> templates.string();
            case '{' -> {
                modes.openBrace();
                take(Token.OPEN_BRACE, 1);
            }
            case '}' -> take(modes.closeBrace() ? Token.TEMPLATE_END : Token.CLOSE_BRACE, 1);
            case '[' -> take(Token.OPEN_BRACKET, 1);
            case ']' -> take(Token.CLOSE_BRACKET, 1);
            case '(' -> take(Token.OPEN_PARENTHESIS, 1);
            case ')' -> take(Token.CLOSE_PARENTHESIS, 1);
            case ',' -> take(Token.COMMA, 1);
            case '.' -> {
                boolean three = text[position + 1] == '.' && text[position + 2] == '.';
                take(three ? Token.ELLIPSIS : Token.DOT, three ? 3 : 1);
            }
            case '=' -> {
                if (text[position + 1] == '>') {
                    take(Token.ARROW, 2);
                } else {
                    takeOneOrTwo(Token.EQUALS, '=', Token.EQUAL);
                }
            }
            case ':' -> takeOneOrTwo(Token.COLON, ':', Token.DOUBLE_COLON);
            case '?' -> take(Token.QUESTION_MARK, 1);
            case '!' -> takeOneOrTwo(Token.BANG, '=', Token.NOT_EQUAL);
            case '>' -> takeOneOrTwo(Token.GREATER, '=', Token.GREATER_OR_EQUAL);
            case '<' -> {
                if (text[position + 1] != '<' || !templates.heredoc()) {
                    takeOneOrTwo(Token.LESS, '=', Token.LESS_OR_EQUAL);
                }
            }
            case '+' -> take(Token.PLUS, 1);
            case '-' -> take(Token.MINUS, 1);
            case '*' -> take(Token.STAR, 1);
            case '%' -> take(Token.PERCENT, 1);
            case '/' -> {
                if (text[position + 1] == '*') {
                    unclosedComment();
                } else {
                    take(Token.SLASH, 1);
                }
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> unusual(c);
        }
    }

    private void unusual(char c) {
        switch (c) {
            case '&' -> logical(Token.AND, "There are no bitwise operators; logical and is \"&&\".");
            case '|' -> logical(Token.OR, "There are no bitwise operators; logical or is \"||\".");
            case '~' -> {
                if (text[position + 1] == '}') {
                    modes.closeBrace();
                    take(Token.TEMPLATE_END, 2);
                } else {
                    invalid(1, "Unsupported operator", "There are no bitwise operators; logical not is \"!\".");
                }
            }
            case '^' -> invalid(1, "Unsupported operator", "There are no bitwise operators.");
            case '\'' -> invalid(1, "Invalid character", "Strings are written in double quotes, not in single ones.");
            case '`' -> invalid(1, "Invalid character", "Strings of several lines are written as heredocs: <<EOT.");
            case ';' -> invalid(1, "Invalid character", "Arguments and blocks are separated by line breaks.");
            default -> {
                int codePoint = Character.codePointAt(text, position, text.length);
                if (Characters.startsIdentifier(codePoint)) {
                    identifier(position + Character.charCount(codePoint), codePoint);
                } else if (position >= length) {
                    take(Token.END_OF_FILE, 0);
                } else {
                    invalidCharacter();
                }
            }
        }
    }

    /** @param from the offset after the first character */
    private void identifier(int from, int first) {
        int at = from;
        int code = first;
        while (true) {
            char c = text[at];
            if (Characters.continuesAsciiIdentifier(c)) {
                code = 31 * code + c;
                at++;
            } else if (c < 128) {
                break;
            } else {
                int codePoint = Character.codePointAt(text, at, text.length);
                if (!Characters.continuesIdentifier(codePoint)) {
                    break;
                }
                code = 31 * code + codePoint;
                at += Character.charCount(codePoint);
            }
        }
        hash = code;
        take(Token.IDENTIFIER, at - position);
    }

    /** Takes the longest stretch of digits, points and exponents that does not end with a point. */
    private void number() {
        int end = position + 1;
        int at = end;
        while (true) {
            char c = text[at];
            if (Characters.isDigit(c)) {
                end = ++at;
            } else if (c == '.') {
                at++;
            } else if (c == 'e' || c == 'E') {
                char sign = text[at + 1];
                int digit = sign == '+' || sign == '-' ? at + 2 : at + 1;
                if (!Characters.isDigit(text[digit])) {
                    break;
                }
                at = digit + 1;
                end = at;
            } else {
                break;
            }
        }
        take(Token.NUMBER, end - position);
    }

    private void takeOneOrTwo(Token one, char second, Token two) {
        if (text[position + 1] == second) {
            take(two, 2);
        } else {
            take(one, 1);
        }
    }

    private void logical(Token operator, String detail) {
        if (text[position + 1] == text[position]) {
            take(operator, 2);
        } else {
            invalid(1, "Unsupported operator", detail);
        }
    }

    /** The rest of the file is taken to be the comment. */
    private void unclosedComment() {
        report("Unclosed comment", "There is no \"*/\" to end this comment.");
        advanceTo(length);
        token = Token.INVALID;
    }
}
