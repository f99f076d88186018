package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import java.math.BigDecimal;
import java.util.List;

/** An expression of HCL's native syntax, as written: nothing is folded, parentheses are kept. */
public sealed interface Expression {

    /** From its first to its last character. */
    SourceRange range();

    record NumberLiteral(BigDecimal value, SourceRange range) implements Expression {}

    record BooleanLiteral(boolean value, SourceRange range) implements Expression {}

    record NullLiteral(SourceRange range) implements Expression {}

    /** A quoted template or a heredoc. Escapes, indentation ({@code <<-}) and strip markers are resolved. */
    record Template(List<TemplatePart> parts, SourceRange range) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** A variable and how it is looked into: {@code var.x}, {@code aws_vpc.main[0].id}, {@code each.value["k"]}. */
    record ScopeTraversal(String root, SourceRange rootRange, List<Step> steps, SourceRange range)
            implements Expression {
        public ScopeTraversal {
            steps = List.copyOf(steps);
        }
    }

    /** The same upon any other expression: {@code f(x).y}, {@code (a)[0]}. */
    record RelativeTraversal(Expression source, List<Step> steps, SourceRange range) implements Expression {
        public RelativeTraversal {
            steps = List.copyOf(steps);
        }
    }

    /** {@code collection[key]} where the key is not a literal. */
    record Index(Expression collection, Expression key, SourceRange range) implements Expression {}

    /**
     * {@code source[*].each} or {@code source.*.each}.
     *
     * @param each what is taken of each element; {@link SplatItem} stands for the element
     */
    record Splat(Expression source, Expression each, SourceRange range) implements Expression {}

    /** The element at hand in a {@link Splat}. */
    record SplatItem(SourceRange range) implements Expression {}

    /** @param expandFinal whether the last argument is followed by {@code ...} */
    record FunctionCall(
            String name, SourceRange nameRange, List<Expression> arguments, boolean expandFinal, SourceRange range)
            implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, SourceRange range)
            implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, SourceRange range) implements Expression {}

    record Unary(Operator operator, Expression operand, SourceRange range) implements Expression {}

    record Parentheses(Expression inner, SourceRange range) implements Expression {}

    record Tuple(List<Expression> elements, SourceRange range) implements Expression {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    record ObjectConstructor(List<ObjectItem> items, SourceRange range) implements Expression {
        public ObjectConstructor {
            items = List.copyOf(items);
        }
    }

    /** @param key a {@link BareKey}, or any other expression */
    record ObjectItem(Expression key, Expression value) {}

    /** A key of an object constructor written as an identifier, which stands for its own name. */
    record BareKey(String name, SourceRange range) implements Expression {}

    /**
     * A tuple {@code for} ({@code key} null) or an object {@code for}.
     *
     * @param keyVariable null where only one variable is named
     * @param key null in a tuple {@code for}
     * @param condition null where there is no {@code if}
     * @param grouping whether the value is followed by {@code ...}
     */
    record For(
            String keyVariable,
            String valueVariable,
            Expression collection,
            Expression key,
            Expression value,
            Expression condition,
            boolean grouping,
            SourceRange range)
            implements Expression {}

    /** One step of a traversal. */
    sealed interface Step {
        SourceRange range();

        /** {@code .name} */
        record Attribute(String name, SourceRange range) implements Step {}

        /** {@code ["key"]} */
        record Key(String key, SourceRange range) implements Step {}

        /** {@code [0]}, or {@code .0} of old */
        record Position(BigDecimal position, SourceRange range) implements Step {}
    }

    /** A part of a {@link Template}. */
    sealed interface TemplatePart {
        SourceRange range();

        record Text(String text, SourceRange range) implements TemplatePart {}

        /** <code>${expression}</code> */
        record Interpolation(Expression expression, SourceRange range) implements TemplatePart {}

        /** <code>%{if condition}…%{else}…%{endif}</code> */
        record If(Expression condition, Template whenTrue, Template whenFalse, SourceRange range)
                implements TemplatePart {}

        /** <code>%{for key, value in collection}…%{endfor}</code>; {@code keyVariable} null where not named */
        record ForEach(
                String keyVariable, String valueVariable, Expression collection, Template body, SourceRange range)
                implements TemplatePart {}
    }

    /** The operators, by HCL's precedence. */
    enum Operator {
        OR("||"),
        AND("&&"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MODULO("%"),
        NOT("!"),
        NEGATE("-");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
