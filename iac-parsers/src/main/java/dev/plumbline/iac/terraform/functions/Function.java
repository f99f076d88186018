package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.functions.Parameter.Knowledge;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of Terraform's functions.
 *
 * @param rest what further arguments have to be; null where there are none
 * @param result the shape of what it returns, also of an unknown result
 * @param keepsMarks whether the result is sensitive only where the function passes on something sensitive; otherwise
 *     one sensitive argument makes all of the result sensitive
 */
public record Function(
        String name, List<Parameter> parameters, Parameter rest, Shape result, boolean keepsMarks, Body body) {

    /** What a function does with arguments that have been checked and converted. */
    @FunctionalInterface
    interface Body {
        Value apply(Call call) throws FunctionException;
    }

    public Function {
        parameters = List.copyOf(parameters);
    }

    /**
     * Calls it.
     *
     * @param origin the call's place, which the result gets
     * @throws FunctionException where the arguments do not fit
     */
    public Value call(List<Value> arguments, Origin origin, FunctionContext context) throws FunctionException {
        checkCount(arguments.size());
        List<Value> converted = new ArrayList<>(arguments.size());
        UnknownValue unknown = null;
        boolean sensitive = false;
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = i < parameters.size() ? parameters.get(i) : rest;
            Value argument = arguments.get(i);
            if (argument instanceof NullValue && !parameter.nullable()) {
                throw new FunctionException(
                        "Invalid value for argument %d of %s: argument must not be null".formatted(i + 1, name));
            }
            try {
                argument = Conversion.convert(argument, parameter.type());
            } catch (ConversionException e) {
                throw new FunctionException(
                        "Invalid value for argument %d of %s: %s".formatted(i + 1, name, e.getMessage()));
            }
            if (unknown == null && parameter.knowledge() != Knowledge.NONE) {
                unknown = firstUnknown(argument, parameter.knowledge() == Knowledge.WHOLE)
                        .orElse(null);
            }
            sensitive |= !keepsMarks && Sensitivity.within(argument);
            converted.add(argument);
        }
        Value value = unknown == null
                ? body.apply(new Call(name, converted, origin, context))
                : unknownResult(unknown, result, origin);
        return sensitive ? value.asSensitive() : value;
    }

    private void checkCount(int count) throws FunctionException {
        if (count < parameters.size()) {
            throw new FunctionException("Not enough arguments for %s: %s %d"
                    .formatted(name, rest == null ? "it takes" : "it takes at least", parameters.size()));
        } else if (count > parameters.size() && rest == null) {
            throw new FunctionException("Too many arguments for %s: it takes %d".formatted(name, parameters.size()));
        }
    }

    /** An unknown result for the reason for which the argument is unknown; only what may be of any type may be null. */
    static UnknownValue unknownResult(UnknownValue argument, Shape shape, Origin origin) {
        Unknown why = argument.unknown();
        return new UnknownValue(
                new Unknown(why.cause(), why.reason(), shape, shape != Shape.ANY, ""),
                new Origin(origin.range(), origin.label(), argument.origin()),
                argument.sensitive());
    }

    /** The value itself where it is unknown, or else, where asked for, the first unknown value in it. */
    static Optional<UnknownValue> firstUnknown(Value value, boolean inside) {
        if (value instanceof UnknownValue unknown) {
            return Optional.of(unknown);
        } else if (!inside || value.isWhollyKnown()) {
            return Optional.empty();
        } else if (value instanceof ListValue list) {
            return list.elements().stream()
                    .flatMap(element -> firstUnknown(element, true).stream())
                    .findFirst();
        } else if (value instanceof ObjectValue object) {
            return object.members().values().stream()
                    .flatMap(member -> firstUnknown(member.value(), true).stream())
                    .findFirst();
        }
        return Optional.empty();
    }
}
