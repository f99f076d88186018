package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Budget;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Values;
import dev.plumbline.iac.arm.json.Literals;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the expressions of one template can name: its parameters, variables and functions, each evaluated once. */
public final class TemplateScope implements Scope {

    /** How many allowed values a reason lists. */
    private static final int MAX_TOLD = 5;

    private final Mapping template;
    private final NodeEvaluator evaluator;
    private final ParameterValues given;
    private final DeploymentContext deployment;
    private final Resources resources;
    private final boolean root;
    private final TypeDefinitions types;
    private final TypeCheck check;
    private final Map<String, Node.Member> parameters;
    private final Map<String, Node.Member> variables;
    private final List<Node> loops;
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /** @param root whether this is the template that a person deploys, rather than one nested in another */
    public TemplateScope(
            Mapping template,
            NodeEvaluator evaluator,
            ParameterValues given,
            DeploymentContext deployment,
            Resources resources,
            boolean root) {
        this.template = template;
        this.evaluator = evaluator;
        this.given = given;
        this.deployment = deployment;
        this.resources = resources;
        this.root = root;
        this.types = new TypeDefinitions(template);
        this.check = new TypeCheck(types, evaluator.problems());
        this.parameters = Nodes.index(Nodes.get(template, "parameters"));
        this.variables = Nodes.index(Nodes.get(template, "variables"));
        Node.Member copy = variables.get("copy");
        this.loops = copy == null ? List.of() : Nodes.items(copy.value());
    }

    @Override
    public Value parameter(String name) {
        Node.Member member = parameters.get(name.toLowerCase(Locale.ROOT));
        if (member == null || !(member.value() instanceof Mapping declaration)) {
            return null;
        }
        String label = "parameter " + member.key();
        return once(label, member.keyRange(), () -> {
            Mapping type = types.resolve(declaration);
            Value value = converted(parameter(member, type), TypeDefinitions.name(type));
            check.check(value, type, label);
            return types.secured(value, type);
        });
    }

    private Value parameter(Node.Member member, Mapping type) {
        String name = member.key();
        Value value = given.of(name);
        Node defaultValue = Nodes.get(type, "defaultValue");
        if (value == null && defaultValue != null) {
            Value evaluated = evaluator.evaluate(defaultValue, this);
            Origin origin = evaluated.origin();
            value = evaluated.withOrigin(new Origin(origin.range(), "default of parameter " + name, origin.cause()));
        }
        if (value == null && TypeDefinitions.isNullable(type)) {
            return new NullValue(Origin.at(member.keyRange(), "parameter " + name));
        }
        if (value == null) {
            Unknown unknown = Unknown.because(Cause.NO_VALUE, "parameter " + name + " has no value" + choice(type))
                    .of(shape(TypeDefinitions.name(type)))
                    .certainlySet();
            value = new UnknownValue(unknown, Origin.at(member.keyRange(), "parameter " + name));
        }
        return value instanceof UnknownValue unknown ? named(unknown, name) : value;
    }

    /** The values that there are to choose from, for people; empty where all are allowed, or too many to tell. */
    private static String choice(Mapping type) {
        List<String> allowed = allowed(type).stream()
                .map(value -> Values.text(value).isEmpty() ? "''" : Values.text(value))
                .toList();
        return allowed.isEmpty() || allowed.size() > MAX_TOLD ? "" : " (allowed: " + String.join(", ", allowed) + ")";
    }

    private static List<Value> allowed(Mapping type) {
        return Nodes.items(Nodes.get(type, "allowedValues")).stream()
                .map(Literals::value)
                .toList();
    }

    /** The values that a parameter without one is limited to, by the symbol that stands for it; empty where it is not. */
    public List<Value> allowedBySymbol(String symbol) {
        boolean whole = symbol.startsWith("<") && symbol.endsWith(">");
        String name = whole ? symbol.substring(1, symbol.length() - 1) : "";
        Node.Member member = parameters.get(name.toLowerCase(Locale.ROOT));
        return member != null && member.value() instanceof Mapping declaration
                ? allowed(types.resolve(declaration))
                : List.of();
    }

