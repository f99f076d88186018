package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import dev.plumbline.iac.terraform.syntax.TemplatePiece.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes a tree of a template's pieces: joins adjacent texts, matches directives with their ends. */
final class TemplateTree {
    private static final String UNBALANCED = "Unbalanced template directives";

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final List<TemplatePiece> pieces;
    private int next;

    TemplateTree(TokenStream tokens, ExpressionParser expressions, List<TemplatePiece> pieces) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.pieces = pieces;
    }

    Template build(SourceRange range) {
        List<TemplatePart> parts = parts();
        if (next < pieces.size()) {
            throw tokens.fail(pieces.get(next).range, UNBALANCED, "There is no directive that this one belongs to.");
        }
        return new Template(parts, range);
    }

    /** Up to the end, or to a directive that ends something or is an {@code else}. */
    private List<TemplatePart> parts() {
        tokens.enter();
        List<TemplatePart> parts = new ArrayList<>();
        int highest = 0;
        while (next < pieces.size()) {
            TemplatePiece piece = pieces.get(next);
            switch (piece.kind) {
                case TEXT -> parts.add(text());
                case INTERPOLATION -> {
                    next++;
                    expressions.grow(piece.height - 1);
                    parts.add(new TemplatePart.Interpolation(piece.expression, piece.range));
                }
                case IF -> parts.add(ifDirective(piece));
                case FOR -> parts.add(forDirective(piece));
                default -> {
                    tokens.leave();
                    expressions.grow(highest);
                    return parts;
                }
            }
            highest = Math.max(highest, piece.isText() ? 0 : expressions.height());
        }
        tokens.leave();
        expressions.grow(highest);
        return parts;
    }

    private TemplatePart.Text text() {
        TemplatePiece first = pieces.get(next++);
        if (next == pieces.size() || !pieces.get(next).isText()) {
            return new TemplatePart.Text(Strings.normalize(first.text), first.range);
        }
        StringBuilder joined = new StringBuilder(first.text);
        SourceRange last = first.range;
        while (next < pieces.size() && pieces.get(next).isText()) {
            joined.append(pieces.get(next).text);
            last = pieces.get(next++).range;
        }
        return new TemplatePart.Text(Strings.normalize(joined.toString()), first.range.to(last));
    }

    private TemplatePart ifDirective(TemplatePiece open) {
        next++;
        Template whenTrue = branch(open);
        int highest = Math.max(open.height, expressions.height());
        Template whenFalse;
        if (next < pieces.size() && pieces.get(next).kind == Kind.ELSE) {
            TemplatePiece otherwise = pieces.get(next++);
            whenFalse = branch(otherwise);
            highest = Math.max(highest, expressions.height());
        } else {
            whenFalse = null;
        }
        TemplatePiece end = end(open, Kind.END_IF, "endif");
        if (whenFalse == null) {
            whenFalse = new Template(List.of(), startOf(end.range));
        }
        expressions.grow(highest);
        return new TemplatePart.If(open.expression, whenTrue, whenFalse, open.range.to(end.range));
    }

    private TemplatePart forDirective(TemplatePiece open) {
        next++;
        Template body = branch(open);
        int highest = Math.max(open.height, expressions.height());
        TemplatePiece end = end(open, Kind.END_FOR, "endfor");
        expressions.grow(highest);
        return new TemplatePart.ForEach(
                open.keyVariable, open.valueVariable, open.expression, body, open.range.to(end.range));
    }

    /** What stands after a directive, up to the next one that belongs to it. */
    private Template branch(TemplatePiece directive) {
        List<TemplatePart> parts = parts();
        SourceRange range = parts.isEmpty()
                ? endOf(directive.range)
                : parts.get(0).range().to(parts.get(parts.size() - 1).range());
        return new Template(parts, range);
    }

    private TemplatePiece end(TemplatePiece open, Kind kind, String name) {
        if (next == pieces.size()) {
            throw tokens.fail(open.range, UNBALANCED, "Its " + name + " directive is missing.");
        }
        TemplatePiece end = pieces.get(next++);
        if (end.kind != kind) {
            throw tokens.fail(
                    end.range,
                    UNBALANCED,
                    "The directive in line " + open.range.startLine() + " is still open: " + name
                            + " is expected here.");
        }
        return end;
    }

    private static SourceRange startOf(SourceRange range) {
        return new SourceRange(
                range.file(), range.startLine(), range.startColumn(), range.startLine(), range.startColumn());
    }

    private static SourceRange endOf(SourceRange range) {
        return new SourceRange(range.file(), range.endLine(), range.endColumn(), range.endLine(), range.endColumn());
    }
}
