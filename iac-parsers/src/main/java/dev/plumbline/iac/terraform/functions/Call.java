package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.syntax.Strings;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Sets;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function's converted arguments, and the means to make its result. */
public final class Call {

    /** How many elements a function may make of few: {@code range}, {@code setproduct}. */
    static final int MAX_ELEMENTS = 100_000;

    /** How long a string a function may make of a short one: {@code format}, {@code join}. */
    static final int MAX_LENGTH = 16 << 20;

    private final String function;
    private final List<Value> arguments;
    private final Origin origin;
    private final FunctionContext context;

    Call(String function, List<Value> arguments, Origin origin, FunctionContext context) {
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.origin = origin;
        this.context = context;
    }

    public Origin origin() {
        return origin;
    }

    String function() {
        return function;
    }

    FunctionContext context() {
        return context;
    }

    int count() {
        return arguments.size();
    }

    List<Value> arguments() {
        return arguments;
    }

    Value argument(int position) {
        return arguments.get(position);
    }

    String string(int position) {
        return ((StringValue) arguments.get(position)).value();
    }

    boolean bool(int position) {
        return ((BooleanValue) arguments.get(position)).value();
    }

    BigDecimal number(int position) {
        return ((NumberValue) arguments.get(position)).value();
    }

    /** A whole number. */
    int integer(int position) throws FunctionException {
        return integer(arguments.get(position));
    }

    static int integer(Value value) throws FunctionException {
        try {
            return ((NumberValue) value).value().intValueExact();
        } catch (ArithmeticException e) {
            throw new FunctionException("a whole number of moderate size is required");
        }
    }

    ListValue list(int position) throws FunctionException {
        if (arguments.get(position) instanceof ListValue list) {
            return list;
        }
        throw new FunctionException("%s: argument %d must be a list, set or tuple".formatted(function, position + 1));
    }

    ObjectValue object(int position) throws FunctionException {
        if (arguments.get(position) instanceof ObjectValue object) {
            return object;
        }
        throw new FunctionException("%s: argument %d must be a map or object".formatted(function, position + 1));
    }

    /** The elements of a list of strings, none of them null. */
    List<String> strings(int position) throws FunctionException {
        List<Value> elements = list(position).elements();
        for (Value element : elements) {
            if (!(element instanceof StringValue)) {
                throw new FunctionException(
                        "%s: argument %d must not hold null values".formatted(function, position + 1));
            }
        }
        return elements.stream().map(element -> ((StringValue) element).value()).toList();
    }

    StringValue of(String value) {
        return new StringValue(Strings.normalize(value), origin);
    }

    NumberValue of(BigDecimal value) {
        return new NumberValue(Numbers.round(value), origin);
    }

    NumberValue of(long value) {
        return new NumberValue(BigDecimal.valueOf(value), origin);
    }

    BooleanValue of(boolean value) {
        return new BooleanValue(value, origin);
    }

    NullValue ofNull() {
        return new NullValue(origin);
    }

    /** @param element the type of all elements */
    ListValue listOf(List<? extends Value> elements, Type element) {
        return new ListValue(List.copyOf(elements), ListValue.Kind.LIST, Type.list(element), origin, false);
    }

    ListValue listOfStrings(List<String> elements) {
        return listOf(elements.stream().map(this::of).toList(), Type.Simple.STRING);
    }

    ListValue tupleOf(List<? extends Value> elements) {
        return new ListValue(List.copyOf(elements), ListValue.Kind.TUPLE, origin, false);
    }

    ListValue setOf(List<? extends Value> elements, Type element) {
        return Sets.of(List.copyOf(elements), element, origin);
    }

    ObjectValue objectOf(Map<String, Value> attributes) {
        Map<String, Member> members = new LinkedHashMap<>();
        attributes.forEach((name, value) -> members.put(name, Member.unnamed(value)));
        return new ObjectValue(members, ObjectValue.Kind.OBJECT, origin, false);
    }

    ObjectValue mapOf(Map<String, ? extends Value> elements, Type element) {
        Map<String, Member> members = new TreeMap<>(Sets.STRING_ORDER);
        elements.forEach((name, value) -> members.put(name, Member.unnamed(value)));
        return new ObjectValue(members, ObjectValue.Kind.MAP, Type.map(element), origin, false);
    }

    /** The result, sensitive where one of these arguments is as a whole. */
    Value markedAs(Value result, int... positions) {
        for (int position : positions) {
            if (arguments.get(position).sensitive()) {
                return result.asSensitive();
            }
        }
        return result;
    }

    /** The type of the elements of a list, set, map, or of what a tuple or object becomes as one. */
    Type elementType(int position) {
        return Type.elementOf(Type.of(arguments.get(position)));
    }

    UnknownValue unknown(Unknown.Cause cause, String reason, Unknown.Shape shape) {
        return new UnknownValue(new Unknown(cause, reason, shape, true, ""), origin);
    }

    /** Unknown for the reason for which that value is, of that type, not null. */
    UnknownValue unknownLike(UnknownValue value, Type type) {
        UnknownValue unknown = unknownLike(value, type.shape());
        return new UnknownValue(unknown.unknown(), type, unknown.origin(), unknown.sensitive());
    }

    /** Unknown for the reason for which that value is. */
    UnknownValue unknownLike(UnknownValue value, Unknown.Shape shape) {
        return Function.unknownResult(value, shape, origin);
    }
}