    /** Numbers and truth values may be given as strings. */
    private static Value converted(Value value, String type) {
        if (!(value instanceof StringValue string)) {
            return value;
        }
        String text = string.value().strip();
        boolean truth = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        if (type.equals("bool") && truth) {
            return new BooleanValue(text.equalsIgnoreCase("true"), value.origin(), value.sensitive());
        }
        boolean number = !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return type.equals("int") && number
                ? new NumberValue(new BigDecimal(text), value.origin(), value.sensitive())
                : value;
    }

    /** A parameter's value stays what it is throughout a deployment, so its name stands for it. */
    private UnknownValue named(UnknownValue value, String name) {
        Unknown unknown = value.unknown();
        boolean nameless = unknown.symbol().isEmpty() && root;
        return new UnknownValue(
                nameless ? unknown.knownAs("<" + name + ">") : unknown, value.origin(), value.sensitive());
    }

    private static Shape shape(String type) {
        return switch (type) {
            case "string", "securestring" -> Shape.STRING;
            case "int" -> Shape.NUMBER;
            case "bool" -> Shape.BOOLEAN;
            case "array" -> Shape.LIST;
            case "object", "secureobject" -> Shape.OBJECT;
            default -> Shape.ANY;
        };
    }

    @Override
    public Value variable(String name) {
        Node.Member member = variables.get(name.toLowerCase(Locale.ROOT));
        if (member != null && !name.equalsIgnoreCase("copy")) {
            return once("variable " + member.key(), member.keyRange(), () -> evaluator.evaluate(member.value(), this));
        }
        for (Node loop : loops) {
            if (loop instanceof Mapping mapping
                    && Nodes.text(mapping, "name").equalsIgnoreCase(name)
                    && Nodes.get(mapping, "input") != null) {
                return once(
                        "variable " + name.toLowerCase(Locale.ROOT),
                        loop.range(),
                        () -> evaluator.copies(mapping, name, this));
            }
        }
        return null;
    }

    /** Evaluates what {@code label} names, unless that has been done or is under way. */
    private Value once(String label, SourceRange declared, Supplier<Value> evaluation) {
        Value known = values.get(label);
        if (known != null) {
            return known;
        }
        if (!underWay.add(label)) {
            evaluator
                    .problems()
                    .warning(
                            "arm-cycle",
                            "Value of " + label + " depends on itself",
                            "It is taken as unknown.",
                            declared);
            return new UnknownValue(
                    Unknown.because(Cause.ERROR, "the value of " + label + " depends on itself"),
                    Origin.at(declared, label));
        }
        try {
            Value value = evaluation.get();
            Values.checkSize(value, evaluator.budget());
            values.put(label, value);
            return value;
        } catch (Budget.ExceededException e) {
            Value value = new UnknownValue(
                    Unknown.because(Cause.UNSUPPORTED, label + " is not evaluated: " + e.getMessage()),
                    Origin.at(declared, label));
            values.put(label, value);
            throw e;
        } finally {
            underWay.remove(label);
        }
    }

    @Override
    public Value copyIndex(String loop) {
        return null;
    }

    @Override
    public UserFunction function(String qualifiedName) {
        int dot = qualifiedName.indexOf('.');
        if (dot < 0) {
            return null;
        }
        for (Node group : Nodes.items(Nodes.get(template, "functions"))) {
            if (group instanceof Mapping mapping
                    && Nodes.text(mapping, "namespace").equalsIgnoreCase(qualifiedName.substring(0, dot))) {
                Mapping members = Nodes.mapping(mapping, "members");
                Mapping function = members == null ? null : Nodes.mapping(members, qualifiedName.substring(dot + 1));
                return function == null ? null : new TemplateFunction(function, evaluator, this);
            }
        }
        return null;
    }

    @Override
    public DeploymentContext deployment() {
        return deployment;
    }

    @Override
    public Written written(Value identifier, boolean full) {
        return resources.written(identifier, full, this);
    }

    @Override
    public Value resourceNamed(String name) {
        return resources.id(name, this);
    }
}
