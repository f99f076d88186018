package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Literals;
import dev.plumbline.iac.cloudformation.eval.Place;
import dev.plumbline.iac.cloudformation.stack.Stack;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters and outputs that a stack's template declares, for rules to judge. */
final class StackDeclarations {
    /** The members of a parameter that say what it may be. */
    private static final Set<String> GIVES_AWAY = Set.of("Default", "AllowedValues");

    private final Stack stack;
    private final Evaluator evaluator;
    private final List<Resource> declarations = new ArrayList<>();

    private StackDeclarations(Stack stack) {
        this.stack = stack;
        this.evaluator = stack.evaluator();
    }

    static List<Resource> of(Stack stack) {
        StackDeclarations all = new StackDeclarations(stack);
        all.evaluator.template.parameters().forEach(all::parameter);
        all.evaluator.template.outputs().forEach(all::output);
        return all.declarations;
    }

    /** What is written of a parameter, whatever value it is given. */
    private void parameter(String name, Member member) {
        if (!(member.value() instanceof Mapping body)) {
            return;
        }
        Map<String, Value.Member> members = new LinkedHashMap<>();
        boolean secret = body.get("NoEcho") instanceof Scalar echo && Literals.isTrue(echo);
        for (Member written : body.members()) {
            Value value =
                    written.value() instanceof Scalar echo && written.key().equals("NoEcho")
                            ? new BooleanValue(secret, Origin.at(echo.range()))
                            : literal(written.value());
            if (value != null) {
                boolean hidden = secret && GIVES_AWAY.contains(written.key());
                members.put(written.key(), new Value.Member(written.keyRange(), hidden ? value.asSensitive() : value));
            }
        }
        add("Parameter", "Parameters.", name, member, members, Existence.CERTAIN);
    }

    /** A scalar, or a list of them such as {@code AllowedValues}; null for what a parameter has no use for. */
    private static Value literal(Node written) {
        if (written instanceof Scalar scalar) {
            return Literals.value(scalar);
        }
        if (!(written instanceof Sequence list) || !list.items().stream().allMatch(Scalar.class::isInstance)) {
            return null;
        }
        List<Value> elements =
                list.items().stream().map(item -> Literals.value((Scalar) item)).toList();
        return new ListValue(elements, ListValue.Kind.LIST, null, Origin.at(list.range()), false);
    }

    private void output(String name, Member member) {
        Member value = member.value() instanceof Mapping body ? body.member("Value") : null;
        if (value == null) {
            return;
        }
        Existence existence = StackGraph.existence(evaluator, (Mapping) member.value());
        if (existence == null) {
            return;
        }
        Value evaluated = evaluator.evaluate(value.value(), Place.ROOT);
        add(
                "Output",
                "Outputs.",
                name,
                member,
                Map.of("Value", new Value.Member(value.keyRange(), evaluated)),
                existence);
    }

    private void add(
            String kind,
            String section,
            String name,
            Member member,
            Map<String, Value.Member> members,
            Existence existence) {
        declarations.add(new Resource(
                evaluator.qualified(section + name),
                "AWS::CloudFormation::" + kind,
                name,
                Resource.Mode.DECLARED,
                Dialect.CLOUDFORMATION,
                "",
                new ObjectValue(members, Origin.at(member.keyRange())),
                member.range(),
                member.keyRange(),
                stack.calls(),
                existence));
    }
}
