package dev.plumbline.rules.expression;

import dev.plumbline.iac.Value.UnknownValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A checked condition, ready to be evaluated. Macros are expanded, functions resolved by name. */
public sealed interface Expression {

    /**
     * The value, an {@link UnknownValue} where it cannot be known.
     *
     * @throws EvaluationException where CEL has an error
     */
    Object evaluate(Scope scope);

    /** @param value an operand as {@link dev.plumbline.rules.expression} lists them, known */
    record Constant(Object value) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return value;
        }
    }

    record Variable(String name) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return scope.lookUp(name);
        }
    }

    /** {@code operand.field} */
    record Select(Expression operand, String field) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return Selection.select(operand.evaluate(scope), field);
        }
    }

    /** {@code has(operand.field)} */
    record Presence(Expression operand, String field) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return Selection.has(operand.evaluate(scope), field);
        }
    }

    /** {@code left && right} or {@code left || right}, whichever {@code absorbing} decides: false or true. */
    record Logical(boolean absorbing, Expression left, Expression right) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            Object first = attempt(left, scope);
            if (first.equals(absorbing)) {
                return first;
            }
            Object second = attempt(right, scope);
            if (second.equals(absorbing)) {
                return second;
            }
            // CEL: an unknown operand wins over an error, and either over the operand that does not decide.
            if (first instanceof UnknownValue || second instanceof UnknownValue) {
                return first instanceof UnknownValue ? first : second;
            }
            truth(first);
            return truth(second);
        }
    }

    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            Object decided = condition.evaluate(scope);
            if (decided instanceof UnknownValue) {
                return decided;
            }
            return truth(decided) ? whenTrue.evaluate(scope) : whenFalse.evaluate(scope);
        }
    }

    /** Whether a comprehension goes on: its operand is not certain to be false. */
    record NotStrictlyFalse(Expression operand) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            return !attempt(operand, scope).equals(false);
        }
    }

    /** A function or an operator; the receiver of a method is the first argument. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            Objects.requireNonNull(function, "function");
            arguments = List.copyOf(arguments);
        }

        @Override
        public Object evaluate(Scope scope) {
            List<Object> values = new ArrayList<>(arguments.size());
            for (Expression argument : arguments) {
                Object value = argument.evaluate(scope);
                if (value instanceof UnknownValue && !function.takesUnknown()) {
                    return value;
                }
                values.add(value);
            }
            return function.body().apply(scope, values);
        }
    }

    /** {@code optional.orValue(other)} and {@code optional.or(other)}, which evaluate the other only if it is needed. */
    record OrElse(Expression optional, Expression other, boolean unwrap) implements Expression {
        @Override
        public Object evaluate(Scope scope) {
            Object value = optional.evaluate(scope);
            if (value instanceof UnknownValue) {
                return value;
            }
            if (!(value instanceof Optional<?> present)) {
                throw new EvaluationException("or and orValue are for optionals");
            }
            if (present.isEmpty()) {
                return other.evaluate(scope);
            }
            return unwrap ? present.get() : present;
        }
    }

    record ListOf(List<Expression> elements) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }

        @Override
        public Object evaluate(Scope scope) {
            List<Object> values = new ArrayList<>(elements.size());
            for (Expression element : elements) {
                values.add(element.evaluate(scope));
            }
            return values;
        }
    }

    record MapOf(Map<String, Expression> members) implements Expression {
        public MapOf {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public Object evaluate(Scope scope) {
            Map<String, Object> values = new LinkedHashMap<>();
            members.forEach((name, member) -> values.put(name, member.evaluate(scope)));
            return new Fields(values);
        }
    }

    /** What CEL's macros expand to: a fold over a list or over the names of an object. */
    record Comprehension(
            String variable,
            String secondVariable,
            Expression range,
            String accumulator,
            Expression initial,
            Expression condition,
            Expression step,
            Expression result)
            implements Expression {

        @Override
        public Object evaluate(Scope scope) {
            Object over = range.evaluate(scope);
            if (over instanceof UnknownValue) {
                return over;
            }
            Scope accumulating = scope.with(accumulator, attempt(initial, scope));
            Object last = null;
            long index = 0;
            for (Object each : elements(over)) {
                scope.step();
                if (!truth(condition.evaluate(accumulating))) {
                    scope.decidedBy(last);
                    return result.evaluate(accumulating);
                }
                Object element = element(over, each);
                if (scope.leavesOut(element)) {
                    index++;
                    continue;
                }
                Scope inner = secondVariable.isEmpty()
                        ? accumulating.with(variable, element)
                        : over instanceof Struct struct
                                ? accumulating.with(variable, element).with(secondVariable, struct.member((String)
                                        each))
                                : accumulating.with(variable, index).with(secondVariable, element);
                Object stepped = attempt(step, inner);
                accumulating.set(each instanceof Open open ? open.perhaps(accumulating.get(), stepped) : stepped);
                last = element;
                index++;
            }
            if (!truth(condition.evaluate(accumulating))) {
                scope.decidedBy(last);
            }
            return result.evaluate(accumulating);
        }

        /** What the variable stands for; a name that may turn out not to be set is unknown. */
        private static Object element(Object over, Object each) {
            if (over instanceof Struct struct
                    && Selection.present(struct.member((String) each)) instanceof UnknownValue unknown) {
                return unknown;
            }
            return Open.seen(each);
        }

        private static Iterable<?> elements(Object over) {
            if (over instanceof List<?> list) {
                return list;
            } else if (over instanceof Struct struct) {
                return struct.names();
            } else if (over == Null.NULL) {
                return List.of();
            }
            throw new EvaluationException("there is nothing to go over in " + Kinds.of(over));
        }
    }

    /** The value, or the error as one. */
    private static Object attempt(Expression expression, Scope scope) {
        try {
            return expression.evaluate(scope);
        } catch (EvaluationException e) {
            return e;
        }
    }

    private static boolean truth(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        } else if (value instanceof EvaluationException error) {
            throw error;
        }
        throw new EvaluationException(Kinds.of(value) + " stands where true or false is needed");
    }
}
