package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.arm.template.ParameterFile;
import dev.plumbline.iac.arm.template.ParameterValues;
import dev.plumbline.iac.arm.template.Resources;
import dev.plumbline.iac.arm.template.TemplateFiles;
import dev.plumbline.iac.arm.template.TemplateFiles.TemplateFile;
import dev.plumbline.iac.arm.template.TemplateScope;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what deployments within a deployment deploy: templates written in them, and linked ones that are in the tree. */
public final class NestedTemplates {

    /** How deep deployments may be nested; real ones hardly go beyond four. */
    private static final int MAX_DEPTH = 16;

    private final TemplateFiles files;
    private final TemplateLinks links;
    private final Resources resources;
    private final Set<String> linked = new TreeSet<>();

    /** @param path the outermost template's file */
    public NestedTemplates(TemplateFiles files, String path, Resources resources) {
        this.files = files;
        this.links = new TemplateLinks(path);
        this.resources = resources;
        links.isAt(address("deployment()"), path);
    }

    private static String address(String deployment) {
        return "<" + deployment + ".properties.templateLink.uri>";
    }

    /** Tells what the outermost template's parameter {@code _artifactsLocation} comes to. */
    public void artifactsAreAt(Value location) {
        links.isHome(Symbols.of(location));
    }

    /** The files that were linked to. */
    public Set<String> linked() {
        return linked;
    }

    /** What a resource deploys that is a deployment; null where that is not known. */
    Deployment of(Instance instance, Deployment outer) {
        Mapping properties = Nodes.mapping(instance.node(), "properties");
        if (properties == null) {
            return null;
        }
        Mapping template = Nodes.mapping(properties, "template");
        Node link = Nodes.get(properties, "templateLink");
        if (template == null && link == null) {
            return null;
        }
        if (outer.calls().size() >= MAX_DEPTH) {
            instance.evaluator()
                    .problems()
                    .error(
                            "arm-limit",
                            "Deployments are nested too deeply",
                            "What is nested deeper is not assessed.",
                            instance.header());
            return null;
        }
        return template == null
                ? linked(instance, properties, link, outer)
                : inline(instance, properties, template, outer);
    }

    private Deployment inline(Instance instance, Mapping properties, Mapping template, Deployment outer) {
        DeploymentContext target = Targets.of(instance.node(), instance.scope(), template, outer);
        if (!isInner(properties)) {
            return new Deployment(
                    template,
                    instance.evaluator(),
                    instance.scope(),
                    outer.names(),
                    target,
                    instance.uncertainty(),
                    calls(instance, outer));
        }
        DeploymentContext own = target.called("deployment('" + instance.name().name() + "')");
        return deployment(instance, template, instance.evaluator(), parameters(instance, properties), own, outer);
    }

    private static boolean isInner(Mapping properties) {
        Mapping options = Nodes.mapping(properties, "expressionEvaluationOptions");
        return options != null && Nodes.text(options, "scope").equalsIgnoreCase("inner");
    }

    private Deployment linked(Instance instance, Mapping properties, Node link, Deployment outer) {
        Value written = instance.evaluator().evaluate(link, instance.scope());
        String path = path(written, instance);
        Optional<TemplateFile> file = path == null ? Optional.empty() : files.template(path);
        if (file.isEmpty()) {
            notFound(written, link.range(), instance.evaluator().problems());
            return null;
        }
        Problems problems = instance.evaluator().problems();
        problems.addAll(file.get().diagnostics());
        linked.add(path);
        Mapping template = file.get().template();
        String call = "deployment('" + path + "')";
        links.isAt(address(call), path);
        DeploymentContext target =
                Targets.of(instance.node(), instance.scope(), template, outer).called(call);
        NodeEvaluator evaluator = instance.evaluator().in(file.get().source());
        return deployment(instance, template, evaluator, parameters(instance, properties), target, outer);
    }

    private Deployment deployment(
            Instance instance,
            Mapping template,
            NodeEvaluator evaluator,
            ParameterValues parameters,
            DeploymentContext target,
            Deployment outer) {
        TemplateScope scope = new TemplateScope(template, evaluator, parameters, target, resources, false);
        return new Deployment(
                template, evaluator, scope, scope, target, instance.uncertainty(), calls(instance, outer));
    }

    private static List<Call> calls(Instance instance, Deployment outer) {
        List<Call> calls = new ArrayList<>(outer.calls());
        String symbol = instance.declaration().symbol();
        calls.add(new Call(symbol.isEmpty() ? instance.name().readable() : symbol, instance.header()));
        return calls;
    }

    /** The path in the tree that a template's or a parameter file's link means; null where that is not known. */
    private String path(Value link, Instance instance) {
        if (!(link instanceof ObjectValue object)) {
            return null;
        }
        if (object.get("relativePath") instanceof StringValue relative) {
            return links.relative(instance.evaluator().file().path(), relative.value());
        }
        Value uri = object.get("uri");
        return uri == null ? null : links.path(Symbols.of(uri));
    }

    private static void notFound(Value link, SourceRange range, Problems problems) {
        boolean spec = link instanceof ObjectValue object && object.get("id") != null;
        problems.add(new Diagnostic(
                Diagnostic.Severity.INFO,
                "arm-link",
                spec ? "Template spec is kept in Azure" : "Linked template is not among the scanned files",
                "What it deploys is not assessed.",
                range));
    }

    private ParameterValues parameters(Instance instance, Mapping properties) {
        NodeEvaluator evaluator = instance.evaluator();
        Node link = Nodes.get(properties, "parametersLink");
        String path = link == null ? null : path(evaluator.evaluate(link, instance.scope()), instance);
        if (path != null && files.tree().isFile(path)) {
            return ParameterFile.read(files.tree(), path, evaluator.problems()::add)
                    .map(file -> ParameterValues.of(List.of(file)))
                    .orElse(ParameterValues.NONE);
        }
        Node written = Nodes.get(properties, "parameters");
        return written instanceof Mapping || written == null
                ? ParameterValues.of((Mapping) written, node -> evaluator.evaluate(node, instance.scope()))
                : ParameterValues.of(evaluator.evaluate(written, instance.scope()));
    }
}
