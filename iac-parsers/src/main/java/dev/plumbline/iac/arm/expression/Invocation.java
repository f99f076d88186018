package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Expression.Call;
import dev.plumbline.iac.arm.expression.Function.Needs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One call of a function: its arguments, evaluated when asked for, and the ways to return a result. */
public final class Invocation {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final Evaluator evaluator;
    private final Call call;
    private final Scope scope;
    private final Place place;
    private final Function function;
    private final Value[] values;

    Invocation(Evaluator evaluator, Call call, Scope scope, Place place, Function function) {
        this.evaluator = evaluator;
        this.call = call;
        this.scope = scope;
        this.place = place;
        this.function = function;
        this.values = new Value[call.arguments().size()];
    }

    /** The function's name as written in the call. */
    public String name() {
        return call.name();
    }

    public Scope scope() {
        return scope;
    }

    public int count() {
        return values.length;
    }

    public Expression expression(int index) {
        return call.arguments().get(index);
    }

    /** The value of an argument; counted from 0. */
    public Value value(int index) {
        if (values[index] == null) {
            values[index] = evaluator.evaluate(expression(index), scope, place);
        }
        return values[index];
    }

    public List<Value> values() {
        for (int i = 0; i < values.length; i++) {
            value(i);
        }
        return List.copyOf(Arrays.asList(values));
    }

    /** The arguments that have been evaluated, one after the other up to the first that has not been. */
    List<Value> evaluated() {
        return Arrays.stream(values).takeWhile(Objects::nonNull).toList();
    }

    /** Tells that which of two values the result is hangs on a condition. */
    public void hangsOn(UnknownValue condition) {
        evaluator.decisions().hangsOn(condition);
    }

    /** Evaluates an expression where this call stands. */
    public Value evaluate(Expression expression, Scope where) {
        return evaluator.evaluate(expression, where, place);
    }

    boolean isReady() {
        for (Value value : values()) {
            boolean ready = function.needs() == Needs.WHOLE_ARGUMENTS
                    ? value.isWhollyKnown()
                    : !(value instanceof UnknownValue);
            if (!ready) {
                return false;
            }
        }
        return true;
    }

    /** Whether an argument that was evaluated is sensitive, or something in it. */
    public boolean isSensitive() {
        for (Value value : values) {
            if (value != null && Values.holdsSensitive(value)) {
                return true;
            }
        }
        return false;
    }

    public String string(int index) {
        if (value(index) instanceof StringValue string) {
            return string.value();
        }
        throw mismatch(index, "a string");
    }

    public BigDecimal number(int index) {
        if (value(index) instanceof NumberValue number) {
            return number.value();
        }
        throw mismatch(index, "a number");
    }

    /** An argument that is an integer, within 64 bits as everywhere in the language. */
    public long integer(int index) {
        try {
            return number(index).longValueExact();
        } catch (ArithmeticException e) {
            throw mismatch(index, "an integer of 64 bits");
        }
    }

