package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Expression.Access;
import dev.plumbline.iac.arm.expression.Expression.Call;
import dev.plumbline.iac.arm.expression.Expression.Step;
import dev.plumbline.iac.arm.expression.Function.Needs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Gives an expression its value, the way Azure Resource Manager does. */
public final class Evaluator {
    /** The namespace of the language's own functions, which may be left away. */
    private static final String SYSTEM = "sys.";

    private final Function.Table functions;
    private final Budget budget;
    private final Decisions decisions;

    public Evaluator(Function.Table functions, Budget budget, Decisions decisions) {
        this.functions = functions;
        this.budget = budget;
        this.decisions = decisions;
    }

    public Budget budget() {
        return budget;
    }

    public Decisions decisions() {
        return decisions;
    }

    /**
     * @param place where the expression stands
     * @throws EvaluationException where it has no value
     * @throws Budget.ExceededException where it takes too much
     */
    public Value evaluate(Expression expression, Scope scope, Place place) {
        budget.enter();
        try {
            budget.spend(1);
            if (expression instanceof Expression.Text text) {
                return new StringValue(text.value(), Origin.at(place.range()));
            }
            if (expression instanceof Expression.Number number) {
                return new NumberValue(number.value(), Origin.at(place.range()));
            }
            Value value = expression instanceof Call call
                    ? call(call, scope, place)
                    : access((Access) expression, scope, place);
            return value instanceof UnknownValue unknown ? decisions.assumed(unknown) : value;
        } finally {
            budget.leave();
        }
    }

    private Value call(Call call, Scope scope, Place place) {
        boolean system = call.name().regionMatches(true, 0, SYSTEM, 0, SYSTEM.length());
        Function function = functions.find(system ? call.name().substring(SYSTEM.length()) : call.name());
        Invocation in = new Invocation(this, call, scope, place, function);
        if (function == null) {
            return callUserFunction(in);
        }
        checkCount(in, function.minimum(), function.maximum());
        Value result = call(function, in);
        if (result instanceof UnknownValue unknown) {
            decisions.learn(function, in.evaluated(), unknown);
        }
        return result;
    }

    private static Value call(Function function, Invocation in) {
        if (function.needs() == Needs.NOTHING) {
            return function.body().call(in);
        }
        Value result = in.isReady() ? function.body().call(in) : in.unknown();
        return in.isSensitive() ? Values.deeplySensitive(result) : result;
    }

    private static Value callUserFunction(Invocation in) {
        Scope.UserFunction function = in.scope().function(in.name());
        if (function == null) {
            throw in.failure(
                    in.name().indexOf('.') < 0 ? Cause.UNSUPPORTED : Cause.ERROR,
                    "There is no function '" + in.name() + "'");
        }
        checkCount(in, function.parameters(), function.parameters());
        return function.call(in.values());
    }

    private static void checkCount(Invocation in, int minimum, int maximum) {
        int count = in.count();
        if (count < minimum || count > maximum) {
            String expected = minimum == maximum
                    ? String.valueOf(minimum)
                    : maximum == Function.ANY_NUMBER ? "at least " + minimum : minimum + " to " + maximum;
            throw in.failure("%s takes %s argument%s, not %d"
                    .formatted(in.name(), expected, expected.equals("1") ? "" : "s", count));
        }
    }

    private Value access(Access access, Scope scope, Place place) {
        Value value = evaluate(access.target(), scope, place);
        Scope.Written found = written(access, scope, place);
        Value written = found == null ? null : found.value();
        for (Step step : access.steps()) {
            Value key = step instanceof Step.Index index
                    ? evaluate(index.index(), scope, place)
                    : new StringValue(((Step.Property) step).name(), Origin.at(place.range()));
            value = step(value, key, step, place);
            if (value instanceof NullValue && step.safe()) {
                return value;
            }
            written = written == null ? null : Values.element(written, key);
        }
        boolean told = written != null
                && (found.complete() || !(written instanceof ObjectValue || written instanceof ListValue));
        return value instanceof UnknownValue && told ? written : value;
    }

    /** What {@code reference(…)} will show of a resource is what the template says of it, as far as it does. */
    private Scope.Written written(Access access, Scope scope, Place place) {
        if (!(access.target() instanceof Call call)
                || !call.name().equalsIgnoreCase("reference")
                || call.arguments().isEmpty()) {
            return null;
        }
        boolean full = call.arguments().size() > 2
                && evaluate(call.arguments().get(2), scope, place) instanceof StringValue wanted
                && wanted.value().equalsIgnoreCase("full");
        return scope.written(evaluate(call.arguments().get(0), scope, place), full);
    }

    private static Value step(Value target, Value key, Step step, Place place) {
        if (target instanceof UnknownValue unknown) {
            return unknownElement(unknown, key, place);
        }
        if (key instanceof UnknownValue unknown) {
            return new UnknownValue(
                    Unknown.because(unknown.unknown().cause(), unknown.unknown().reason()),
                    Origin.at(place.range()).usedAt(place.range()),
                    target.sensitive() || key.sensitive());
        }
        Value element = Values.element(target, key);
        if (element != null) {
            return target.sensitive() ? Values.deeplySensitive(element) : element;
        }
        if (step.safe()
                && (target instanceof ObjectValue || target instanceof ListValue || target instanceof NullValue)) {
            return new NullValue(Origin.at(place.range()));
        }
        throw new EvaluationException(Cause.ERROR, missing(target, key), step.start(), step.end());
    }

    private static Value unknownElement(UnknownValue target, Value key, Place place) {
        Unknown unknown = target.unknown();
        String suffix = key instanceof StringValue name
                ? "." + name.value()
                : key instanceof NumberValue number ? "[" + number.value().toPlainString() + "]" : "";
        return new UnknownValue(
                Unknown.because(unknown.cause(), unknown.reason())
                        .knownAs(suffix.isEmpty() ? "" : Symbols.step(unknown.symbol(), suffix)),
                target.origin().usedAt(place.range()),
                target.sensitive());
    }

    private static String missing(Value target, Value key) {
        if (target instanceof ObjectValue object && key instanceof StringValue name) {
            List<String> names = new ArrayList<>(object.members().keySet());
            String listed = String.join(", ", names.subList(0, Math.min(names.size(), 10)));
            return "There is no property '" + name.value() + "'" + (names.isEmpty() ? "" : " among " + listed);
        }
        if (target instanceof ListValue list && key instanceof NumberValue index) {
            BigDecimal asked = index.value();
            return "Index %s is out of bounds of an array of length %d"
                    .formatted(asked.toPlainString(), list.elements().size());
        }
        return "%s has no elements that %s selects".formatted(Values.describe(target), Values.describe(key));
    }
}
