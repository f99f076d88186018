package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
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
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Sets;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code for} expressions and splats. */
public final class Loops {
    /** What a splat's element is bound to; no identifier, so that no file can name it. */
    static final String SPLAT_ITEM = "[*]";

    private final Evaluator evaluator;
    private final Budget budget;

    /** One element of a collection, with its key. */
    public record Item(Result key, Result value) {}

    Loops(Evaluator evaluator, Budget budget) {
        this.evaluator = evaluator;
        this.budget = budget;
    }

    /**
     * The elements of a collection in Terraform's order; a position is the key of a list's element, a set's element is
     * its own key.
     */
    public static List<Item> items(Result collection, SourceRange range) throws EvaluationException {
        List<Item> items = new ArrayList<>();
        Value value = collection.value();
        boolean sensitive = value.sensitive();
        if (value instanceof ListValue list) {
            boolean set = list.kind() == ListValue.Kind.SET;
            for (int i = 0; i < list.elements().size(); i++) {
                Result element = new Result(
                        list.elements().get(i), collection.references().part(Integer.toString(i)));
                Result key = set ? element : Result.of(new NumberValue(BigDecimal.valueOf(i), Origin.at(range)));
                items.add(new Item(key.sensitiveIf(sensitive), element.sensitiveIf(sensitive)));
            }
        } else if (value instanceof ObjectValue object) {
            Map<String, Member> sorted = new TreeMap<>(Sets.STRING_ORDER);
            sorted.putAll(object.members());
            sorted.forEach((name, member) -> {
                Result key = Result.of(new StringValue(name, Origin.at(member.nameRange())));
                Result element =
                        new Result(member.value(), collection.references().part(name));
                items.add(new Item(key.sensitiveIf(sensitive), element.sensitiveIf(sensitive)));
            });
        } else if (value instanceof NullValue) {
            throw new EvaluationException(
                    "Iteration over null value: a null value cannot be used as the collection in a 'for' expression",
                    range);
        } else {
            throw new EvaluationException(
                    "Iteration over non-iterable value: a value of type %s cannot be used as the collection in a 'for' expression"
                            .formatted(Type.of(value).describe()),
                    range);
        }
        return items;
    }

    Result evaluate(Expression.For loop, Bindings bindings) throws EvaluationException {
        Result collection = evaluator.evaluate(loop.collection(), bindings);
        Shape shape = loop.key() == null ? Shape.LIST : Shape.OBJECT;
        if (collection.value() instanceof UnknownValue unknown) {
            return new Result(
                    Unknowns.result(unknown, shape, loop.range()), References.flat(List.of(collection.references())));
        }
        return loop.key() == null ? tuple(loop, collection, bindings) : object(loop, collection, bindings);
    }

    private Bindings bind(Expression.For loop, Item item, Bindings outer) throws EvaluationException {
        budget.spend(loop.range());
        Bindings inner = outer;
        if (loop.keyVariable() != null) {
            inner = inner.with(loop.keyVariable(), item.key());
        }
        return inner.with(loop.valueVariable(), item.value());
    }

    private Result tuple(Expression.For loop, Result collection, Bindings outer) throws EvaluationException {
        List<Value> elements = new ArrayList<>();
        Map<String, References> parts = new LinkedHashMap<>();
        boolean sensitive = collection.value().sensitive();
        for (Item item : items(collection, loop.collection().range())) {
            Bindings bindings = bind(loop, item, outer);
            Value included = included(loop, bindings);
            sensitive |= included.sensitive();
            if (included instanceof UnknownValue unknown) {
                return undecided(loop, collection, unknown, Shape.LIST);
            } else if (((BooleanValue) included).value()) {
                Result element = evaluator.evaluate(loop.value(), bindings);
                parts.put(Integer.toString(elements.size()), element.references());
                elements.add(element.value());
            }
        }
        Value value = new ListValue(elements, ListValue.Kind.TUPLE, Origin.at(loop.range()), sensitive);
        return new Result(value, References.ofParts(parts));
    }

    private Result object(Expression.For loop, Result collection, Bindings outer) throws EvaluationException {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        boolean sensitive = collection.value().sensitive();
        for (Item item : items(collection, loop.collection().range())) {
            Bindings bindings = bind(loop, item, outer);
            Value included = included(loop, bindings);
            sensitive |= included.sensitive();
            if (included instanceof UnknownValue unknown) {
                return undecided(loop, collection, unknown, Shape.OBJECT);
            } else if (!((BooleanValue) included).value()) {
                continue;
            }
            Value key = Evaluator.keyString(
                    evaluator.evaluate(loop.key(), bindings).value(), loop.key().range());
            sensitive |= key.sensitive();
            Result element = evaluator.evaluate(loop.value(), bindings);
            if (key instanceof UnknownValue unknown) {
                return undecided(loop, collection, unknown, Shape.OBJECT);
            }
            List<Result> group = groups.computeIfAbsent(((StringValue) key).value(), name -> new ArrayList<>());
            if (!group.isEmpty() && !loop.grouping()) {
                throw new EvaluationException(
                        "Duplicate object key: two different items produced the key \"%s\" in this 'for' expression"
                                .formatted(((StringValue) key).value()),
                        loop.key().range());
            }
            group.add(element);
        }
        return object(loop, groups, sensitive);
    }

