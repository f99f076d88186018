package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Type;
import dev.plumbline.iac.terraform.type.Unification;
import java.util.List;

/** {@code condition ? a : b}: both branches are made to be of one type, whichever is taken. */
final class Conditionals {
    private final Evaluator evaluator;
    private final FaultyBranch faulty;

    Conditionals(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.faulty = new FaultyBranch(evaluator);
    }

    Result evaluate(Expression.Conditional at, Bindings bindings) throws EvaluationException {
        Result condition = evaluator.evaluate(at.condition(), bindings);
        Value test = condition(condition.value(), at);
        if (test instanceof UnknownValue unknown) {
            Result a = evaluator.evaluate(at.whenTrue(), bindings);
            Result b = evaluator.evaluate(at.whenFalse(), bindings);
            return undecided(at, condition, unknown, a, b);
        }
        boolean taken = ((BooleanValue) test).value();
        Result result = evaluator.evaluate(taken ? at.whenTrue() : at.whenFalse(), bindings);
        Value other = faulty.evaluate(taken ? at.whenFalse() : at.whenTrue(), bindings);
        Value value = convert(result.value(), unify(result.value(), other, at), at);
        return result.with(value).usedAt(at.range()).sensitiveIf(test.sensitive());
    }

    private static Value condition(Value value, Expression.Conditional at) throws EvaluationException {
        if (value instanceof NullValue) {
            throw new EvaluationException(
                    "Null condition: the condition value is null. Conditions must either be true or false",
                    at.condition().range());
        }
        try {
            return Conversion.convert(value, Type.Simple.BOOLEAN);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Incorrect condition type: the condition expression must be of type bool",
                    at.condition().range());
        }
    }

    /** The type of both branches. A bare null has the type of the other one. */
    private static Type unify(Value a, Value b, Expression.Conditional at) throws EvaluationException {
        if (isBareNull(a) || isBareNull(b)) {
            return Type.of(isBareNull(a) ? b : a);
        }
        return Unification.unify(List.of(Type.of(a), Type.of(b)))
                .orElseThrow(() -> new EvaluationException(
                        "Inconsistent conditional result types: the true and false result expressions must have consistent types",
                        at.range()));
    }

    private static boolean isBareNull(Value value) {
        return value instanceof NullValue && Type.of(value) == Type.Simple.ANY;
    }

    private static Value convert(Value value, Type type, Expression.Conditional at) throws EvaluationException {
        try {
            return Conversion.convert(value, type);
        } catch (ConversionException e) {
            throw new EvaluationException("Inconsistent conditional result types: " + e.getMessage(), at.range());
        }
    }

    /** What both branches have in common is certain whichever is taken. */
    private static Result undecided(
            Expression.Conditional at, Result condition, UnknownValue unknown, Result a, Result b)
            throws EvaluationException {
        Type type = unify(a.value(), b.value(), at);
        Value x = convert(a.value(), type, at);
        Value y = convert(b.value(), type, at);
        References references = References.flat(List.of(condition.references(), a.references(), b.references()));
        if (x.sameAs(y)) {
            return new Result(x, references).usedAt(at.range()).sensitiveIf(unknown.sensitive() || y.sensitive());
        }
        Unknown why = unknown.unknown();
        Unknown common = new Unknown(
                why.cause(), why.reason(), type.shape(), isSet(x) && isSet(y), commonPrefix(prefix(x), prefix(y)));
        boolean sensitive = unknown.sensitive() || x.sensitive() || y.sensitive();
        Value value = new UnknownValue(common, new Origin(at.range(), "", unknown.origin()), sensitive);
        return new Result(value, references);
    }

    private static boolean isSet(Value value) {
        return value instanceof UnknownValue unknown ? unknown.unknown().notNull() : !(value instanceof NullValue);
    }

    private static String prefix(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        }
        return value instanceof UnknownValue unknown && unknown.unknown().shape() == Shape.STRING
                ? unknown.unknown().prefix()
                : "";
    }

    private static String commonPrefix(String a, String b) {
        int length = 0;
        while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }
}
