package dev.plumbline.iac.arm.expression;

import java.math.BigDecimal;
import java.util.List;

/**
 * A node of an expression's syntax tree.
 *
 * <p>{@code start} and {@code end} are offsets into the string that holds the expression, escapes resolved, its opening
 * bracket at 0; the end is exclusive.
 */
public sealed interface Expression {
    int start();

    int end();

    /** {@code 'text'}. */
    record Text(String value, int start, int end) implements Expression {}

    /** {@code 42}. */
    record Number(BigDecimal value, int start, int end) implements Expression {}

    /**
     * {@code name(arguments)}. There are no other names: {@code true()} is a call, too.
     *
     * @param name as written, with its namespace where there is one: {@code contoso.uniqueName}
     */
    record Call(String name, List<Expression> arguments, int start, int end) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code target.property[index]}: one or more steps, in the order in which they are taken. */
    record Access(Expression target, List<Step> steps, int start, int end) implements Expression {
        public Access {
            steps = List.copyOf(steps);
        }
    }

    /** A step into a value. A safe one ({@code .?name}, {@code [?index]}) gives null where there is no such element. */
    sealed interface Step {
        boolean safe();

        int start();

        int end();

        /** {@code .name}. */
        record Property(String name, boolean safe, int start, int end) implements Step {}

        /** {@code [index]}. */
        record Index(Expression index, boolean safe, int start, int end) implements Step {}
    }
}
