package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.HclFile.Comment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits HCL's native syntax into tokens, one at a time: {@link #next} moves on to the next token, the fields describe
 * it. A stack of modes tells what the text at hand is: expressions and bodies, the inside of a quoted template, of a
 * heredoc, of a bare template.
 *
 * <p>No object is made for a token. Each character is read once, except in quoted strings that turn out to hold a
 * template or an escape, which are read twice.
 */
final class Lexer {
    /** What the text at hand is. {@code NORMAL} is also what stands between <code>${</code> and its closing brace. */
    private enum Mode {
        NORMAL,
        QUOTED,
        HEREDOC,
        BARE_TEMPLATE
    }

    private static final Mode[] MODES = Mode.values();

    /** In {@link #frames}: the mode, and what it needs to know to end. */
    private static final int FRAME = 3;

    /** The kind of the token at hand. */
    Token token = Token.NEWLINE;
    /** Offset of the token's first character. */
    int start;
    /** Line of the token's first character, from 1. */
    int startLine = 1;
    /** Column of the token's first character, from 1. */
    int startColumn = 1;
    /** Offset after the token's last character. */
    int position;

    private final char[] text;
    private final int length;
    private final String path;
    private final Problems problems;
    private final List<Comment> comments = new ArrayList<>();
    private final IdentifierPool identifiers = new IdentifierPool();

    private int line = 1;
    private int lineStart;
    private int hash;

    private int[] frames = new int[8 * FRAME];
    private int frame = -FRAME;
    private Mode mode = Mode.NORMAL;
    private int braces;

    /** Up to where comments and problems are known: what lies before is being read again, to recover. */
    private int known;

    Lexer(SourceFile source, boolean template, Problems problems) {
        String content = source.text();
        this.path = source.path();
        this.problems = problems;
        this.length = content.length();
        // The text ends with zeros, so that looking at the next characters needs no check.
        this.text = Arrays.copyOf(content.toCharArray(), length + 4);
        if (template) {
            push(Mode.BARE_TEMPLATE, 0, 0);
        }
    }

    /** Moves on to the next token. After the end, stays there. */
    void next() {
        switch (mode) {
            case NORMAL -> {
                while (isComment()) {
                    comment();
                }
                nextNormal();
            }
            case QUOTED -> nextQuoted();
            case HEREDOC -> nextHeredoc();
            case BARE_TEMPLATE -> nextBare();
        }
    }

    /** Goes back to a token at which the mode was {@link Mode#NORMAL} and no template was open. */
    void rewind(int offset, int toLine, int toColumn) {
        known = Math.max(known, position);
        leaveTemplates();
        position = offset;
        line = toLine;
        lineStart = offset - toColumn + 1;
        next();
    }

    /** Goes to the first token of the next line, whatever stands on this one. */
    void skipLine() {
        int end = position;
        while (end < length && text[end] != '\n') {
            end++;
        }
        int column = end - lineStart + 1;
        if (end < length) {
            end++;
            line++;
            column = 1;
        }
        rewind(end, line, column);
    }

    int endLine() {
        return line;
    }

    int endColumn() {
        return position - lineStart + 1;
    }

    /** The range of the token at hand. */
    SourceRange range() {
        return new SourceRange(path, startLine, startColumn, endLine(), endColumn());
    }

    char charAt(int offset) {
        return text[offset];
    }

    /** The text of the token at hand. */
    String text() {
        return new String(text, start, position - start);
    }

