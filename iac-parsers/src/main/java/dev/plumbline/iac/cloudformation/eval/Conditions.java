package dev.plumbline.iac.cloudformation.eval;

import com.google.re2j.Pattern;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.Calls;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.iac.worlds.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The template's conditions as formulas over the parameters that have no value. */
final class Conditions {

    /** A formula of more parts is left undecided: conditions that refer to each other can multiply. */
    private static final int MAX_SIZE = 1000;

    /** How deep conditions are nested, those that they refer to included. */
    private static final int MAX_DEPTH = TreeReader.MAX_DEPTH;

    /** What stands for what {@code Ref} gives of a resource. */
    private static final Pattern ID = Pattern.compile("<[A-Za-z0-9/]+>");

    private final Template template;
    private final Parameters parameters;
    private final Evaluator evaluator;
    private final Map<String, Formula> formulas = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();
    private int size;
    private int depth;

    /** @param evaluator of what conditions compare */
    Conditions(Template template, Parameters parameters, Evaluator evaluator) {
        this.template = template;
        this.parameters = parameters;
        this.evaluator = evaluator;
    }

    /** The condition of that name. */
    Formula formula(String name) {
        Formula known = formulas.get(name);
        if (known != null) {
            size += sizes.get(name);
            return size > MAX_SIZE ? tooComplex() : known;
        }
        Member condition = template.conditions().get(name);
        if (condition == null) {
            return new Formula.Unknowable("there is no condition " + name);
        }
        if (!inProgress.add(name)) {
            return new Formula.Unknowable("condition " + name + " refers to itself");
        }
        int outer = size;
        size = 0;
        Formula formula = formula(condition.value());
        sizes.put(name, size);
        size += outer;
        inProgress.remove(name);
        formulas.put(name, formula);
        return formula;
    }

    /** Why a condition is undecided, a clause. */
    String reason(String name) {
        List<String> reasons = new ArrayList<>();
        Formula formula = formula(name);
        formula.tests(Map.of(), test -> {
            if (reasons.isEmpty()) {
                reasons.add(test.reason());
            }
        });
        String why = formula instanceof Formula.Unknowable unknowable ? unknowable.reason() : "";
        why = reasons.isEmpty() ? why : reasons.get(0);
        return "condition " + name + " is undecided" + (why.isEmpty() ? "" : ": " + why);
    }

    private Formula formula(Node node) {
        if (++size > MAX_SIZE || depth == MAX_DEPTH) {
            return tooComplex();
        }
        depth++;
        Formula formula = written(node);
        depth--;
        return formula;
    }

    private Formula written(Node node) {
        Intrinsic call = Intrinsic.ofCondition(node);
        if (call == null) {
            Value literal = evaluator.evaluate(node, Place.ROOT);
            return literal instanceof BooleanValue bool ? new Formula.Known(bool.value()) : malformed();
        }
        List<Node> arguments = call.arguments();
        return switch (call.name()) {
            case "Condition" -> call.text() == null ? malformed() : formula(call.text());
            case "Fn::Not" -> arguments.size() == 1 ? new Formula.Not(formula(arguments.get(0))) : malformed();
            case "Fn::And" -> junction(false, arguments);
            case "Fn::Or" -> junction(true, arguments);
            case "Fn::Equals" -> arguments.size() == 2 ? equals(arguments.get(0), arguments.get(1)) : malformed();
            case "Fn::Contains" -> arguments.size() == 2 ? contains(arguments.get(0), arguments.get(1)) : malformed();
            case "Fn::EachMemberIn" -> arguments.size() == 2 ? each(arguments.get(0), arguments.get(1)) : malformed();
            case "Fn::EachMemberEquals" ->
                arguments.size() == 2 ? each(arguments.get(0), arguments.get(1)) : malformed();
            default -> malformed();
        };
    }

    /** What a rule of the section Rules demands: where its condition holds, each of its assertions does. */
    Formula rule(Node rule) {
        if (!(rule instanceof Mapping body) || !(body.get("Assertions") instanceof Sequence assertions)) {
            return malformed();
        }
        size = 0;
        List<Formula> demanded = new ArrayList<>();
        for (Node assertion : assertions.items()) {
            Node demand = assertion instanceof Mapping mapping ? mapping.get("Assert") : null;
            demanded.add(demand == null ? malformed() : formula(demand));
        }
        Formula all = new Formula.Junction(false, demanded);
        Node condition = body.get("RuleCondition");
        return condition == null ? all : new Formula.Junction(true, List.of(new Formula.Not(formula(condition)), all));
    }

