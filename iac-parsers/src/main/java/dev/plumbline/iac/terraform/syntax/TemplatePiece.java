package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;

/** A part of a template as it is written, before directives are matched with their ends. */
final class TemplatePiece {
    enum Kind {
        TEXT,
        INTERPOLATION,
        IF,
        ELSE,
        END_IF,
        FOR,
        END_FOR
    }

    final Kind kind;

    /** The interpolated value, the condition, or the collection. */
    final Expression expression;

    final String keyVariable;
    final String valueVariable;

    /** The height of {@link #expression}. */
    final int height;

    SourceRange range;

    /** Of a text: what it says. Strip markers and the indentation of a heredoc shorten it. */
    String text;

    TemplatePiece(
            Kind kind, Expression expression, String keyVariable, String valueVariable, int height, SourceRange range) {
        this.kind = kind;
        this.expression = expression;
        this.keyVariable = keyVariable;
        this.valueVariable = valueVariable;
        this.height = height;
        this.range = range;
    }

    static TemplatePiece text(String text, SourceRange range) {
        TemplatePiece piece = new TemplatePiece(Kind.TEXT, null, null, null, 0, range);
        piece.text = text;
        return piece;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    void stripStart() {
        text = text.substring(TemplateText.leadingSpace(text));
    }

    void stripEnd() {
        int to = text.length();
        while (to > 0 && Characters.isSpace(text.charAt(to - 1))) {
            to--;
        }
        text = text.substring(0, to);
    }
}