    /** An argument that counts or points at elements; held to the range of {@code int}. */
    public int size(int index) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, integer(index)));
    }

    public boolean bool(int index) {
        if (value(index) instanceof BooleanValue bool) {
            return bool.value();
        }
        throw mismatch(index, "a boolean");
    }

    public ListValue list(int index) {
        if (value(index) instanceof ListValue list) {
            return list;
        }
        throw mismatch(index, "an array");
    }

    public ObjectValue object(int index) {
        if (value(index) instanceof ObjectValue object) {
            return object;
        }
        throw mismatch(index, "an object");
    }

    /** For an argument that is of none of the types the function takes. */
    public EvaluationException mismatch(int index, String expected) {
        Expression argument = expression(index);
        return new EvaluationException(
                Cause.ERROR,
                "%s takes %s as argument %d, not %s"
                        .formatted(name(), expected, index + 1, Values.describe(value(index))),
                argument.start(),
                argument.end());
    }

    public EvaluationException failure(String message) {
        return failure(Cause.ERROR, message);
    }

    /** A failure that an argument is to blame for. */
    public EvaluationException failure(int argument, String message) {
        Expression blamed = expression(argument);
        return new EvaluationException(Cause.ERROR, message, blamed.start(), blamed.end());
    }

    public EvaluationException failure(Cause cause, String message) {
        return new EvaluationException(cause, message, call.start(), call.end());
    }

    /** The origin of a result: this place, and before that where the first argument came from that was not written here. */
    public Origin origin() {
        SourceRange here = place.range();
        for (Value value : values) {
            if (value != null) {
                Origin origin = value.origin();
                Origin from = origin.range().equals(here) ? origin.cause() : origin;
                if (from != null) {
                    return new Origin(here, "", from);
                }
            }
        }
        return Origin.at(here);
    }

    public Value result(String value) {
        if (value.length() > Budget.MAX_STRING) {
            throw new Budget.ExceededException("a string gets too long");
        }
        evaluator.budget().spend(value.length() / 256);
        return new StringValue(value, origin());
    }

    public Value result(boolean value) {
        return new BooleanValue(value, origin());
    }

    public Value result(BigDecimal value) {
        return new NumberValue(value, origin());
    }

    public Value result(long value) {
        return result(BigDecimal.valueOf(value));
    }

    public Value result(BigInteger value) {
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0) {
            throw failure("The result of " + name() + " does not fit into 64 bits");
        }
        return result(new BigDecimal(value));
    }

    public Value result(List<Value> elements) {
        evaluator.budget().spend(elements.size());
        return new ListValue(elements, origin());
    }

    public Value result(Map<String, Value> members) {
        Map<String, Value.Member> all = new LinkedHashMap<>();
        members.forEach((name, value) -> all.put(name, Value.Member.unnamed(value)));
        return object(all);
    }

    public Value object(Map<String, Value.Member> members) {
        evaluator.budget().spend(members.size());
        return new ObjectValue(members, ObjectValue.Kind.CASE_INSENSITIVE, origin(), false);
    }

    public Value nothing() {
        return new NullValue(origin());
    }

    /** Before work that makes as many values. */
    public void spend(int amount) {
        evaluator.budget().spend(amount);
    }

    /** Refuses a value that is nested too deeply or holds too much to be worked with. */
    public Value bounded(Value value) {
        Values.checkSize(value, evaluator.budget());
        return value;
    }

    /** The result where an argument is not known. */
    public Value unknown() {
        for (Value value : values()) {
            Unknown unknown = Values.firstUnknown(value);
            if (unknown != null) {
                return unknown(unknown.cause(), unknown.reason());
            }
        }
        throw failure(name() + " does not take these arguments");
    }

    /** A result that is not known for that reason, though its type is; for which this call with its arguments stands. */
    public Value unknown(Cause cause, String reason) {
        return unknown(cause, reason, values());
    }

    /** The same, with the arguments by which equal calls are told. */
    public Value unknown(Cause cause, String reason, List<Value> identity) {
        Unknown unknown = Unknown.because(cause, reason).of(function.result());
        unknown = function.result() == Shape.ANY ? unknown : unknown.certainlySet();
        return unknown(unknown.knownAs(Symbols.call(function.name(), identity)));
    }

    public Value unknown(Unknown unknown) {
        return new UnknownValue(unknown, origin(), isSensitive());
    }

    /** A result of which parts are known: strings joined to one that is certain to start with the known ones. */
    public Value joined(List<Value> parts) {
        StringBuilder prefix = new StringBuilder();
        List<String> symbols = new ArrayList<>();
        Unknown first = null;
        boolean nameless = false;
        for (Value part : parts) {
            Unknown unknown = Values.firstUnknown(part);
            if (unknown != null) {
                boolean whole = part instanceof UnknownValue;
                if (first == null) {
                    first = unknown;
                    prefix.append(whole ? unknown.prefix() : "");
                }
                nameless |= !whole || unknown.symbol().isEmpty();
                symbols.add(unknown.symbol());
            } else {
                String text = Values.text(part);
                symbols.add(text);
                if (first == null) {
                    prefix.append(text);
                }
            }
        }
        if (first == null) {
            return result(String.join("", symbols));
        }
        return unknown(Unknown.because(first.cause(), first.reason())
                .startingWith(prefix.toString())
                .knownAs(nameless ? "" : Symbols.join(symbols)));
    }
}