    /** Whether a string is one of a list. */
    private Formula contains(Node list, Node string) {
        return evaluator.evaluate(list, Place.ROOT) instanceof ListValue items
                ? among(string, items)
                : comparison(list, string, "the list is unknown");
    }

    /** Whether every member of a list is a string, or one of a list of them. */
    private Formula each(Node list, Node strings) {
        Value allowed = evaluator.evaluate(strings, Place.ROOT);
        Value members = evaluator.evaluate(list, Place.ROOT);
        if (!members.isWhollyKnown() || !allowed.isWhollyKnown() || !(members instanceof ListValue items)) {
            return comparison(list, strings, "a list is unknown");
        }
        List<Value> among = allowed instanceof ListValue several ? several.elements() : List.of(allowed);
        return new Formula.Known(
                items.elements().stream().allMatch(item -> among.stream().anyMatch(each -> same(item, each))));
    }

    private Formula among(Node string, ListValue items) {
        Value value = evaluator.evaluate(string, Place.ROOT);
        String variable = variable(string);
        if (value.isWhollyKnown() && items.isWhollyKnown()) {
            return new Formula.Known(items.elements().stream().anyMatch(item -> same(item, value)));
        }
        boolean texts = items.elements().stream().allMatch(item -> Text.of(item) != null);
        if (!(value instanceof UnknownValue unknown)
                || variable == null
                || !texts
                || items.elements().isEmpty()) {
            return new Formula.Unknowable("it compares what is unknown");
        }
        return new Formula.Junction(
                true,
                items.elements().stream()
                        .<Formula>map(item -> new Formula.Test(
                                variable, Text.of(item), unknown.unknown().reason()))
                        .toList());
    }

    /** A comparison that cannot be taken apart: true or false, the same wherever it is written. */
    private static Formula comparison(Node left, Node right, String reason) {
        return new Formula.Test(Calls.text(left) + " among " + Calls.text(right), "true", reason);
    }

    private Formula junction(boolean decisive, List<Node> arguments) {
        if (arguments.isEmpty()) {
            return malformed();
        }
        return new Formula.Junction(
                decisive, arguments.stream().map(this::formula).toList());
    }

    private Formula equals(Node left, Node right) {
        Value a = evaluator.evaluate(left, Place.ROOT);
        Value b = evaluator.evaluate(right, Place.ROOT);
        if (a.isWhollyKnown() && b.isWhollyKnown()) {
            return new Formula.Known(same(a, b));
        }
        UnknownValue unknown = a instanceof UnknownValue first ? first : b instanceof UnknownValue last ? last : null;
        if (unknown == null || unknown.unknown().cause() == Cause.ERROR) {
            return new Formula.Unknowable(
                    unknown == null ? "it compares lists" : unknown.unknown().reason());
        }
        Node compared = unknown == a ? left : right;
        String variable = variable(compared);
        String value = Text.of(unknown == a ? b : a);
        String reason = unknown.unknown().reason();
        if (value != null) {
            return isNever(unknown.unknown(), value)
                    ? new Formula.Known(false)
                    : new Formula.Test(
                            variable == null ? evaluator.qualified(Calls.text(compared)) : variable, value, reason);
        }
        String first = Calls.text(left);
        String second = Calls.text(right);
        String comparison = first.compareTo(second) <= 0 ? first + " = " + second : second + " = " + first;
        return new Formula.Test(evaluator.qualified(comparison), "true", reason);
    }

    /** Whether a value is certain to be another one: it starts otherwise, or is empty, which no resource's id is. */
    private static boolean isNever(Unknown unknown, String value) {
        boolean id = unknown.cause() == Cause.KNOWN_AFTER_APPLY
                && ID.matcher(unknown.symbol()).matches();
        return !value.startsWith(unknown.prefix()) || (id && value.isEmpty());
    }

    private static boolean same(Value a, Value b) {
        String left = Text.of(a);
        return left == null ? a.sameAs(b) : left.equals(Text.of(b));
    }

    /** The parameter that a node refers to, which has no value; null where it is anything else. */
    private String variable(Node node) {
        Intrinsic call = Intrinsic.of(node);
        String name = call != null && call.name().equals("Ref") ? call.text() : null;
        boolean variable = name != null && (parameters.get(name) != null || PseudoParameters.contains(name));
        return variable ? evaluator.variable(name) : null;
    }

    private static Formula malformed() {
        return new Formula.Unknowable("it is malformed");
    }

    private static Formula tooComplex() {
        return new Formula.Unknowable("it is too complex");
    }
}
