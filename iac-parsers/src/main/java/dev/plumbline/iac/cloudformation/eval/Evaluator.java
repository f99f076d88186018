package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.Calls;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Evaluates nodes of one template in one {@link Assumption}: data as it is written, intrinsic functions as far as they
 * can be known before deployment. What cannot be known is unknown, with the reason.
 *
 * <p>Collects, on the way, which resources are mentioned where.
 */
public final class Evaluator {

    /** How many values a template may make in one world: far more than the megabyte of a template has. */
    private static final int MAX_VALUES = 2_000_000;

    /** How deep values are nested, those of other resources that are referred to included. */
    private static final int MAX_DEPTH = 2 * TreeReader.MAX_DEPTH;

    /** How the attributes of a nested stack start that are its outputs. */
    private static final String OUTPUTS = "Outputs.";

    public final Template template;
    public final Parameters parameters;
    public final Assumption assumption;
    private final Conditions conditions;
    private final Functions functions = new Functions(this);
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Map<String, Value> names = new HashMap<>();
    private final Set<String> namesInProgress = new HashSet<>();
    private final Surroundings around;
    private final Budget budget;
    private int depth;

    /** What is mentioned on the way to a value for another stack; null where none is being evaluated. */
    private List<Mention> noted;

    /** The resource that is being evaluated; null outside of resources, where no edges start. */
    private String resource;

    /** How many values may still be made. */
    private static final class Budget {
        private int left = MAX_VALUES;
    }

    public Evaluator(Template template, Parameters parameters, Assumption assumption) {
        this(template, parameters, assumption, Surroundings.NONE);
    }

    public Evaluator(Template template, Parameters parameters, Assumption assumption, Surroundings around) {
        this(template, parameters, assumption, around, new Budget());
    }

    /** An evaluator of a stack that is nested in another one's, with which it shares what may be spent. */
    public Evaluator(Template template, Parameters parameters, Evaluator outer, Surroundings around) {
        this(template, parameters, outer.assumption, around, outer.budget);
    }

    private Evaluator(
            Template template, Parameters parameters, Assumption assumption, Surroundings around, Budget budget) {
        this.template = template;
        this.parameters = parameters;
        this.assumption = assumption;
        this.around = around;
        this.budget = budget;
        this.conditions = new Conditions(template, parameters, this);
    }

    /** How a condition turns out; null where that is undecided. */
    public Boolean condition(String name) {
        return assumption.conditions().get(qualified(name));
    }

    /** A name of this stack as the outermost one knows it. */
    public String qualified(String name) {
        return around.prefix() + name;
    }

    /**
     * The variable that a parameter without a value, or a pseudo parameter, is: the same for two parameters where one is
     * passed on as the other.
     */
    String variable(String name) {
        Value value = parameters.get(name);
        if (value == null) {
            return PseudoParameters.ofStack(name) ? qualified(name) : name;
        }
        String symbol =
                value instanceof UnknownValue unknown ? unknown.unknown().symbol() : "";
        return symbol.isEmpty() ? qualified(name) : symbol;
    }

    /** Evaluates something that another stack is given. */
    public Noted note(Node node) {
        List<Mention> outer = noted;
        String outerResource = resource;
        noted = new ArrayList<>();
        resource = null;
        try {
            Value value = evaluate(node, Place.ROOT);
            return new Noted(value, noted.stream().distinct().toList());
        } finally {
            noted = outer;
            resource = outerResource;
        }
    }

    /** Why a condition is undecided. */
    public String reason(String condition) {
        return conditions.reason(condition);
    }

    public Set<Edge> edges() {
        return edges;
    }

    public Set<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Evaluates a part of a resource, whose mentions of other resources become edges. */
    public Value evaluateIn(String logicalId, Node node, Place place) {
        return in(logicalId, () -> evaluate(node, place));
    }

    /** Evaluates the properties of a resource, in the same way. */
    public ObjectValue properties(String logicalId, Mapping properties) {
        return in(logicalId, () -> members(properties, Place.ROOT));
    }

    private <T> T in(String logicalId, Supplier<T> evaluation) {
        resource = logicalId;
        try {
            return evaluation.get();
        } finally {
            resource = null;
        }
    }

    public Value evaluate(Node node, Place place) {
        if (!spend(1) || depth == MAX_DEPTH) {
            return unknown(node, Cause.UNSUPPORTED, "the template is too large to be evaluated");
        }
        depth++;
        Value value = written(node, place);
        depth--;
        return value;
    }

    private Value written(Node node, Place place) {
        Intrinsic intrinsic = Intrinsic.of(node);
        if (intrinsic != null) {
            return scoped(intrinsic, functions.call(intrinsic, place));
        } else if (node instanceof Scalar scalar) {
            return Literals.value(scalar);
        } else if (node instanceof Sequence list) {
            return list(list, place);
        }
        return object((Mapping) node, place);
    }

    /** The text of a call stands for a value in its own stack only. */
    private Value scoped(Intrinsic call, Value value) {
        if (around.prefix().isEmpty()
                || !(value instanceof UnknownValue unknown)
                || unknown.unknown().symbol().isEmpty()) {
            return value;
        }
        String text = Calls.text(call.argument());
        return unknown.unknown().symbol().equals("<" + text + ">")
                ? new UnknownValue(
                        unknown.unknown().knownAs("<" + qualified(text) + ">"), unknown.origin(), unknown.sensitive())
                : value;
    }

