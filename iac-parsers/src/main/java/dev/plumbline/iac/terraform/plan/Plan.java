package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One plan file. */
public final class Plan {
    /** The actions that leave a resource as it is, or leave none. */
    private static final Set<String> UNCHANGED = Set.of("no-op", "delete", "forget");

    private final String path;
    private final Mapping root;
    private final PlannedModule configuration;
    private final List<PlannedResource> resources;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Plan(String path, Mapping root, List<Diagnostic> problems) {
        this.path = path;
        this.root = root;
        this.diagnostics.addAll(problems);
        boolean known = isKnownFormat();
        this.configuration = PlannedModule.of(Nodes.get(root, "configuration", "root_module"));
        this.resources = known ? PlannedResources.in(root) : List.of();
        if (known && (Nodes.isTrue(root.get("errored")) || isFalse(root.get("complete")))) {
            diagnostics.add(Diagnostic.warning(
                    "terraform-plan-incomplete",
                    "The plan is not complete",
                    "Terraform could not or was told not to plan everything; what is missing is not assessed.",
                    root.member(Nodes.isTrue(root.get("errored")) ? "errored" : "complete")
                            .range()));
        }
    }

    /** The plan in a file; empty where there is something else in it. */
    public static Optional<Plan> read(SourceTree tree, String path) {
        // Of a file that cannot be read nobody knows that it is a plan; other readers report it where it matters.
        Optional<SourceFile> file = tree.read(path, any -> {});
        if (file.isEmpty() || !mayBePlan(file.get().text())) {
            return Optional.empty();
        }
        Document document = TreeReader.json(file.get());
        return document.root() instanceof Mapping root && isPlan(root)
                ? Optional.of(new Plan(path, root, document.diagnostics()))
                : Optional.empty();
    }

    private static boolean mayBePlan(String text) {
        return text.contains("\"format_version\"")
                && (text.contains("\"planned_values\"") || text.contains("\"resource_changes\""));
    }

    private static boolean isPlan(Mapping root) {
        return root.get("format_version") instanceof Scalar
                && (root.get("planned_values") instanceof Mapping || root.get("resource_changes") != null);
    }

    /** By Terraform's promise of compatibility, only another major version means something else. */
    private boolean isKnownFormat() {
        String version = Nodes.text(root.get("format_version"));
        boolean known = version.startsWith("1.") || version.startsWith("0.");
        if (!known) {
            diagnostics.add(Diagnostic.error(
                    "terraform-plan-format",
                    "Format version of the plan is not known: " + version,
                    "Versions 0.x and 1.x are read.",
                    root.member("format_version").range()));
        }
        return known;
    }

    private static boolean isFalse(Node node) {
        return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN && !Nodes.isTrue(node);
    }

    public String path() {
        return path;
    }

    /** What there is to say about the file. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** What the root module declares, as {@code type.name}, {@code data.type.name} and {@code module.name}. */
    Set<String> declared() {
        Set<String> names = new TreeSet<>(configuration.resources().keySet());
        configuration.calls().keySet().forEach(call -> names.add("module." + call));
        if (names.isEmpty()) {
            for (PlannedResource resource : resources) {
                Address module = Address.parse(resource.module());
                names.add(resource.module().isEmpty() ? resource.configured() : module.names(0, 2));
            }
        }
        return names;
    }

    /** The values that variables had for the plan, where they are simple ones, over those that were given. */
    public Inputs inputs(Inputs given) {
        Map<String, String> variables = new LinkedHashMap<>(given.variables());
        for (Node.Member variable : Nodes.members(root.get("variables"))) {
            if (Nodes.get(variable.value(), "value") instanceof Scalar scalar && scalar.kind() != Scalar.Kind.NULL) {
                variables.put(variable.key(), scalar.text());
            }
        }
        return new Inputs(variables, given.variableFiles(), List.of(), Map.of(), given.workspace());
    }

    /** The addresses of what will be created, changed, or read on the way; empty where the plan does not say. */
    public Optional<Set<String>> changes() {
        if (!(root.get("resource_changes") instanceof Sequence changes)) {
            return Optional.empty();
        }
        return Optional.of(Nodes.mappings(changes).stream()
                .filter(change -> !UNCHANGED.containsAll(Nodes.texts(Nodes.get(change, "change", "actions"))))
                .map(change -> Nodes.text(change.get("address")))
                .collect(Collectors.toSet()));
    }

    /** The resources as the plan gives them, with the places that they have in it. */
    public ResourceGraph graph() {
        List<Edge> edges = PlannedEdges.of(configuration, resources);
        return new ResourceGraph(resources.stream().map(this::resource).toList(), edges);
    }

    private Resource resource(PlannedResource planned) {
        PlannedModule module = configuration.called(Address.parse(planned.module()));
        Mapping written = module.resources().get(planned.configured());
        Mapping expressions = written != null && written.get("expressions") instanceof Mapping mapping ? mapping : null;
        return new Resource(
                planned.address(),
                planned.type(),
                planned.name(),
                planned.data() ? Mode.DATA : Mode.MANAGED,
                Dialect.TERRAFORM,
                providerVersion(written),
                PlannedValues.of(planned, expressions),
                planned.range(),
                planned.header(),
                calls(planned.module(), planned.header()),
                Existence.CERTAIN);
    }

    private String providerVersion(Mapping written) {
        String key = Nodes.text(Nodes.get(written, "provider_config_key"));
        return Nodes.text(Nodes.get(root, "configuration", "provider_config", key, "version_constraint"));
    }

    private static List<Call> calls(String module, SourceRange place) {
        List<Call> calls = new ArrayList<>();
        if (!module.isEmpty()) {
            Address address = Address.parse(module);
            for (int i = 0; i < address.steps().size(); i += 2) {
                calls.add(new Call(address.text(i, i + 2), place));
            }
        }
        return calls;
    }
}
