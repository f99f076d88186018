package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.ParameterFile;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The template's parameters with the values they have for this scan: given, by default, or unknown. */
public final class Parameters {

    /** A number that is longer means nothing, and costs much. */
    private static final int MAX_DIGITS = 100;

    /** CloudFormation allows 4,096 characters for a value. */
    private static final int MAX_LIST = 1 << 16;

    /** The type of a parameter whose value is the name of one of Systems Manager, which holds the value meant. */
    private static final String SSM_VALUE = "AWS::SSM::Parameter::Value";

    private final Map<String, Member> declared;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, List<Mention>> mentions = new HashMap<>();

    public Parameters(Template template, Map<String, ParameterFile.Given> given) {
        this.declared = template.parameters();
        given.forEach((name, value) -> {
            if (PseudoParameters.contains(name) && value.range() != null) {
                values.put(name, new StringValue(value.text(), Origin.at(value.range(), "value of " + name)));
            }
        });
        declared.forEach((name, member) -> values.put(name, value(name, member, given.get(name))));
    }

    /**
     * The parameters of a nested stack.
     *
     * @param prefix of the stack
     * @param passed what the stack around it gives
     * @param outer the parameters of that stack, of which the pseudo parameters that are known hold here too
     */
    public static Parameters nested(Template template, String prefix, Map<String, Noted> passed, Parameters outer) {
        Parameters parameters = new Parameters(template, Map.of());
        outer.values.forEach((name, value) -> {
            if (PseudoParameters.contains(name) && !PseudoParameters.ofStack(name)) {
                parameters.values.put(name, value);
            }
        });
        template.parameters().forEach((name, member) -> {
            Noted given = passed.get(name);
            Value value = given == null ? parameters.get(name) : passed(member, given.value());
            boolean own = given == null && value instanceof UnknownValue;
            parameters.values.put(name, own ? qualified((UnknownValue) value, "<Ref " + prefix + name + ">") : value);
            if (given != null) {
                parameters.mentions.put(name, given.mentions());
            }
        });
        return parameters;
    }

    private static Value qualified(UnknownValue value, String symbol) {
        return new UnknownValue(value.unknown().knownAs(symbol), value.origin(), value.sensitive());
    }

    /** What another stack passes, as a value of the declared type. Lists are passed as text. */
    private static Value passed(Member member, Value given) {
        String type = text(child(member, "Type"));
        String text = given instanceof ListValue list && given.isWhollyKnown() ? joined(list) : Text.of(given);
        Value value;
        if (text != null) {
            value = typed(member, text, given.origin());
        } else {
            Shape shape = isList(type) ? Shape.LIST : type.equals("Number") ? Shape.NUMBER : Shape.STRING;
            Unknown unknown = given instanceof UnknownValue it
                    ? it.unknown().of(shape).certainlySet()
                    : Unknown.because(Cause.KNOWN_AFTER_APPLY, "a part of it is known after deployment")
                            .of(shape);
            value = new UnknownValue(unknown, given.origin());
        }
        boolean secret = given.sensitive() || "true".equalsIgnoreCase(text(child(member, "NoEcho")));
        return secret ? value.asSensitive() : value;
    }

    private static String joined(ListValue list) {
        List<String> texts = new ArrayList<>();
        list.elements().forEach(element -> texts.add(Text.of(element)));
        return texts.contains(null) ? null : String.join(",", texts);
    }

    /** The resources of other stacks that a parameter's value comes from. */
    List<Mention> mentions(String name) {
        return mentions.getOrDefault(name, List.of());
    }

    /** The names of all, in the order of the template. */
    Set<String> names() {
        return declared.keySet();
    }

    /** The value of the parameter of that name; null where there is none. */
    public Value get(String name) {
        return values.get(name);
    }

    /** The values that a parameter is limited to; empty where it is not. */
    List<String> allowed(String name) {
        return declared.containsKey(name) ? texts(child(declared.get(name), "AllowedValues")) : List.of();
    }

