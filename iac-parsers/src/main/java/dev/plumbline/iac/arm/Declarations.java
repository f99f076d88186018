package dev.plumbline.iac.arm;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.arm.expression.Decisions;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.arm.resource.Deployment;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.arm.template.TemplateFiles.TemplateFile;
import dev.plumbline.iac.arm.template.TypeDefinitions;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters and outputs that a template declares, for rules to judge. No resource hangs on them, so what cannot be
 * evaluated in them is no problem of the template's, and decides nothing.
 */
final class Declarations {
    private static final String TYPE = "Microsoft.Resources/deployments/";

    private final Mapping template;
    private final TypeDefinitions types;
    private final NodeEvaluator evaluator;
    private final Scope scope;
    private final List<Resource> declarations = new ArrayList<>();

    private Declarations(TemplateFile file, Scope scope) {
        this.template = file.template();
        this.types = new TypeDefinitions(template);
        this.evaluator = new NodeEvaluator(file.source(), new Problems(), Decisions.none());
        this.scope = scope;
    }

    static List<Resource> of(TemplateFile file, Scope scope, DeploymentContext target) {
        Declarations all = new Declarations(file, scope);
        Nodes.members(Nodes.get(all.template, "parameters")).forEach(all::parameter);
        Deployment deployment = new Deployment(all.template, all.evaluator, scope, scope, target, "", List.of());
        ObjectValue outputs = (ObjectValue) deployment.written().get("outputs");
        Nodes.members(Nodes.get(all.template, "outputs")).forEach(output -> all.output(output, outputs));
        return all.declarations;
    }

    /** Its default as it is written, whatever value it is given. */
    private void parameter(Node.Member member) {
        if (!(member.value() instanceof Mapping declaration)) {
            return;
        }
        Mapping type = types.resolve(declaration);
        Map<String, Value.Member> members = typed(type);
        for (Node.Member written : Nodes.members(type)) {
            if (written.key().equalsIgnoreCase("defaultValue")) {
                Value value = types.secured(evaluator.evaluate(written.value(), scope), type);
                members.put("defaultValue", new Value.Member(written.keyRange(), value));
            }
        }
        add("parameters", member, members);
    }

    private void output(Node.Member member, ObjectValue outputs) {
        if (member.value() instanceof Mapping declaration
                && outputs.get(member.key()) instanceof ObjectValue output
                && output.get("value") != null) {
            Map<String, Value.Member> members = typed(types.resolve(declaration));
            members.put("value", output.member("value"));
            add("outputs", member, members);
        }
    }

    private static Map<String, Value.Member> typed(Mapping type) {
        Map<String, Value.Member> members = new LinkedHashMap<>();
        members.put("type", Value.Member.unnamed(new StringValue(Nodes.text(type, "type"), Origin.at(type.range()))));
        return members;
    }

    private void add(String section, Node.Member member, Map<String, Value.Member> members) {
        declarations.add(new Resource(
                section + "/" + member.key(),
                TYPE + section,
                member.key(),
                Resource.Mode.DECLARED,
                Dialect.ARM,
                "",
                new ObjectValue(members, ObjectValue.Kind.CASE_INSENSITIVE, Origin.at(member.keyRange()), false),
                member.range(),
                member.keyRange(),
                List.of(),
                Existence.CERTAIN));
    }
}
