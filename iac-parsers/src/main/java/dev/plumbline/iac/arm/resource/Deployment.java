package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.Members;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.arm.template.TypeDefinitions;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.List;

/**
 * A template that is being deployed, by itself or from within another.
 *
 * @param template its JSON
 * @param evaluator evaluates what the template's file holds
 * @param scope what its expressions can name
 * @param names the scope under which its resources are found by their names
 * @param target where its resources go
 * @param uncertainty why it is not certain that it will be deployed; empty where it is
 * @param calls the deployments that lead to it, outermost first
 */
public record Deployment(
        Mapping template,
        NodeEvaluator evaluator,
        Scope scope,
        Scope names,
        DeploymentContext target,
        String uncertainty,
        List<Call> calls) {

    public Deployment {
        calls = List.copyOf(calls);
    }

    /** What {@code reference()} shows of it: its outputs, as far as they are known. */
    public ObjectValue written() {
        TypeDefinitions types = new TypeDefinitions(template);
        Members outputs = new Members();
        for (Node.Member output : Nodes.members(Nodes.get(template, "outputs"))) {
            Value value = output.value() instanceof Mapping declaration ? output(declaration, output.key()) : null;
            if (value != null) {
                Value secured = types.secured(value, types.resolve((Mapping) output.value()));
                Members members = new Members().put("value", new Value.Member(output.keyRange(), secured));
                outputs.put(output.key(), new Value.Member(output.keyRange(), object(members, output.value())));
            }
        }
        return object(new Members().put("outputs", Value.Member.unnamed(object(outputs, template))), template);
    }

    /** An output's value; null where it has none, or its condition is not met. */
    private Value output(Mapping declaration, String name) {
        Node condition = Nodes.get(declaration, "condition");
        if (condition != null && evaluator.evaluate(condition, scope) instanceof BooleanValue met && !met.value()) {
            return null;
        }
        if (Nodes.get(declaration, "copy") instanceof Mapping loop) {
            return Nodes.get(loop, "input") == null ? null : evaluator.copies(loop, name, scope);
        }
        Node value = Nodes.get(declaration, "value");
        return value == null ? null : evaluator.evaluate(value, scope);
    }

    private static ObjectValue object(Members members, Node at) {
        return new ObjectValue(members.asMap(), ObjectValue.Kind.CASE_INSENSITIVE, Origin.at(at.range()), false);
    }
}
