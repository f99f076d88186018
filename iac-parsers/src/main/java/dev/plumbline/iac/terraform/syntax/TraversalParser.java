package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Expression.Index;
import dev.plumbline.iac.terraform.syntax.Expression.NumberLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.RelativeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Splat;
import dev.plumbline.iac.terraform.syntax.Expression.SplatItem;
import dev.plumbline.iac.terraform.syntax.Expression.Step;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Text;
import java.util.ArrayList;
import java.util.List;

/** What follows a term: {@code .name}, {@code [key]}, {@code .0}, {@code .*} and {@code [*]}. */
final class TraversalParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    TraversalParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The term with all that follows it. */
    Expression after(Expression term) {
        if (!tokens.at(Token.DOT) && !tokens.at(Token.OPEN_BRACKET)) {
            return term;
        }
        Expression source = term;
        int height = expressions.height();
        List<Step> steps = new ArrayList<>(4);
        while (tokens.at(Token.DOT) || tokens.at(Token.OPEN_BRACKET)) {
            boolean dot = tokens.at(Token.DOT);
            boolean newlines = tokens.newlines();
            int line = tokens.line();
            int column = tokens.column();
            tokens.advance();
            if (dot && !tokens.at(Token.STAR)) {
                steps.add(attributeOrPosition(line, column));
                continue;
            }
            Expression key = tokens.at(Token.STAR) ? null : key(newlines);
            Step step = key == null ? null : step(key, tokens.rangeFrom(line, column));
            if (step != null) {
                steps.add(step);
                continue;
            }
            source = traversal(source, steps);
            steps.clear();
            if (key == null) {
                source = dot ? attributeSplat(source, line, column) : fullSplat(source, line, column);
            } else {
                source = new Index(source, key, tokens.rangeFrom(source));
            }
            // Two more: the traversal and what was made of it.
            expressions.grow(1 + Math.max(height, expressions.height()));
            height = expressions.height();
        }
        expressions.grow(height);
        return traversal(source, steps);
    }

    private static Expression traversal(Expression source, List<Step> steps) {
        if (steps.isEmpty()) {
            return source;
        }
        SourceRange range = source.range().to(steps.get(steps.size() - 1).range());
        return source instanceof ScopeTraversal root && root.steps().isEmpty()
                ? new ScopeTraversal(root.root(), root.rootRange(), steps, range)
                : new RelativeTraversal(source, steps, range);
    }

    /** What follows a dot. */
    private Step attributeOrPosition(int line, int column) {
        if (tokens.at(Token.IDENTIFIER)) {
            String name = tokens.lexer.identifier();
            tokens.advance();
            return new Step.Attribute(name, tokens.rangeFrom(line, column));
        }
        if (tokens.at(Token.NUMBER)) {
            String text = tokens.lexer.text(tokens.lexer.start, tokens.lexer.position);
            int point = text.indexOf('.');
            if (point >= 0) {
                throw tokens.fail(
                        "Invalid legacy index syntax",
                        "Write [" + text.substring(0, point) + "][" + text.substring(point + 1) + "].");
            }
            NumberLiteral position = Numbers.literal(tokens);
            tokens.advance();
            return new Step.Position(position.value(), tokens.rangeFrom(line, column));
        }
        throw tokens.at(Token.STAR)
                ? tokens.fail("Nested splat expression not allowed", "Write [*] for the inner one.")
                : tokens.fail("Invalid attribute name", "A name is expected after a dot.");
    }

    private Expression key(boolean newlines) {
        tokens.newlines(false);
        Expression key = expressions.expression();
        if (!tokens.at(Token.CLOSE_BRACKET)) {
            throw tokens.fail("Missing close bracket on index", "A closing bracket is expected here.");
        }
        expressions.close(newlines);
        return key;
    }

    /** The step by a literal key, or null. */
    private static Step step(Expression key, SourceRange range) {
        if (key instanceof NumberLiteral number) {
            return new Step.Position(number.value(), range);
        }
        if (key instanceof Template template) {
            if (template.parts().isEmpty()) {
                return new Step.Key("", range);
            }
            if (template.parts().size() == 1 && template.parts().get(0) instanceof Text text) {
                return new Step.Key(text.text(), range);
            }
        }
        return null;
    }

    /** {@code .*}, which takes only the attributes that follow; an index after them is one into the result. */
    private Expression attributeSplat(Expression source, int line, int column) {
        tokens.advance();
        SourceRange marker = tokens.rangeFrom(line, column);
        Expression each = new SplatItem(marker);
        List<Step> steps = new ArrayList<>(4);
        while (tokens.at(Token.DOT)) {
            int stepLine = tokens.line();
            int stepColumn = tokens.column();
            tokens.advance();
            steps.add(attributeOrPosition(stepLine, stepColumn));
        }
        return new Splat(source, traversal(each, steps), tokens.rangeFrom(source));
    }

    /** {@code [*]}, which takes all that follows. */
    private Expression fullSplat(Expression source, int line, int column) {
        tokens.enter();
        tokens.advance();
        tokens.expect(
                Token.CLOSE_BRACKET, "Missing close bracket on splat index", "The star stands alone in its brackets.");
        expressions.grow(0);
        Expression each = after(new SplatItem(tokens.rangeFrom(line, column)));
        tokens.leave();
        return new Splat(source, each, tokens.rangeFrom(source));
    }
}