    private Value list(Sequence list, Place place) {
        List<Value> items = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
            Value value = evaluate(item, place.item(items.size()));
            boolean removed = value instanceof NullValue && Intrinsic.of(item) != null;
            if (!removed) {
                items.add(value);
            }
        }
        return new ListValue(items, Origin.at(list.range()));
    }

    private Value object(Mapping mapping, Place place) {
        for (Node.Member member : mapping.members()) {
            if (Intrinsic.isFunction(member.key()) && !IntrinsicFunction.makesMembers(member.key())) {
                return unknown(mapping, Cause.UNSUPPORTED, member.key() + " stands among other members");
            }
        }
        return members(mapping, place);
    }

    /** What is written in a mapping; where a transform makes a part of it, there may be more. */
    private ObjectValue members(Mapping mapping, Place place) {
        Map<String, Member> members = new LinkedHashMap<>();
        Unknown rest = null;
        for (Node.Member member : mapping.members()) {
            if (Intrinsic.isFunction(member.key())) {
                rest = Unknown.because(Cause.EXTERNAL, member.key() + " makes a part of it at deployment");
            } else {
                Value value = evaluate(member.value(), place.member(member.key()));
                members.put(member.key(), new Member(member.keyRange(), value));
            }
        }
        return new ObjectValue(members, Origin.at(mapping.range())).withRest(rest);
    }

    /** What {@code Ref} gives: a parameter, a pseudo parameter, or a resource. */
    public Value ref(String name, Origin origin, Place place) {
        Value parameter = parameters.get(name);
        boolean shared = parameter == null && PseudoParameters.contains(name) && !PseudoParameters.ofStack(name);
        String assumed = assumption.parameters().get(shared ? name : qualified(name));
        if (parameter != null) {
            parameters.mentions(name).forEach(mention -> mention(mention, place));
            Value value = assumed == null ? parameter : parameters.assumed(name, assumed);
            return value.withOrigin(value.origin().usedAt(origin.range()));
        }
        if (PseudoParameters.contains(name)) {
            return assumed == null
                    ? PseudoParameters.value(name, around.prefix(), origin)
                    : new StringValue(assumed, origin);
        }
        Node.Member target = template.resources().get(name);
        Unknown unknown = assigned(name, name).of(Shape.STRING).certainlySet();
        if (target == null) {
            return new UnknownValue(unknown, origin);
        }
        mention(name, "", place);
        Value written = name(name, target);
        if (written != null) {
            return written.withOrigin(written.origin().usedAt(origin.range()));
        }
        return new UnknownValue(unknown, origin);
    }

    /** The name that a resource is given in its properties, where {@code Ref} returns it and it is known; or null. */
    private Value name(String logicalId, Node.Member target) {
        if (names.containsKey(logicalId)) {
            return names.get(logicalId);
        }
        String type = TemplateReader.type(target.value());
        String property = type == null ? null : RefNames.property(type);
        Node written = property != null
                        && target.value() instanceof Mapping mapping
                        && mapping.get("Properties") instanceof Mapping properties
                ? properties.get(property)
                : null;
        if (written == null || !namesInProgress.add(logicalId)) {
            return null;
        }
        String outer = resource;
        resource = null;
        Value value = evaluate(written, Place.ROOT);
        resource = outer;
        namesInProgress.remove(logicalId);
        Value known = Text.of(value) == null ? null : value;
        names.put(logicalId, known);
        return known;
    }

    /** What {@code Fn::GetAtt} gives: an output of a nested stack, or what is assigned at deployment. */
    Value attribute(String logicalId, String attribute, Origin origin, Place place) {
        if (template.resources().containsKey(logicalId)) {
            mention(logicalId, attribute, place);
        }
        Noted output =
                attribute.startsWith(OUTPUTS) ? around.output(logicalId, attribute.substring(OUTPUTS.length())) : null;
        if (output != null) {
            output.mentions().forEach(mention -> mention(mention, place));
            return output.value().withOrigin(output.value().origin().usedAt(origin.range()));
        }
        Unknown unknown = assigned(logicalId, logicalId + "." + attribute);
        return new UnknownValue(attribute.endsWith("Arn") ? unknown.startingWith("arn:aws") : unknown, origin);
    }

    /** What the cloud assigns to a resource: certain to be set, or the template cannot be deployed at all. */
    private Unknown assigned(String logicalId, String what) {
        Unknown unknown;
        if (template.resources().containsKey(logicalId)) {
            unknown = Unknown.because(Cause.KNOWN_AFTER_APPLY, "known after deployment: " + what);
        } else if (template.isGenerated()) {
            unknown = Unknown.because(Cause.EXTERNAL, logicalId + " is made by a macro");
        } else {
            unknown = Unknown.because(Cause.ERROR, "the template has no " + logicalId);
        }
        return unknown.certainlySet().knownAs("<" + qualified(what) + ">");
    }

    /** What {@code Fn::ImportValue} gives; null where no template of the scan exports it. */
    Value imported(String name, Origin origin) {
        Value exported = around.exported(name);
        return exported == null ? null : exported.withOrigin(exported.origin().usedAt(origin.range()));
    }

    private void mention(String target, String attribute, Place place) {
        if (!target.equals(resource)) {
            mention(new Mention(qualified(target), attribute), place);
        }
    }

    private void mention(Mention of, Place place) {
        if (noted != null) {
            noted.add(of);
        }
        if (resource != null) {
            edges.add(
                    new Edge(qualified(resource), place.toString(), of.address(), of.attribute(), Edge.Kind.REFERENCE));
        }
    }

    /** Takes from what may still be spent on values; false where it has run out. */
    boolean spend(int values) {
        budget.left = budget.left > values ? budget.left - values : 0;
        return budget.left > 0;
    }

    void warn(String code, String summary, String detail, Node at) {
        diagnostics.add(Diagnostic.warning(code, summary, detail, at.range()));
    }

    static UnknownValue unknown(Node node, Cause cause, String reason) {
        return new UnknownValue(Unknown.because(cause, reason), Origin.at(node.range()));
    }
}
