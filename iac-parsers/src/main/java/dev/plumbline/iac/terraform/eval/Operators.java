package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.Operator;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Equality;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Sensitivity;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.util.Optional;

/** Arithmetic, comparison and logic. */
final class Operators {

    private Operators() {}

    static Value binary(Expression.Binary at, Value left, Value right) throws EvaluationException {
        Value result =
                switch (at.operator()) {
                    case EQUAL, NOT_EQUAL -> equality(at, left, right);
                    case AND, OR -> logic(at, left, right);
                    default -> numeric(at, left, right);
                };
        return isMarked(at.operator(), left) || isMarked(at.operator(), right) ? result.asSensitive() : result;
    }

    /** Only a comparison of whole structures looks into them. */
    private static boolean isMarked(Operator operator, Value operand) {
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        return equality ? Sensitivity.within(operand) : operand.sensitive();
    }

    static Value unary(Expression.Unary at, Value operand) throws EvaluationException {
        boolean not = at.operator() == Operator.NOT;
        Value converted = operand(at.operator(), operand, not ? Type.Simple.BOOLEAN : Type.Simple.NUMBER, at.operand());
        Value result;
        if (converted instanceof UnknownValue unknown) {
            result = Unknowns.result(unknown, not ? Shape.BOOLEAN : Shape.NUMBER, at.range());
        } else if (converted instanceof BooleanValue bool) {
            result = new BooleanValue(!bool.value(), Origin.at(at.range()));
        } else {
            result = new NumberValue(((NumberValue) converted).value().negate(), Origin.at(at.range()));
        }
        return operand.sensitive() ? result.asSensitive() : result;
    }

    private static Value equality(Expression.Binary at, Value left, Value right) {
        Optional<Boolean> equal = Equality.test(left, right);
        if (equal.isPresent()) {
            return new BooleanValue(equal.get() == (at.operator() == Operator.EQUAL), Origin.at(at.range()));
        }
        UnknownValue unknown = Unknowns.first(left);
        return Unknowns.result(unknown == null ? Unknowns.first(right) : unknown, Shape.BOOLEAN, at.range());
    }

    /** One known operand may decide, whatever the other will be. */
    private static Value logic(Expression.Binary at, Value left, Value right) throws EvaluationException {
        Value a = operand(at.operator(), left, Type.Simple.BOOLEAN, at.left());
        Value b = operand(at.operator(), right, Type.Simple.BOOLEAN, at.right());
        boolean decisive = at.operator() == Operator.OR;
        if (isKnown(a, decisive) || isKnown(b, decisive)) {
            return new BooleanValue(decisive, Origin.at(at.range()));
        } else if (a instanceof UnknownValue unknown) {
            return Unknowns.result(unknown, Shape.BOOLEAN, at.range());
        } else if (b instanceof UnknownValue unknown) {
            return Unknowns.result(unknown, Shape.BOOLEAN, at.range());
        }
        return new BooleanValue(!decisive, Origin.at(at.range()));
    }

    private static boolean isKnown(Value value, boolean as) {
        return value instanceof BooleanValue bool && bool.value() == as;
    }

    private static Value numeric(Expression.Binary at, Value left, Value right) throws EvaluationException {
        Value a = operand(at.operator(), left, Type.Simple.NUMBER, at.left());
        Value b = operand(at.operator(), right, Type.Simple.NUMBER, at.right());
        boolean comparison =
                switch (at.operator()) {
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
                    default -> false;
                };
        Shape shape = comparison ? Shape.BOOLEAN : Shape.NUMBER;
        if (a instanceof UnknownValue unknown) {
            return Unknowns.result(unknown, shape, at.range());
        } else if (b instanceof UnknownValue unknown) {
            return Unknowns.result(unknown, shape, at.range());
        }
        BigDecimal x = ((NumberValue) a).value();
        BigDecimal y = ((NumberValue) b).value();
        Origin origin = Origin.at(at.range());
        return comparison
                ? new BooleanValue(compare(at.operator(), x.compareTo(y)), origin)
                : new NumberValue(calculate(at, x, y), origin);
    }

    private static boolean compare(Operator operator, int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static BigDecimal calculate(Expression.Binary at, BigDecimal x, BigDecimal y) throws EvaluationException {
        boolean divides = at.operator() == Operator.DIVIDE || at.operator() == Operator.MODULO;
        if (divides && y.signum() == 0) {
            throw new EvaluationException("Division by zero", at.range());
        }
        BigDecimal result =
                switch (at.operator()) {
                    case ADD -> Numbers.add(x, y);
                    case SUBTRACT -> Numbers.subtract(x, y);
                    case MULTIPLY -> Numbers.multiply(x, y);
                    case DIVIDE -> Numbers.divide(x, y);
                    default -> Numbers.modulo(x, y);
                };
        if (Numbers.outOfBounds(result)) {
            throw new EvaluationException("The result is too large to be computed with", at.range());
        }
        return result;
    }

    private static Value operand(Operator operator, Value value, Type type, Expression written)
            throws EvaluationException {
        if (value instanceof NullValue) {
            throw new EvaluationException(
                    "Invalid operand: unsuitable value for operand of \"%s\": argument must not be null"
                            .formatted(operator.symbol()),
                    written.range());
        }
        try {
            return Conversion.convert(value, type);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Invalid operand: unsuitable value for operand of \"%s\": %s"
                            .formatted(operator.symbol(), e.getMessage()),
                    written.range());
        }
    }
}
