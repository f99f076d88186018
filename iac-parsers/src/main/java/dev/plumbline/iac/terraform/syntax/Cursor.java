package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;

/** A place in a text, with its line and column, and the token that ends there. */
class Cursor {
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

    /** The text, followed by zeros, so that looking at the next few characters needs no check. */
    final char[] text;

    /** The text's length, without the zeros. */
    final int length;

    private final String path;
    private final Problems problems;
    private int line = 1;
    private int lineStart;

    /** Up to where comments and problems are known: what lies before is being read again, to recover. */
    private int known;

    Cursor(SourceFile source, Problems problems) {
        String content = source.text();
        this.path = source.path();
        this.problems = problems;
        this.length = content.length();
        this.text = new char[length + 4];
        content.getChars(0, length, text, 0);
    }

    int endLine() {
        return line;
    }

    int endColumn() {
        return position - lineStart + 1;
    }

    /** The range of the token at hand. */
    SourceRange range() {
        return new SourceRange(path, startLine, startColumn, line, position - lineStart + 1);
    }

    String text(int from, int to) {
        return new String(text, from, to - from);
    }

    /** Starts a token here. */
    void begin() {
        start = position;
        startLine = line;
        startColumn = position - lineStart + 1;
    }

    /** Ends the token, on the line on which it started. */
    void take(Token kind, int width) {
        token = kind;
        position += width;
    }

    /** Ends the token with a line's end. */
    void takeLine(Token kind, int width) {
        token = kind;
        position += width;
        line++;
        lineStart = position;
    }

    /** Goes on to an offset, over any number of lines. */
    void advanceTo(int end) {
        for (int at = position; at < end; at++) {
            if (text[at] == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        position = end;
    }

    /** Goes back, or on, to a place whose line and column are known. */
    void moveTo(int offset, int toLine, int toColumn) {
        known = Math.max(known, position);
        position = offset;
        line = toLine;
        lineStart = offset - toColumn + 1;
    }

    boolean atLineStart() {
        return position == lineStart;
    }

    /** Whether the token at hand is read for the first time. */
    boolean isNew() {
        return start >= known;
    }

    void invalid(int width, String summary, String detail) {
        take(Token.INVALID, width);
        report(summary, detail);
    }

    /** Takes the character here, which has no meaning. */
    void invalidCharacter() {
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

    /** Whether the two characters here are a surrogate pair. */
    boolean isPair(int at) {
        return Character.isHighSurrogate(text[at]) && Character.isLowSurrogate(text[at + 1]);
    }

    void report(String summary, String detail) {
        if (isNew()) {
            problems.syntax(range(), summary, detail);
        }
    }
}
