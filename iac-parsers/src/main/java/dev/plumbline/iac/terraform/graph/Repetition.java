package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
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

/**
 * The instances that {@code count} or {@code for_each} makes of a block.
 *
 * @param doubt why it is not certain which instances there are; empty where it is
 */
record Repetition(Kind kind, List<Instance> instances, String doubt) {

    /** So many instances of one block are told apart; what is repeated more often is assessed once. */
    static final int MAX_INSTANCES = 10_000;

    enum Kind {
        /** Neither count nor for_each. */
        SINGLE,
        COUNT,
        FOR_EACH,
        /** One instance stands for all, for it is not known which there are. */
        OPEN
    }

    /**
     * @param key what stands in brackets after the block's address: {@code 0}, {@code "a"}, {@code *}; empty where there
     *     are no brackets
     * @param name the key as it is looked up by
     */
    record Instance(String key, String name, Bindings bindings) {
        String suffix() {
            return key.isEmpty() ? "" : "[" + key + "]";
        }
    }

    static Repetition of(Body body, Evaluator evaluator, Bindings outer, Configuration configuration) {
        Attribute count = body.attribute("count");
        Attribute forEach = body.attribute("for_each");
        if (count != null) {
            return counted(count, evaluator.attempt(count.value(), outer), outer, configuration);
        } else if (forEach != null) {
            return each(forEach, evaluator.attempt(forEach.value(), outer), outer, configuration);
        }
        return new Repetition(Kind.SINGLE, List.of(new Instance("", "", outer)), "");
    }

    private static Repetition counted(Attribute at, Result count, Bindings outer, Configuration configuration) {
        Value number;
        try {
            number = Conversion.convert(count.value(), Type.Simple.NUMBER);
        } catch (ConversionException e) {
            return open(at, invalid(at, "Invalid count argument: " + e.getMessage(), configuration), outer);
        }
        if (number instanceof UnknownValue unknown) {
            return open(at, unknown, outer);
        } else if (!(number instanceof NumberValue)) {
            return open(at, invalid(at, "Invalid count argument: the given value is null", configuration), outer);
        }
        BigDecimal value = ((NumberValue) number).value();
        if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0) {
            return open(
                    at,
                    invalid(at, "Invalid count argument: a whole number not below zero is required", configuration),
                    outer);
        } else if (value.compareTo(BigDecimal.valueOf(MAX_INSTANCES)) > 0
                || !configuration.mayRepeat(value.intValue())) {
            return open(at, tooMany(at, configuration), outer);
        }
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < value.intValue(); i++) {
            Value index =
                    new NumberValue(BigDecimal.valueOf(i), Origin.at(at.value().range(), "count.index"));
            instances.add(new Instance(
                    Integer.toString(i), Integer.toString(i), outer.with("count", object(Map.of("index", index), at))));
        }
        return new Repetition(Kind.COUNT, instances, "");
    }

    private static Repetition each(Attribute at, Result collection, Bindings outer, Configuration configuration) {
        Map<String, Result> elements = new TreeMap<>(Sets.STRING_ORDER);
        Value value = collection.value();
        if (value instanceof UnknownValue unknown) {
            return open(at, unknown, outer);
        } else if (value instanceof ObjectValue object) {
            object.members()
                    .forEach((name, member) -> elements.put(
                            name,
                            new Result(member.value(), collection.references().part(name))));
        } else if (value instanceof ListValue list) {
            // Terraform demands a set; a list of strings is as good for us, and its author is told by Terraform.
            for (int i = 0; i < list.elements().size(); i++) {
                Value element = list.elements().get(i);
                if (element instanceof UnknownValue unknown) {
                    return open(at, unknown, outer);
                } else if (!(element instanceof StringValue)) {
                    return open(
                            at,
                            invalid(at, "Invalid for_each set argument: a set of strings is required", configuration),
                            outer);
                }
                elements.put(
                        ((StringValue) element).value(),
                        new Result(element, collection.references().part(Integer.toString(i))));
            }
        } else {
            String problem = value instanceof NullValue
                    ? "Invalid for_each argument: the given value is null"
                    : "Invalid for_each argument: a map, or set of strings, is required";
            return open(at, invalid(at, problem, configuration), outer);
        }
        if (elements.size() > MAX_INSTANCES || !configuration.mayRepeat(elements.size())) {
            return open(at, tooMany(at, configuration), outer);
        }
        List<Instance> instances = new ArrayList<>();
        elements.forEach((name, element) -> {
            Value key = new StringValue(name, Origin.at(at.value().range(), "each.key"));
            instances.add(new Instance(quoted(name), name, outer.with("each", each(key, element, at))));
        });
        return new Repetition(Kind.FOR_EACH, instances, "");
    }

    static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static Result each(Value key, Result element, Attribute at) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("key", key);
        members.put("value", element.value());
        return new Result(object(members, at).value(), References.ofParts(Map.of("value", element.references())));
    }

    private static Result object(Map<String, Value> values, Attribute at) {
        Map<String, Member> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, Member.unnamed(value)));
        return Result.of(new ObjectValue(members, Origin.at(at.value().range())));
    }

    /** One instance for all: its index, key and value are not known. */
    private static Repetition open(Attribute at, UnknownValue why, Bindings outer) {
        Unknown unknown = why.unknown();
        Origin origin = new Origin(at.value().range(), "", why.origin());
        Value index = new UnknownValue(new Unknown(unknown.cause(), unknown.reason(), Shape.NUMBER, true, ""), origin);
        Value key = new UnknownValue(new Unknown(unknown.cause(), unknown.reason(), Shape.STRING, true, ""), origin);
        Value value = new UnknownValue(Unknown.because(unknown.cause(), unknown.reason()), origin);
        Map<String, Value> each = new LinkedHashMap<>();
        each.put("key", key);
        each.put("value", value);
        Bindings bindings = at.name().equals("count")
                ? outer.with("count", object(Map.of("index", index), at))
                : outer.with("each", object(each, at));
        String doubt = "%s depends on a value that is unknown: %s".formatted(at.name(), unknown.reason());
        return new Repetition(Kind.OPEN, List.of(new Instance("*", "*", bindings)), doubt);
    }

    private static UnknownValue invalid(Attribute at, String problem, Configuration configuration) {
        configuration.report(Diagnostic.warning(
                "terraform-repetition",
                problem,
                "One instance is assessed for all.",
                at.value().range()));
        return error(problem, at.value().range());
    }

    private static UnknownValue tooMany(Attribute at, Configuration configuration) {
        String problem = "%s makes more instances than are told apart".formatted(at.name());
        configuration.report(Diagnostic.warning(
                "terraform-too-many-instances",
                problem,
                "One instance is assessed for all. Up to %,d of a block are told apart, and %,d of a configuration."
                        .formatted(MAX_INSTANCES, Configuration.MAX_INSTANCES),
                at.value().range()));
        return error(problem, at.value().range());
    }

    private static UnknownValue error(String problem, SourceRange range) {
        return new UnknownValue(Unknown.because(Cause.ERROR, problem), Origin.at(range));
    }
}