    private static Result object(Expression.For loop, Map<String, List<Result>> groups, boolean sensitive) {
        Map<String, Member> members = new LinkedHashMap<>();
        Map<String, References> parts = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (loop.grouping()) {
                List<Value> elements = group.stream().map(Result::value).toList();
                members.put(
                        name,
                        Member.unnamed(new ListValue(
                                elements,
                                ListValue.Kind.TUPLE,
                                Origin.at(loop.value().range()),
                                false)));
                parts.put(
                        name,
                        References.flat(group.stream().map(Result::references).toList()));
            } else {
                members.put(name, Member.unnamed(group.get(0).value()));
                parts.put(name, group.get(0).references());
            }
        });
        Value value = new ObjectValue(members, ObjectValue.Kind.OBJECT, Origin.at(loop.range()), sensitive);
        return new Result(value, References.ofParts(parts));
    }

    private static Result undecided(Expression.For loop, Result collection, UnknownValue unknown, Shape shape) {
        return new Result(
                Unknowns.result(unknown, shape, loop.range()), References.flat(List.of(collection.references())));
    }

    private Value included(Expression.For loop, Bindings bindings) throws EvaluationException {
        if (loop.condition() == null) {
            return new BooleanValue(true, Origin.at(loop.range()));
        }
        Value value = evaluator.evaluate(loop.condition(), bindings).value();
        if (value instanceof NullValue) {
            throw new EvaluationException(
                    "Condition is null: the value of the 'if' clause must not be null",
                    loop.condition().range());
        }
        try {
            return Conversion.convert(value, Type.Simple.BOOLEAN);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Invalid 'for' condition: the 'if' clause value is invalid: " + e.getMessage(),
                    loop.condition().range());
        }
    }

    /** A value that is no list or set counts as one of a single element, null as an empty one. */
    Result splat(Expression.Splat splat, Bindings bindings) throws EvaluationException {
        Result source = evaluator.evaluate(splat.source(), bindings);
        Value value = source.value();
        if (value instanceof UnknownValue unknown && !isCertainlySingle(unknown)) {
            return new Result(
                    Unknowns.result(unknown, Shape.LIST, splat.range()), References.flat(List.of(source.references())));
        }
        if (value instanceof NullValue && isSequence(Type.of(value))) {
            throw new EvaluationException(
                    "Splat of null value: splat expressions (with the * symbol) cannot be applied to null sequences",
                    splat.source().range());
        }
        List<Result> elements = new ArrayList<>();
        if (value instanceof ListValue) {
            for (Item item : items(source, splat.range())) {
                elements.add(item.value());
            }
        } else if (!(value instanceof NullValue)) {
            elements.add(source);
        }
        List<Value> values = new ArrayList<>();
        Map<String, References> parts = new LinkedHashMap<>();
        for (Result element : elements) {
            budget.spend(splat.range());
            Result each = evaluator.evaluate(splat.each(), bindings.with(SPLAT_ITEM, element));
            parts.put(Integer.toString(values.size()), each.references());
            values.add(each.value());
        }
        if (!(value instanceof ListValue collection) || collection.kind() == ListValue.Kind.TUPLE) {
            Value tuple = new ListValue(values, ListValue.Kind.TUPLE, Origin.at(splat.range()), value.sensitive());
            return new Result(tuple, References.ofParts(parts));
        }
        Type element = values.isEmpty() ? elementType(splat, source, bindings) : Type.of(values.get(0));
        Value list = new ListValue(
                values, ListValue.Kind.LIST, Type.list(element), Origin.at(splat.range()), value.sensitive());
        return new Result(list, References.ofParts(parts));
    }

    /** What an element would become, if there were one: it may be in error all the same. */
    private Type elementType(Expression.Splat splat, Result source, Bindings bindings) throws EvaluationException {
        Type type = Type.elementOf(Type.of(source.value()));
        Unknown unknown = Unknown.because(Unknown.Cause.UNSUPPORTED, "there is no element")
                .of(type.shape());
        Value element = new UnknownValue(unknown, type, source.value().origin(), false);
        return Type.of(evaluator
                .evaluate(splat.each(), bindings.with(SPLAT_ITEM, Result.of(element)))
                .value());
    }

    private static boolean isCertainlySingle(UnknownValue value) {
        Type type = Type.of(value);
        return value.unknown().notNull() && type instanceof Type.Simple && type != Type.Simple.ANY;
    }

    private static boolean isSequence(Type type) {
        return type instanceof Type.Sequence || type instanceof Type.Tuple;
    }
}