    /** The value that a parameter without one has where we assume it. */
    Value assumed(String name, String text) {
        Member member = declared.get(name);
        Value value = typed(member, text, Origin.at(member.keyRange(), "assumed value of parameter " + name));
        return values.get(name).sensitive() ? value.asSensitive() : value;
    }

    private static Value value(String name, Member member, ParameterFile.Given given) {
        String type = text(child(member, "Type"));
        boolean secret = "true".equalsIgnoreCase(text(child(member, "NoEcho")));
        Value value;
        if (type.startsWith(SSM_VALUE)) {
            value = unknown(
                    member,
                    Cause.EXTERNAL,
                    "parameter " + name + " is read from Systems Manager",
                    "<Ref " + name + ">");
        } else if (given != null && given.text() == null) {
            value = unknown(
                    member, Cause.NO_VALUE, "parameter " + name + " keeps its previous value", "<Ref " + name + ">");
        } else if (given != null) {
            SourceRange range = given.range() == null ? member.keyRange() : given.range();
            value = typed(member, given.text(), Origin.at(range, "value of parameter " + name));
        } else if (child(member, "Default") instanceof Scalar scalar) {
            value = typed(member, canonical(scalar), Origin.at(scalar.range(), "default of parameter " + name));
        } else {
            List<String> allowed = texts(child(member, "AllowedValues"));
            String reason = "parameter " + name + " has no default";
            value = unknown(
                    member,
                    Cause.NO_VALUE,
                    allowed.isEmpty() || secret ? reason : reason + " (allowed: " + some(allowed) + ")",
                    "<Ref " + name + ">");
        }
        return secret ? value.asSensitive() : value;
    }

    private static Value unknown(Member member, Cause cause, String reason, String symbol) {
        String type = text(child(member, "Type"));
        Shape shape = isList(type) ? Shape.LIST : type.equals("Number") ? Shape.NUMBER : Shape.STRING;
        Unknown unknown =
                Unknown.because(cause, reason).of(shape).certainlySet().knownAs(symbol);
        return new UnknownValue(unknown, Origin.at(member.keyRange()));
    }

    /** A parameter's value of its declared type. Items of lists are trimmed. */
    private static Value typed(Member member, String text, Origin origin) {
        String type = text(child(member, "Type"));
        if (!isList(type)) {
            return scalar(text, type.equals("Number"), origin);
        }
        if (text.length() > MAX_LIST) {
            return Text.tooLong(origin);
        }
        List<Value> items = new ArrayList<>();
        for (String item : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            items.add(scalar(item.strip(), type.equals("List<Number>"), origin));
        }
        return new ListValue(items, origin);
    }

    private static Value scalar(String text, boolean number, Origin origin) {
        if (number && text.length() <= MAX_DIGITS) {
            try {
                return new NumberValue(new BigDecimal(text), origin);
            } catch (NumberFormatException e) {
                return new StringValue(text, origin);
            }
        }
        return new StringValue(text, origin);
    }

    /** A boolean of YAML is passed on as true or false, however it is written. */
    public static String canonical(Scalar scalar) {
        return scalar.kind() == Scalar.Kind.BOOLEAN ? String.valueOf(Literals.isTrue(scalar)) : scalar.text();
    }

    /** Lists are what they say they are, those that Systems Manager holds included. */
    private static boolean isList(String type) {
        String held = type.startsWith(SSM_VALUE) && type.endsWith(">")
                ? type.substring(SSM_VALUE.length() + 1, type.length() - 1)
                : type;
        return held.equals("CommaDelimitedList") || held.startsWith("List<");
    }

    private static String some(List<String> allowed) {
        int shown = Math.min(5, allowed.size());
        return String.join(", ", allowed.subList(0, shown)) + (shown < allowed.size() ? "…" : "");
    }

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Sequence list) {
            list.items().stream().filter(Scalar.class::isInstance).forEach(item -> texts.add(canonical((Scalar) item)));
        }
        return texts;
    }

    private static Node child(Member member, String name) {
        return member.value() instanceof Node.Mapping mapping ? mapping.get(name) : null;
    }

    private static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }
}
