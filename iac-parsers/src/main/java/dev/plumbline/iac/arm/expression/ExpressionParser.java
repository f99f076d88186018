package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.arm.expression.Expression.Access;
import dev.plumbline.iac.arm.expression.Expression.Call;
import dev.plumbline.iac.arm.expression.Expression.Step;
import dev.plumbline.iac.arm.expression.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a template's string that is an expression.
 *
 * <pre>
 * expression = primary { step }
 * primary    = string | number | name { "." name } "(" [ expression { "," expression } ] ")"
 * step       = "." [ "?" ] name | "[" [ "?" ] expression "]"
 * </pre>
 */
public final class ExpressionParser {

    /** Azure Resource Manager's limit for the length of an expression, in characters. */
    public static final int MAX_LENGTH = 24_576;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 40;

    private final Lexer lexer;
    private Token token;
    private int depth;

    private ExpressionParser(Lexer lexer) throws ExpressionSyntaxException {
        this.lexer = lexer;
        this.token = lexer.next();
    }

    /** Whether a string of a template is an expression, rather than text or {@linkplain #unescape escaped} text. */
    public static boolean isExpression(String text) {
        return isBracketed(text) && text.charAt(1) != '[';
    }

    /** What a string means that is not an expression: {@code [[text]} is {@code [text]}. */
    public static String unescape(String text) {
        return isBracketed(text) && text.charAt(1) == '[' ? text.substring(1) : text;
    }

    private static boolean isBracketed(String text) {
        return text.length() > 1 && text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']';
    }

    /** @param text a string that {@linkplain #isExpression is an expression}, brackets included */
    public static Expression parse(String text) throws ExpressionSyntaxException {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionSyntaxException(
                    "Expression is longer than Azure Resource Manager allows (24,576 characters)", 0, text.length());
        }
        ExpressionParser parser = new ExpressionParser(new Lexer(text, 1, text.length() - 1));
        Expression expression = parser.expression();
        parser.expect(Kind.END);
        return expression;
    }

    private Expression expression() throws ExpressionSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionSyntaxException("Expression is nested too deeply", token.start(), token.end());
        }
        Expression primary = primary();
        List<Step> steps = new ArrayList<>();
        while (token.kind() == Kind.DOT || token.kind() == Kind.OPEN_BRACKET) {
            steps.add(step());
        }
        depth--;
        return steps.isEmpty()
                ? primary
                : new Access(
                        primary,
                        steps,
                        primary.start(),
                        steps.get(steps.size() - 1).end());
    }

    private Expression primary() throws ExpressionSyntaxException {
        Token first = token;
        switch (first.kind()) {
            case TEXT -> {
                advance();
                return new Expression.Text(first.text(), first.start(), first.end());
            }
            case NUMBER -> {
                advance();
                if (first.text().length() > MAX_DIGITS) {
                    throw new ExpressionSyntaxException("Number has too many digits", first.start(), first.end());
                }
                return new Expression.Number(new BigDecimal(first.text()), first.start(), first.end());
            }
            case NAME -> {
                return call();
            }
            default ->
                throw new ExpressionSyntaxException(
                        "Expected a string, a number or a function call, found "
                                + first.kind().description(),
                        first.start(),
                        first.end());
        }
    }

    private Expression call() throws ExpressionSyntaxException {
        Token first = expect(Kind.NAME);
        StringBuilder name = new StringBuilder(first.text());
        while (token.kind() == Kind.DOT) {
            advance();
            name.append('.').append(expect(Kind.NAME).text());
        }
        if (token.kind() != Kind.OPEN_PARENTHESIS) {
            throw new ExpressionSyntaxException(
                    "'" + name + "' is neither a string in single quotes nor a function call",
                    first.start(),
                    first.end());
        }
        advance();
        List<Expression> arguments = new ArrayList<>();
        if (token.kind() != Kind.CLOSE_PARENTHESIS) {
            arguments.add(expression());
            while (token.kind() == Kind.COMMA) {
                advance();
                arguments.add(expression());
            }
        }
        Token last = expect(Kind.CLOSE_PARENTHESIS);
        return new Call(name.toString(), arguments, first.start(), last.end());
    }

    private Step step() throws ExpressionSyntaxException {
        Token first = advance();
        boolean safe = token.kind() == Kind.QUESTION;
        if (safe) {
            advance();
        }
        if (first.kind() == Kind.DOT) {
            Token name = expect(Kind.NAME);
            return new Step.Property(name.text(), safe, first.start(), name.end());
        }
        Expression index = expression();
        Token last = expect(Kind.CLOSE_BRACKET);
        return new Step.Index(index, safe, first.start(), last.end());
    }

    private Token expect(Kind kind) throws ExpressionSyntaxException {
        if (token.kind() != kind) {
            throw new ExpressionSyntaxException(
                    "Expected %s, found %s"
                            .formatted(kind.description(), token.kind().description()),
                    token.start(),
                    token.end());
        }
        return advance();
    }

    /** Goes on to the next token and returns the one that was current. */
    private Token advance() throws ExpressionSyntaxException {
        Token current = token;
        token = lexer.next();
        return current;
    }
}