    String text(int from, int to) {
        return new String(text, from, to - from);
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
            } else if (c == '#' || (c == '/' && text[at + 1] == '/')) {
                at = lineEnd(at);
            } else if (c == '/' && text[at + 1] == '*') {
                int end = commentEnd(at);
                if (end < 0) {
                    return false;
                }
                at = end;
            } else {
                return c == 'f'
                        && text[at + 1] == 'o'
                        && text[at + 2] == 'r'
                        && !Characters.continuesIdentifier(Character.codePointAt(text, at + 3, length + 4));
            }
        }
    }

    List<Comment> comments() {
        return comments;
    }

    // ---- bodies and expressions

    private void nextNormal() {
        begin();
        char c = text[position];
        switch (c) {
            case '\n' -> newline(1);
            case '\r' -> {
                if (text[position + 1] == '\n') {
                    newline(2);
                } else {
                    invalidCharacter();
                }
            }
            case '/' -> {
                if (text[position + 1] == '*') {
                    unclosedComment();
                } else {
                    take(Token.SLASH, 1);
                }
            }
            case '"' -> string();
            case '{' -> {
                braces++;
                take(Token.OPEN_BRACE, 1);
            }
            case '}' -> closeBrace(1);
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
                if (text[position + 1] != '<' || !heredoc()) {
                    takeOneOrTwo(Token.LESS, '=', Token.LESS_OR_EQUAL);
                }
            }
            case '+' -> take(Token.PLUS, 1);
            case '-' -> take(Token.MINUS, 1);
            case '*' -> take(Token.STAR, 1);
            case '%' -> take(Token.PERCENT, 1);
            case '&' ->
                logical(Token.AND, "Unsupported operator", "There are no bitwise operators; logical and is \"&&\".");
            case '|' ->
                logical(Token.OR, "Unsupported operator", "There are no bitwise operators; logical or is \"||\".");
            case '~' -> {
                if (text[position + 1] == '}') {
                    closeBrace(2);
                } else {
                    invalid(1, "Unsupported operator", "There are no bitwise operators; logical not is \"!\".");
                }
            }
            case '^' -> invalid(1, "Unsupported operator", "There are no bitwise operators.");
            case '\'' -> invalid(1, "Invalid character", "Strings are written in double quotes, not in single ones.");
            case '`' -> invalid(1, "Invalid character", "Strings of several lines are written as heredocs: <<EOT.");
            case ';' -> invalid(1, "Invalid character", "Arguments and blocks are separated by line breaks.");
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> {
                if (!identifier(c)) {
                    if (position >= length) {
                        take(Token.END_OF_FILE, 0);
                    } else {
                        invalidCharacter();
                    }
                }
            }
        }
    }

    private void newline(int width) {
        take(Token.NEWLINE, width);
        line++;
        lineStart = position;
    }

    private boolean identifier(char first) {
        int at = position;
        int code = first;
        if (first >= 128 || !Characters.startsIdentifier(first)) {
            int codePoint = Character.codePointAt(text, at, length + 1);
            if (!Characters.startsIdentifier(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        } else {
            at++;
        }
        while (true) {
            char c = text[at];
            if (Characters.continuesAsciiIdentifier(c)) {
                code = 31 * code + c;
                at++;
            } else if (c < 128) {
                break;
            } else {
                int codePoint = Character.codePointAt(text, at, length + 1);
                if (!Characters.continuesIdentifier(codePoint)) {
                    break;
                }
                code = 31 * code + codePoint;
                at += Character.charCount(codePoint);
            }
        }
        hash = code;
        take(Token.IDENTIFIER, at - position);
        return true;
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

    private void closeBrace(int width) {
        boolean endsTemplate = frame >= 0 && frames[frame + 1] == braces;
        braces--;
        take(endsTemplate || width == 2 ? Token.TEMPLATE_END : Token.CLOSE_BRACE, width);
        if (endsTemplate) {
            pop();
        }
    }

    private void logical(Token operator, String summary, String detail) {
        if (text[position + 1] == text[position]) {
            take(operator, 2);
        } else {
            invalid(1, summary, detail);
        }
    }

    // ---- comments

    /** Passes spaces; tells whether a comment follows that has an end. */
    private boolean isComment() {
        char c = text[position];
        while (c == ' ' || c == '\t') {
            c = text[++position];
        }
        return c == '#'
                || (c == '/' && (text[position + 1] == '/' || (text[position + 1] == '*' && commentEnd(position) > 0)));
    }

    private void comment() {
        begin();
        if (text[position + 1] == '*' && text[position] == '/') {
            int end = commentEnd(position);
            advanceLines(end);
            keep(start + 2, end - 2);
            return;
        }
        int content = position + (text[position] == '#' ? 1 : 2);
        int end = lineEnd(position);
        position = end < length && end > content && text[end - 1] == '\r' ? end - 1 : end;
        keep(content, position);
        position = end;
    }

    private void keep(int from, int to) {
        if (start >= known) {
            comments.add(new Comment(text(from, to), range()));
        }
    }

    /** The rest of the file is taken to be the comment. */
    private void unclosedComment() {
        report("Unclosed comment", "There is no \"*/\" to end this comment.");
        advanceLines(length);
        token = Token.INVALID;
    }

    private void advanceLines(int end) {
        for (int at = position; at < end; at++) {
            if (text[at] == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        position = end;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < length && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The offset after a comment's end, or -1. */
    private int commentEnd(int from) {
        for (int at = from + 2; at < length - 1; at++) {
            if (text[at] == '*' && text[at + 1] == '/') {
                return at + 2;
            }
        }
        return -1;
    }

    // ---- templates

    /** A quoted string: a single token if it is plain text, else its opening quote. */
    private void string() {
        int at = position + 1;
        while (true) {
            char c = text[at];
            if (c == '"') {
                take(Token.STRING, at + 1 - position);
                return;
            }
            // Characters from U+0300 on may have to be normalized, or be half a pair.
            if (c == '\\' || c == '$' || c == '%' || c < ' ' || c >= 0x300) {
                take(Token.OPEN_QUOTE, 1);
                push(Mode.QUOTED, 0, 0);
                return;
            }
            at++;
        }
    }

    /** Takes a heredoc's introduction, if it is one: the marker, and nothing else up to the end of the line. */
    private boolean heredoc() {
        int marker = position + (text[position + 2] == '-' ? 3 : 2);
        int at = marker;
        while (at < length) {
            int codePoint = Character.codePointAt(text, at, length);
            boolean fits =
                    at == marker ? Characters.startsIdentifier(codePoint) : Characters.continuesIdentifier(codePoint);
            if (!fits) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        int end = text[at] == '\r' ? at + 1 : at;
        if (at == marker || text[end] != '\n') {
            return false;
        }
        take(Token.OPEN_HEREDOC, end + 1 - position);
        line++;
        lineStart = position;
        push(Mode.HEREDOC, marker, at);
        return true;
    }

    private void nextQuoted() {
        begin();
        char c = text[position];
        if (c == '"') {
            take(Token.CLOSE_QUOTE, 1);
            pop();
        } else if (c == '\n' || c == '\r') {
            take(Token.UNCLOSED_QUOTE, 0);
            report(
                    "Invalid multi-line string",
                    "A quoted string stays on one line. Write \\n for a line break, or use a heredoc: <<EOT.");
            leaveTemplates();
        } else if (c == '$' || c == '%') {
            templateSign(c);
        } else {
            int at = position;
            while (true) {
                c = text[at];
                if (c == '"' || c == '$' || c == '%' || c == '\n' || c == '\r' || (c == 0 && at >= length)) {
                    break;
                }
                if (c == '\\') {
                    char escaped = text[at + 1];
                    if (escaped == '\n' || escaped == '\r' || at + 1 >= length) {
                        break;
                    }
                    at++;
                }
                if (Character.isSurrogate(text[at])) {
                    if (!isPair(at)) {
                        break;
                    }
                    at++;
                }
                at++;
            }
            takeText(at);
        }
    }

    private void nextHeredoc() {
        begin();
        char c = text[position];
        if (c == '$' || c == '%') {
            templateSign(c);
            return;
        }
        int at = lineOfText();
        int width = lineBreak(at);
        if (width > 0 && position == lineStart && isMarker(at)) {
            take(Token.CLOSE_HEREDOC, at - position);
            pop();
        } else if (width > 0) {
            take(Token.TEXT, at + width - position);
            line++;
            lineStart = position;
        } else {
            takeText(at);
        }
    }

    private void nextBare() {
        begin();
        char c = text[position];
        if (c == '$' || c == '%') {
            templateSign(c);
            return;
        }
        int at = lineOfText();
        int width = lineBreak(at);
        if (width > 0) {
            take(Token.TEXT, at + width - position);
            line++;
            lineStart = position;
        } else if (at == position && c == '\r') {
            // A carriage return alone ends HashiCorp's scanner, which takes the rest for text.
            advanceLines(length);
            token = Token.TEXT;
        } else {
            takeText(at);
        }
    }

    /** The offset of the first character from here on that is not plain text of this line. */
    private int lineOfText() {
        int at = position;
        while (true) {
            char c = text[at];
            if (c == '$' || c == '%' || c == '\n' || c == '\r' || (c == 0 && at >= length)) {
                return at;
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(at)) {
                    return at;
                }
                at++;
            }
            at++;
        }
    }

    private int lineBreak(int at) {
        if (text[at] == '\n') {
            return 1;
        }
        return text[at] == '\r' && text[at + 1] == '\n' ? 2 : 0;
    }

    /** The text up to an offset; at the offset right here, what cannot be text. */
    private void takeText(int end) {
        if (end > position) {
            take(Token.TEXT, end - position);
        } else if (position >= length) {
            take(Token.END_OF_FILE, 0);
        } else {
            invalidCharacter();
        }
    }

    private boolean isMarker(int end) {
        int from = position;
        int to = end;
        while (from < to && Characters.isSpace(text[from])) {
            from++;
        }
        while (to > from && Characters.isSpace(text[to - 1])) {
            to--;
        }
        return Arrays.equals(text, from, to, text, frames[frame + 1], frames[frame + 2]);
    }

    /** A dollar or percent sign: it opens a sequence, is the escape <code>$${</code>, or is text. */
    private void templateSign(char sign) {
        if (text[position + 1] == '{') {
            braces++;
            take(sign == '$' ? Token.INTERPOLATION : Token.DIRECTIVE, text[position + 2] == '~' ? 3 : 2);
            push(Mode.NORMAL, braces, 0);
        } else {
            boolean escape = text[position + 1] == sign && text[position + 2] == '{';
            take(Token.TEXT, escape ? 3 : 1);
        }
    }

    private boolean isPair(int at) {
        return Character.isHighSurrogate(text[at]) && Character.isLowSurrogate(text[at + 1]);
    }

    // ---- common

    private void begin() {
        start = position;
        startLine = line;
        startColumn = position - lineStart + 1;
    }

    private void take(Token kind, int width) {
        token = kind;
        position += width;
    }

    private void takeOneOrTwo(Token one, char second, Token two) {
        if (text[position + 1] == second) {
            take(two, 2);
        } else {
            take(one, 1);
        }
    }

    private void invalidCharacter() {
        if (Character.isSurrogate(text[position]) && !isPair(position)) {
            invalid(1, "Invalid character encoding", "Save the file in UTF-8.");
        } else {
            int codePoint = Character.codePointAt(text, position, length);
            invalid(
                    Character.charCount(codePoint),
                    "Invalid character",
                    "U+" + Integer.toHexString(codePoint) + " is not used in the language.");
        }
    }

    private void invalid(int width, String summary, String detail) {
        take(Token.INVALID, width);
        report(summary, detail);
    }

    private void report(String summary, String detail) {
        if (start >= known) {
            problems.syntax(range(), summary, detail);
        }
    }

    private void push(Mode entered, int first, int second) {
        frame += FRAME;
        if (frame == frames.length) {
            frames = Arrays.copyOf(frames, frames.length * 2);
        }
        frames[frame] = entered.ordinal();
        frames[frame + 1] = first;
        frames[frame + 2] = second;
        mode = entered;
    }

    private void leaveTemplates() {
        frame = -FRAME;
        mode = Mode.NORMAL;
        braces = 0;
    }

    private void pop() {
        frame -= FRAME;
        mode = frame < 0 ? Mode.NORMAL : MODES[frames[frame]];
    }
}
