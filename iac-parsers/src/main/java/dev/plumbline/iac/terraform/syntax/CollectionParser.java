package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.For;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectConstructor;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Tuples, objects and the {@code for} expressions that make them. */
final class CollectionParser {
    private static final String INVALID_FOR = "Invalid 'for' expression";

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    CollectionParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression tuple() {
        int line = tokens.line();
        int column = tokens.column();
        boolean newlines = tokens.newlines();
        SourceRange open = tokens.lexer.range();
        tokens.advance();
        tokens.newlines(false);
        if (tokens.lexer.is("for")) {
            return forExpression(newlines, line, column, Token.CLOSE_BRACKET);
        }
        List<Expression> elements = new ArrayList<>();
        int highest = 0;
        while (!tokens.at(Token.CLOSE_BRACKET)) {
            elements.add(expressions.expression());
            highest = Math.max(highest, expressions.height());
            if (tokens.at(Token.COMMA)) {
                tokens.advance();
            } else if (!tokens.at(Token.CLOSE_BRACKET)) {
                throw tokens.at(Token.END_OF_FILE)
                        ? tokens.fail(open, "Unterminated tuple", "Its closing bracket is missing.")
                        : tokens.fail("Missing item separator", "Items are separated by commas.");
            }
        }
        expressions.close(newlines);
        expressions.grow(highest);
        return new Tuple(elements, tokens.rangeFrom(line, column));
    }

    Expression object() {
        int line = tokens.line();
        int column = tokens.column();
        boolean newlines = tokens.newlines();
        boolean isFor = tokens.lexer.isForNext();
        SourceRange open = tokens.lexer.range();
        tokens.newlines(!isFor);
        tokens.advance();
        if (isFor) {
            return forExpression(newlines, line, column, Token.CLOSE_BRACE);
        }
        List<ObjectItem> items = new ArrayList<>();
        int highest = 0;
        while (!tokens.at(Token.CLOSE_BRACE)) {
            if (tokens.at(Token.NEWLINE)) {
                tokens.advance();
                continue;
            }
            Expression key = key(open);
            highest = Math.max(highest, expressions.height());
            items.add(new ObjectItem(key, expressions.expression()));
            highest = Math.max(highest, expressions.height());
            if (tokens.at(Token.COMMA) || tokens.at(Token.NEWLINE)) {
                tokens.advance();
            } else if (!tokens.at(Token.CLOSE_BRACE)) {
                throw tokens.at(Token.END_OF_FILE)
                        ? unterminated(open)
                        : tokens.fail("Missing attribute separator", "Items are separated by line breaks or commas.");
            }
        }
        expressions.close(newlines);
        expressions.grow(highest);
        return new ObjectConstructor(items, tokens.rangeFrom(line, column));
    }

    /** An item's key and the sign after it. */
    private Expression key(SourceRange open) {
        Expression key = expressions.expression();
        if (key instanceof ScopeTraversal name && name.steps().isEmpty()) {
            key = new BareKey(name.root(), name.range());
        }
        if (tokens.at(Token.EQUALS) || tokens.at(Token.COLON)) {
            tokens.advance();
            return key;
        }
        if (tokens.at(Token.END_OF_FILE)) {
            throw unterminated(open);
        }
        throw tokens.at(Token.NEWLINE) || tokens.at(Token.COMMA)
                ? tokens.fail("Missing attribute value", "The key is followed by an equals sign and its value.")
                : tokens.fail(
                        "Missing key/value separator",
                        "An equals sign is expected after the key. A key with other characters than those of a name"
                                + " is written in quotes.");
    }

    private SyntaxException unterminated(SourceRange open) {
        return tokens.fail(open, "Unterminated object", "Its closing brace is missing.");
    }

    /** From the keyword on. */
    private Expression forExpression(boolean newlines, int line, int column, Token close) {
        tokens.advance();
        String keyVariable = null;
        String valueVariable = variable("A variable's name is expected after 'for'.");
        if (tokens.at(Token.COMMA)) {
            tokens.advance();
            keyVariable = valueVariable;
            valueVariable = variable("A variable's name is expected after the comma.");
        }
        if (!tokens.lexer.is("in")) {
            throw tokens.fail(INVALID_FOR, "The keyword 'in' is expected after the variables.");
        }
        tokens.advance();
        Expression collection = expressions.expression();
        int highest = expressions.height();
        tokens.expect(Token.COLON, INVALID_FOR, "A colon is expected after the collection.");
        Expression key = null;
        Expression value = expressions.expression();
        highest = Math.max(highest, expressions.height());
        if (tokens.at(Token.ARROW)) {
            tokens.advance();
            key = value;
            value = expressions.expression();
            highest = Math.max(highest, expressions.height());
        }
        SourceRange ellipsis = null;
        if (tokens.at(Token.ELLIPSIS)) {
            ellipsis = tokens.lexer.range();
            tokens.advance();
        }
        Expression condition = null;
        if (tokens.lexer.is("if")) {
            tokens.advance();
            condition = expressions.expression();
            highest = Math.max(highest, expressions.height());
        }
        if (!tokens.at(close)) {
            throw tokens.fail(INVALID_FOR, "Its end is expected here.");
        }
        check(close == Token.CLOSE_BRACE, key, value, ellipsis);
        expressions.close(newlines);
        expressions.grow(highest);
        return new For(
                keyVariable,
                valueVariable,
                collection,
                key,
                value,
                condition,
                ellipsis != null,
                tokens.rangeFrom(line, column));
    }

    private void check(boolean makesObject, Expression key, Expression value, SourceRange ellipsis) {
        if (makesObject && key == null) {
            throw tokens.fail(value.range(), INVALID_FOR, "An object is made of keys and values: key => value.");
        }
        if (!makesObject && key != null) {
            throw tokens.fail(key.range(), INVALID_FOR, "A tuple has no keys. Write braces to make an object.");
        }
        if (!makesObject && ellipsis != null) {
            throw tokens.fail(ellipsis, INVALID_FOR, "Only an object groups values by their key.");
        }
    }

    private String variable(String missing) {
        if (!tokens.at(Token.IDENTIFIER)) {
            throw tokens.fail(INVALID_FOR, missing);
        }
        String name = tokens.lexer.identifier();
        tokens.advance();
        return name;
    }
}
