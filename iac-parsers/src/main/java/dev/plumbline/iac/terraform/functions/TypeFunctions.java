package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code tostring}, {@code tonumber}, {@code tobool}, {@code tolist}, {@code toset}, {@code tomap}, and what deals with sensitive values. */
final class TypeFunctions {

    private TypeFunctions() {}

    static void register(FunctionTable table) {
        Parameter any = ANY.orNull().orUnknown();
        table.addPassing("tostring", Shape.STRING, call -> convert(call, Type.Simple.STRING), any);
        table.addPassing("tonumber", Shape.NUMBER, call -> convert(call, Type.Simple.NUMBER), any);
        table.addPassing("tobool", Shape.BOOLEAN, call -> convert(call, Type.Simple.BOOLEAN), any);
        table.addPassing("tolist", Shape.LIST, call -> convert(call, Type.list(Type.Simple.ANY)), any);
        table.addPassing("toset", Shape.LIST, call -> convert(call, Type.set(Type.Simple.ANY)), any);
        table.addPassing("tomap", Shape.OBJECT, call -> convert(call, Type.map(Type.Simple.ANY)), any);
        table.addPassing("sensitive", Shape.ANY, call -> call.argument(0).asSensitive(), any);
        table.addPassing("nonsensitive", Shape.ANY, call -> nonsensitive(call.argument(0)), any);
        table.addPassing("issensitive", Shape.BOOLEAN, TypeFunctions::isSensitive, any);
        table.addPassing("ephemeralasnull", Shape.ANY, call -> ephemeralAsNull(call.argument(0)), any);
    }

    /** What is ephemeral is null wherever it is; a set with something ephemeral in it is so as a whole. */
    private static Value ephemeralAsNull(Value value) {
        if (value instanceof UnknownValue unknown) {
            return unknown.unknown().cause() == Cause.EPHEMERAL ? nullLike(value) : value;
        } else if (value.isWhollyKnown()) {
            return value;
        } else if (value instanceof ListValue list) {
            List<Value> elements =
                    list.elements().stream().map(TypeFunctions::ephemeralAsNull).toList();
            return list.kind() == ListValue.Kind.SET && !elements.equals(list.elements())
                    ? nullLike(value)
                    : new ListValue(elements, list.kind(), list.type(), list.origin(), list.sensitive());
        }
        ObjectValue object = (ObjectValue) value;
        Map<String, Member> members = new LinkedHashMap<>();
        object.members()
                .forEach((name, member) ->
                        members.put(name, new Member(member.nameRange(), ephemeralAsNull(member.value()))));
        return new ObjectValue(
                members, object.kind(), object.rest(), object.type(), object.origin(), object.sensitive());
    }

    private static Value nullLike(Value value) {
        Type type = Type.of(value);
        return new NullValue(type == Type.Simple.ANY ? null : type, value.origin(), value.sensitive());
    }

    private static Value convert(Call call, Type type) throws FunctionException {
        try {
            Value converted = Conversion.convert(call.argument(0), type);
            return converted.withOrigin(converted.origin().usedAt(call.origin().range()));
        } catch (ConversionException e) {
            throw new FunctionException("Invalid value for %s: %s".formatted(call.function(), e.getMessage()));
        }
    }

    private static Value isSensitive(Call call) {
        Value argument = call.argument(0);
        if (!argument.sensitive() && argument instanceof UnknownValue unknown) {
            return call.unknownLike(unknown, Shape.BOOLEAN);
        }
        return call.of(argument.sensitive());
    }

    /** Only the value itself is unmarked; marks inside of it stay. */
    private static Value nonsensitive(Value value) {
        if (!value.sensitive()) {
            return value;
        } else if (value instanceof StringValue string) {
            return new StringValue(string.value(), string.origin());
        } else if (value instanceof NumberValue number) {
            return new NumberValue(number.value(), number.origin());
        } else if (value instanceof BooleanValue bool) {
            return new BooleanValue(bool.value(), bool.origin());
        } else if (value instanceof NullValue) {
            return new NullValue(value.origin());
        } else if (value instanceof ListValue list) {
            return new ListValue(list.elements(), list.kind(), list.origin(), false);
        } else if (value instanceof ObjectValue object) {
            Map<String, Member> members = new LinkedHashMap<>(object.members());
            return new ObjectValue(members, object.kind(), object.origin(), false);
        }
        UnknownValue unknown = (UnknownValue) value;
        return new UnknownValue(unknown.unknown(), unknown.origin(), false);
    }
}
