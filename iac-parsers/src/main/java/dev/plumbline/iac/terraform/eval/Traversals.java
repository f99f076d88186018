package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.syntax.Expression.Step;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Looks into values: {@code .name}, {@code [key]}. */
final class Traversals {
    private final Names names;

    Traversals(Names names) {
        this.names = names;
    }

    Result follow(Result source, List<Step> steps) throws EvaluationException {
        Result at = source;
        for (Step step : steps) {
            if (step instanceof Step.Attribute attribute) {
                at = attribute(at, attribute.name(), attribute.range());
            } else if (step instanceof Step.Key key) {
                at = member(at, key.key(), key.range());
            } else if (step instanceof Step.Position position) {
                at = position(at, position.position(), position.range());
            }
        }
        return at;
    }

    Result index(Result collection, Result key, SourceRange range) throws EvaluationException {
        Result found;
        if (key.value() instanceof NullValue) {
            throw new EvaluationException("Invalid index: can't use a null value as an indexing key", range);
        } else if (key.value() instanceof UnknownValue unknown) {
            found = new Result(Unknowns.part(unknown, "[?]", range), References.flat(List.of(collection.references())));
        } else if (collection.value() instanceof ListValue) {
            found = position(collection, convert(key.value(), Type.Simple.NUMBER, range), range);
        } else {
            found = member(collection, convert(key.value(), Type.Simple.STRING, range), range);
        }
        // Terraform forgets the mark of the key of an object.
        boolean marks = !(collection.value() instanceof ObjectValue object) || object.kind() == ObjectValue.Kind.MAP;
        return found.sensitiveIf(marks && key.value().sensitive());
    }

    private Result position(Result collection, Value key, SourceRange range) throws EvaluationException {
        return position(collection, ((NumberValue) key).value(), range);
    }

    private Result member(Result collection, Value key, SourceRange range) throws EvaluationException {
        return member(collection, ((StringValue) key).value(), range);
    }

    private static Value convert(Value key, Type type, SourceRange range) throws EvaluationException {
        try {
            return Conversion.convert(key, type);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Invalid index: the given key does not identify an element in this collection value: "
                            + e.getMessage(),
                    range);
        }
    }

    private Result attribute(Result source, String name, SourceRange range) throws EvaluationException {
        Value value = source.value();
        if (value instanceof UnknownValue unknown) {
            return unknown(source, unknown, "." + name, attributeType(Type.of(unknown), name, range), range);
        } else if (value instanceof NullValue) {
            throw new EvaluationException("Attempt to get attribute from null value", range);
        } else if (value instanceof ObjectValue) {
            return member(source, name, range);
        }
        throw new EvaluationException("Unsupported attribute: this value does not have any attributes", range);
    }

    private static Result unknown(Result source, UnknownValue unknown, String suffix, Type type, SourceRange range) {
        UnknownValue part = Unknowns.part(unknown, suffix, range);
        Value typed = type == Type.Simple.ANY
                ? part
                : new UnknownValue(part.unknown().of(type.shape()), type, part.origin(), part.sensitive());
        return new Result(typed, References.flat(List.of(source.references())));
    }

    /** The type of an attribute of an unknown value, as far as it is certain. */
    private static Type attributeType(Type type, String name, SourceRange range) throws EvaluationException {
        if (type instanceof Type.Structure object) {
            Type attribute = object.attributes().get(name);
            if (attribute == null) {
                throw new EvaluationException(
                        "Unsupported attribute: this object does not have an attribute named \"%s\"".formatted(name),
                        range);
            }
            return attribute;
        } else if (type != Type.Simple.ANY && !(type instanceof Type.Mapping)) {
            throw new EvaluationException("Unsupported attribute: this value does not have any attributes", range);
        }
        return Type.elementOf(type);
    }

    /** The type of an element of an unknown value, as far as it is certain. */
    private static Type elementType(Type type, SourceRange range) throws EvaluationException {
        if (type instanceof Type.Simple && type != Type.Simple.ANY) {
            throw new EvaluationException("Invalid index: this value does not have any indices", range);
        }
        return type instanceof Type.Sequence || type instanceof Type.Mapping ? Type.elementOf(type) : Type.Simple.ANY;
    }

    private Result member(Result source, String name, SourceRange range) throws EvaluationException {
        if (source.value() instanceof UnknownValue unknown) {
            return unknown(source, unknown, "[\"" + name + "\"]", elementType(Type.of(unknown), range), range);
        } else if (source.value() instanceof NullValue) {
            throw new EvaluationException("Attempt to index null value", range);
        } else if (source.value() instanceof ListValue) {
            return position(
                    source, convert(new StringValue(name, source.value().origin()), Type.Simple.NUMBER, range), range);
        } else if (!(source.value() instanceof ObjectValue)) {
            throw new EvaluationException("Invalid index: this value does not have any indices", range);
        }
        ObjectValue object = (ObjectValue) source.value();
        Member member = object.member(name);
        if (member == null || member.value() instanceof NullValue) {
            // A resource's attribute that is set to null is as good as not written: the provider may compute it.
            Optional<Result> computed = names.computed(object, name);
            if (computed.isPresent()) {
                return computed.get().sensitiveIf(object.sensitive());
            }
        }
        if (member == null) {
            throw new EvaluationException(
                    object.kind() == ObjectValue.Kind.MAP
                            ? "Invalid index: the given key does not identify an element in this collection value"
                            : "Unsupported attribute: this object does not have an attribute named \"%s\""
                                    .formatted(name),
                    range);
        }
        References references = names.referenceTo(object, name)
                .orElseGet(() -> source.references().part(name));
        return new Result(member.value(), references).sensitiveIf(object.sensitive());
    }

    private Result position(Result source, BigDecimal position, SourceRange range) throws EvaluationException {
        if (source.value() instanceof UnknownValue unknown) {
            return unknown(
                    source, unknown, "[" + Numbers.format(position) + "]", elementType(Type.of(unknown), range), range);
        } else if (source.value() instanceof NullValue) {
            throw new EvaluationException("Attempt to index null value", range);
        } else if (source.value() instanceof ObjectValue) {
            return member(source, Numbers.format(position), range);
        } else if (!(source.value() instanceof ListValue)) {
            throw new EvaluationException("Invalid index: this value does not have any indices", range);
        }
        ListValue list = (ListValue) source.value();
        if (list.kind() == ListValue.Kind.SET) {
            throw new EvaluationException(
                    "Invalid index: elements of a set are identified only by their value and don't have any separate index or key to select with",
                    range);
        }
        List<Value> elements = list.elements();
        if (!Numbers.isInteger(position)
                || position.signum() < 0
                || position.compareTo(BigDecimal.valueOf(elements.size())) >= 0) {
            throw new EvaluationException(
                    "Invalid index: the given key does not identify an element in this collection value", range);
        }
        int index = position.intValue();
        return new Result(elements.get(index), source.references().part(Integer.toString(index)))
                .sensitiveIf(list.sensitive());
    }
}
