package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Expression.Binary;
import dev.plumbline.iac.terraform.syntax.Expression.BooleanLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.Conditional;
import dev.plumbline.iac.terraform.syntax.Expression.FunctionCall;
import dev.plumbline.iac.terraform.syntax.Expression.NullLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.NumberLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.Operator;
import dev.plumbline.iac.terraform.syntax.Expression.Parentheses;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import dev.plumbline.iac.terraform.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions: conditionals, operators by their precedence, terms and calls. Each method starts at its construct's
 * first token and leaves the first token after it at hand.
 *
 * <p>Recursion is bounded by {@link TokenStream#enter}, and the tree's height by {@link #grow}: operators and indexes
 * are read in loops, which make trees as deep as their text is long.
 */
final class ExpressionParser {
    private final TokenStream tokens;
    private final TemplateParser templates;
    private final CollectionParser collections;
    private final TraversalParser traversals;

    /** The height of the tree returned last. */
    private int height;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.templates = new TemplateParser(tokens, this);
        this.collections = new CollectionParser(tokens, this);
        this.traversals = new TraversalParser(tokens, this);
    }

    TemplateParser templates() {
        return templates;
    }

    int height() {
        return height;
    }

    /** Tells the height of the tree to be returned: one more than that of its highest part. */
    void grow(int highestPart) {
        height = highestPart + 1;
        if (height > HclParser.MAX_HEIGHT) {
            throw tokens.tooDeep(
                    "Too many operators or indexes in a row",
                    "At most " + HclParser.MAX_HEIGHT + " are read. Split the expression into local values.");
        }
    }

    Expression expression() {
        tokens.enter();
        Expression condition = binary(1);
        if (tokens.at(Token.QUESTION_MARK)) {
            int highest = height;
            tokens.advance();
            Expression whenTrue = expression();
            highest = Math.max(highest, height);
            tokens.expect(
                    Token.COLON, "Missing false expression in conditional", "It follows a colon: condition ? a : b.");
            Expression whenFalse = expression();
            grow(Math.max(highest, height));
            condition = new Conditional(condition, whenTrue, whenFalse, tokens.rangeFrom(condition));
        }
        tokens.leave();
        return condition;
    }

    /** Operators that bind at least this tightly. */
    private Expression binary(int precedence) {
        Expression left = operand();
        Token operator = tokens.token();
        while (operator.precedence >= precedence) {
            int highest = height;
            tokens.advance();
            Expression right = binary(operator.precedence + 1);
            grow(Math.max(highest, height));
            left = new Binary(operator.operator, left, right, tokens.rangeFrom(left));
            operator = tokens.token();
        }
        return left;
    }

    private Expression operand() {
        int line = tokens.line();
        int column = tokens.column();
        Token token = tokens.token();
        if (token == Token.MINUS || token == Token.BANG) {
            tokens.enter();
            tokens.advance();
            Expression operand = operand();
            tokens.leave();
            grow(height);
            return new Unary(
                    token == Token.MINUS ? Operator.NEGATE : Operator.NOT, operand, tokens.rangeFrom(line, column));
        }
        return traversals.after(term(token, line, column));
    }

    private Expression term(Token token, int line, int column) {
        switch (token) {
            case IDENTIFIER -> {
                return identifier(line, column);
            }
            case STRING -> {
                return string(line, column);
            }
            case NUMBER -> {
                NumberLiteral number = Numbers.literal(tokens);
                grow(0);
                tokens.advance();
                return number;
            }
            case OPEN_QUOTE, OPEN_HEREDOC -> {
                return templates.template();
            }
            case OPEN_BRACKET -> {
                return collections.tuple();
            }
            case OPEN_BRACE -> {
                return collections.object();
            }
            case OPEN_PARENTHESIS -> {
                return parentheses(line, column);
            }
            case END_OF_FILE -> throw tokens.fail("Missing expression", "The file ends where a value is expected.");
            default ->
                throw tokens.fail("Invalid expression", "A value is expected here, not " + token.description() + ".");
        }
    }

    private Expression parentheses(int line, int column) {
        boolean newlines = tokens.newlines();
        tokens.advance();
        tokens.newlines(false);
        Expression inner = expression();
        if (!tokens.at(Token.CLOSE_PARENTHESIS)) {
            throw tokens.fail("Unbalanced parentheses", "A closing parenthesis is expected here.");
        }
        close(newlines);
        grow(height);
        return new Parentheses(inner, tokens.rangeFrom(line, column));
    }

    /** Passes a closing token, after which line breaks count as they did before the opening one. */
    void close(boolean newlines) {
        tokens.newlines(newlines);
        tokens.advance();
    }

    private Expression string(int line, int column) {
        SourceRange range = tokens.lexer.range();
        int start = tokens.lexer.start + 1;
        int end = tokens.lexer.position - 1;
        List<TemplatePart> parts = start == end
                ? List.of()
                : List.of(new TemplatePart.Text(
                        tokens.lexer.text(start, end),
                        new SourceRange(range.file(), line, column + 1, line, range.endColumn() - 1)));
        grow(0);
        tokens.advance();
        return new Template(parts, range);
    }

    private Expression identifier(int line, int column) {
        String name = tokens.lexer.identifier();
        tokens.advance();
        if (tokens.at(Token.OPEN_PARENTHESIS) || tokens.at(Token.DOUBLE_COLON)) {
            return call(name, line, column);
        }
        SourceRange range = tokens.rangeFrom(line, column);
        grow(0);
        return switch (name) {
            case "true" -> new BooleanLiteral(true, range);
            case "false" -> new BooleanLiteral(false, range);
            case "null" -> new NullLiteral(range);
            default -> new ScopeTraversal(name, range, List.of(), range);
        };
    }

    private Expression call(String firstName, int line, int column) {
        String name = firstName;
        if (tokens.at(Token.DOUBLE_COLON)) {
            name = qualifiedName(firstName);
        }
        SourceRange nameRange = tokens.rangeFrom(line, column);
        if (!tokens.at(Token.OPEN_PARENTHESIS)) {
            throw tokens.fail("Missing open parenthesis", "A function's name is followed by its arguments.");
        }
        boolean newlines = tokens.newlines();
        tokens.advance();
        tokens.newlines(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expandFinal = false;
        int highest = 0;
        while (!tokens.at(Token.CLOSE_PARENTHESIS)) {
            arguments.add(expression());
            highest = Math.max(highest, height);
            if (tokens.at(Token.ELLIPSIS)) {
                tokens.advance();
                expandFinal = true;
                if (!tokens.at(Token.CLOSE_PARENTHESIS)) {
                    throw tokens.fail(
                            "Missing closing parenthesis", "\"...\" expands the last argument; nothing follows it.");
                }
            } else if (tokens.at(Token.COMMA)) {
                tokens.advance();
            } else if (!tokens.at(Token.CLOSE_PARENTHESIS)) {
                throw tokens.at(Token.END_OF_FILE)
                        ? tokens.fail(nameRange, "Unterminated function call", "Its closing parenthesis is missing.")
                        : tokens.fail("Missing argument separator", "Arguments are separated by commas.");
            }
        }
        close(newlines);
        grow(highest);
        return new FunctionCall(name, nameRange, arguments, expandFinal, tokens.rangeFrom(line, column));
    }

    private String qualifiedName(String first) {
        StringBuilder name = new StringBuilder(first);
        while (tokens.at(Token.DOUBLE_COLON)) {
            tokens.advance();
            if (!tokens.at(Token.IDENTIFIER)) {
                throw tokens.fail("Missing function name", "\"::\" is followed by a function's name.");
            }
            name.append("::").append(tokens.lexer.identifier());
            tokens.advance();
        }
        return name.toString();
    }
}
