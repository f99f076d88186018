package dev.plumbline.iac.arm;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Decisions;
import dev.plumbline.iac.arm.expression.DeploymentContext;
import dev.plumbline.iac.arm.expression.DeploymentContext.Level;
import dev.plumbline.iac.arm.expression.ExpressionParser;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.arm.resource.Deployment;
import dev.plumbline.iac.arm.resource.EdgeFinder;
import dev.plumbline.iac.arm.resource.Instance;
import dev.plumbline.iac.arm.resource.NestedTemplates;
import dev.plumbline.iac.arm.resource.ResourceExpander;
import dev.plumbline.iac.arm.resource.ResourceIndex;
import dev.plumbline.iac.arm.resource.ResourceName;
import dev.plumbline.iac.arm.template.NodeEvaluator;
import dev.plumbline.iac.arm.template.ParameterValues;
import dev.plumbline.iac.arm.template.TemplateFiles;
import dev.plumbline.iac.arm.template.TemplateFiles.TemplateFile;
import dev.plumbline.iac.arm.template.TemplateScope;
import dev.plumbline.iac.arm.template.TemplateShape;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A template file with the values of its parameters, evaluated into a graph. */
final class Template {
    private static final String ARTIFACTS = "_artifactsLocation";

    private final NodeEvaluator evaluator;
    private final TemplateScope scope;
    private final ResourceIndex index = new ResourceIndex();
    private final NestedTemplates nested;
    private final List<Resource> declarations;

    /** @param files where templates are found that it links to */
    Template(TemplateFile file, ParameterValues given, TemplateFiles files, Problems problems, Decisions decisions) {
        Mapping root = file.template();
        this.evaluator = new NodeEvaluator(file.source(), problems, decisions);
        DeploymentContext target = target(file.source(), root);
        this.scope = new TemplateScope(root, evaluator, given, target, index, true);
        this.nested = new NestedTemplates(files, file.source().path(), index);
        Value artifacts = scope.parameter(ARTIFACTS);
        if (artifacts != null) {
            nested.artifactsAreAt(artifacts);
        }
        Deployment deployment = new Deployment(root, evaluator, scope, scope, target, "", List.of());
        new ResourceExpander(index, nested).expand(deployment);
        this.declarations = Declarations.of(file, scope, target);
    }

    /** The files of the templates that it links to. */
    Set<String> linked() {
        return nested.linked();
    }

    /** Whether evaluation was given up somewhere, because it took too much. */
    boolean isTooMuch() {
        return evaluator.budget().isReported();
    }

    /** The values that a parameter without one is limited to, by the symbol that stands for it. */
    List<Value> allowed(String symbol) {
        return scope.allowedBySymbol(symbol);
    }

    private static DeploymentContext target(SourceFile file, Mapping root) {
        Origin origin = Origin.at(file.range(0, 0));
        return new DeploymentContext(
                TemplateShape.level(root, Level.RESOURCE_GROUP),
                told("subscription().subscriptionId", origin),
                told("resourceGroup().name", origin),
                told("managementGroup().name", origin),
                told("deployment().name", origin),
                "deployment()");
    }

    private static Value told(String what, Origin origin) {
        Unknown unknown = Unknown.because(Cause.KNOWN_AFTER_APPLY, what + " is known when the template is deployed")
                .of(Shape.STRING)
                .certainlySet()
                .knownAs("<" + what + ">");
        return new UnknownValue(unknown, origin);
    }

    /** What an expression comes to that stands in the template, outside of its resources. */
    Evaluation evaluate(String expression) {
        String opening = expression.startsWith("[") ? "[ " : "["; // two brackets would be an escape
        String text = ExpressionParser.isExpression(expression) ? expression : opening + expression + "]";
        SourceFile source = new SourceFile("expression", text);
        Problems own = new Problems();
        Scalar scalar = new Scalar(text, Scalar.Kind.STRING, "", source.range(0, text.length()));
        Value value = new NodeEvaluator(source, own, Decisions.none()).evaluate(scalar, scope);
        boolean error =
                value instanceof UnknownValue unknown && unknown.unknown().cause() == Cause.ERROR;
        List<Diagnostic> diagnostics = error
                ? own.sorted().stream()
                        .map(d -> Diagnostic.error(d.code(), d.summary(), d.detail(), d.range()))
                        .toList()
                : List.of();
        return new Evaluation(value, diagnostics);
    }

    ResourceGraph graph() {
        List<Instance> evaluated = index.all().stream()
                .filter(instance -> instance.attributes() != null)
                .toList();
        Map<Instance, String> addresses = addresses(evaluated);
        EdgeFinder edges = new EdgeFinder(index, addresses);
        List<Resource> resources = new ArrayList<>();
        for (Instance instance : evaluated) {
            resources.add(resource(instance, addresses.get(instance), instance.attributes()));
            edges.find(instance, instance.attributes());
        }
        return new ResourceGraph(resources, edges.edges()).withDeclarations(declarations);
    }

    /** A symbolic name, or type and name; where that is taken already, with {@code #2}, {@code #3}… */
    private static Map<Instance, String> addresses(List<Instance> instances) {
        Map<Instance, String> addresses = new IdentityHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Instance instance : instances) {
            String base = address(instance);
            String address = base;
            while (!taken.add(ResourceName.key(address))) {
                address = base + "#" + (counts.merge(ResourceName.key(base), 1, Integer::sum) + 1);
            }
            addresses.put(instance, address);
        }
        return addresses;
    }

    private static String address(Instance instance) {
        String symbol = instance.declaration().symbol();
        if (symbol.isEmpty()) {
            return instance.name().type() + "/" + instance.name().readable();
        }
        String calls = instance.calls().stream().map(call -> call.name() + "/").collect(Collectors.joining());
        return calls + symbol;
    }

    private static Resource resource(Instance instance, String address, ObjectValue attributes) {
        String symbol = instance.declaration().symbol();
        Value written = attributes.get("apiVersion");
        return new Resource(
                address,
                instance.name().type(),
                symbol.isEmpty() ? instance.name().readable() : symbol,
                instance.isExisting() ? Mode.DATA : Mode.MANAGED,
                Dialect.ARM,
                written instanceof StringValue version ? version.value() : "",
                attributes,
                instance.node().range(),
                instance.header(),
                instance.calls(),
                instance.subscriptionId() instanceof StringValue subscription ? subscription.value() : "",
                instance.uncertainty().isEmpty() ? Existence.CERTAIN : new Existence(instance.uncertainty()));
    }
}
