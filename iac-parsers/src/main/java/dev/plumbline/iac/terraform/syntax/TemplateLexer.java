package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.terraform.syntax.Modes.Mode;
import java.util.Arrays;

/** The tokens of templates: quoted strings, heredocs, and files that are templates as a whole. */
final class TemplateLexer {
    private final Cursor cursor;
    private final char[] text;
    private final int length;
    private final Modes modes;

    TemplateLexer(Cursor cursor, Modes modes) {
        this.cursor = cursor;
        this.text = cursor.text;
        this.length = cursor.length;
        this.modes = modes;
    }

    /** A quoted string: a single token if it is plain text, else its opening quote. */
    void string() {
        int at = cursor.position + 1;
        while (true) {
            char c = text[at];
            if (c == '"') {
                cursor.take(Token.STRING, at + 1 - cursor.position);
                return;
            }
            // Characters from U+0300 on may have to be normalized, or be half a pair.
            if (c == '\\' || c == '$' || c == '%' || c < ' ' || c >= 0x300) {
                cursor.take(Token.OPEN_QUOTE, 1);
                modes.enter(Mode.QUOTED);
                return;
            }
            at++;
        }
    }

    /** Takes a heredoc's introduction, if it is one: the marker, and nothing else up to the end of the line. */
    boolean heredoc() {
        int marker = cursor.position + (text[cursor.position + 2] == '-' ? 3 : 2);
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
        int width = lineBreak(at);
        if (at == marker || width == 0) {
            return false;
        }
        cursor.takeLine(Token.OPEN_HEREDOC, at + width - cursor.position);
        modes.enterHeredoc(marker, at);
        return true;
    }

    void nextQuoted() {
        cursor.begin();
        char c = text[cursor.position];
        if (c == '"') {
            cursor.take(Token.CLOSE_QUOTE, 1);
            modes.leave();
        } else if (c == '\n' || c == '\r') {
            cursor.take(Token.UNCLOSED_QUOTE, 0);
            cursor.report(
                    "Invalid multi-line string",
                    "A quoted string stays on one line. Write \\n for a line break, or use a heredoc: <<EOT.");
            modes.reset();
        } else if (c == '$' || c == '%') {
            sign(c);
        } else {
            text(endOfQuotedText());
        }
    }

    void nextHeredoc() {
        cursor.begin();
        char c = text[cursor.position];
        if (c == '$' || c == '%') {
            sign(c);
            return;
        }
        int at = endOfLineText();
        int width = lineBreak(at);
        if (width > 0 && cursor.atLineStart() && isMarker(at)) {
            cursor.take(Token.CLOSE_HEREDOC, at - cursor.position);
            modes.leave();
        } else if (width > 0) {
            cursor.takeLine(Token.TEXT, at + width - cursor.position);
        } else {
            text(at);
        }
    }

    void nextBare() {
        cursor.begin();
        char c = text[cursor.position];
        if (c == '$' || c == '%') {
            sign(c);
            return;
        }
        int at = endOfLineText();
        int width = lineBreak(at);
        if (width > 0) {
            cursor.takeLine(Token.TEXT, at + width - cursor.position);
        } else if (at == cursor.position && c == '\r') {
            // A carriage return alone stops HashiCorp's scanner, which then takes all that is left for text.
            cursor.advanceTo(length);
            cursor.token = Token.TEXT;
        } else {
            text(at);
        }
    }

    private int endOfQuotedText() {
        int at = cursor.position;
        while (true) {
            char c = text[at];
            if (c == '"' || c == '$' || c == '%' || c == '\n' || c == '\r' || (c == 0 && at >= length)) {
                return at;
            }
            if (c == '\\') {
                char escaped = text[at + 1];
                if (escaped == '\n' || escaped == '\r' || at + 1 >= length) {
                    return at;
                }
                at++;
            }
            if (Character.isSurrogate(text[at])) {
                if (!cursor.isPair(at)) {
                    return at;
                }
                at++;
            }
            at++;
        }
    }

    /** The offset of the first character from here on that is not plain text of this line. */
    private int endOfLineText() {
        int at = cursor.position;
        while (true) {
            char c = text[at];
            if (c == '$' || c == '%' || c == '\n' || c == '\r' || (c == 0 && at >= length)) {
                return at;
            }
            if (Character.isSurrogate(c)) {
                if (!cursor.isPair(at)) {
                    return at;
                }
                at++;
            }
            at++;
        }
    }

    /** The text up to an offset; if that is right here, what cannot be text. */
    private void text(int end) {
        if (end > cursor.position) {
            cursor.take(Token.TEXT, end - cursor.position);
        } else if (cursor.position >= length) {
            cursor.take(Token.END_OF_FILE, 0);
        } else {
            cursor.invalidCharacter();
        }
    }

    /** A dollar or percent sign: it opens a sequence, is the escape <code>$${</code>, or is text. */
    private void sign(char sign) {
        int at = cursor.position;
        if (text[at + 1] == '{') {
            cursor.take(sign == '$' ? Token.INTERPOLATION : Token.DIRECTIVE, text[at + 2] == '~' ? 3 : 2);
            modes.openSequence();
        } else {
            boolean escape = text[at + 1] == sign && text[at + 2] == '{';
            cursor.take(Token.TEXT, escape ? 3 : 1);
        }
    }

    private int lineBreak(int at) {
        if (text[at] == '\n') {
            return 1;
        }
        return text[at] == '\r' && text[at + 1] == '\n' ? 2 : 0;
    }

    private boolean isMarker(int end) {
        int from = cursor.position;
        int to = end;
        while (from < to && Characters.isSpace(text[from])) {
            from++;
        }
        while (to > from && Characters.isSpace(text[to - 1])) {
            to--;
        }
        return Arrays.equals(text, from, to, text, modes.markerStart(), modes.markerEnd());
    }
}
