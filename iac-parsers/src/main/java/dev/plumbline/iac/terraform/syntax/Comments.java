package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.terraform.syntax.HclFile.Comment;
import java.util.ArrayList;
import java.util.List;

/** The comments of a file: found, passed and kept. */
final class Comments {
    private final Cursor cursor;
    private final List<Comment> found = new ArrayList<>(0);

    Comments(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Comment> found() {
        return found;
    }

    /** Whether a comment starts at a place, which has an end. */
    boolean isAt(int at) {
        char[] text = cursor.text;
        return text[at] == '#'
                || (text[at] == '/' && (text[at + 1] == '/' || (text[at + 1] == '*' && blockEnd(at) > 0)));
    }

    /** The offset after a comment. The line break that ends it is not part of it. */
    int end(int at) {
        boolean block = cursor.text[at] == '/' && cursor.text[at + 1] == '*';
        return block ? blockEnd(at) : lineEnd(at);
    }

    /** Passes the comment at the cursor. */
    void pass() {
        char[] text = cursor.text;
        cursor.begin();
        int start = cursor.start;
        int end = end(start);
        if (text[start] == '/' && text[start + 1] == '*') {
            cursor.advanceTo(end);
            keep(start + 2, end - 2);
            return;
        }
        int content = start + (text[start] == '#' ? 1 : 2);
        boolean carriageReturn = end < cursor.length && end > content && text[end - 1] == '\r';
        cursor.position = carriageReturn ? end - 1 : end;
        keep(content, cursor.position);
        cursor.position = end;
    }

    private void keep(int from, int to) {
        if (cursor.isNew()) {
            found.add(new Comment(cursor.text(from, to), cursor.range()));
        }
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < cursor.length && cursor.text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The offset after the end of a comment in the manner of C, or -1. */
    private int blockEnd(int from) {
        for (int at = from + 2; at < cursor.length - 1; at++) {
            if (cursor.text[at] == '*' && cursor.text[at + 1] == '/') {
                return at + 2;
            }
        }
        return -1;
    }
}
