package dev.plumbline.iac.terraform;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.ScanUnit.World;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.azapi.AzapiResources;
import dev.plumbline.iac.terraform.graph.Configuration;
import dev.plumbline.iac.terraform.module.ModuleReader;
import dev.plumbline.iac.terraform.module.RootModules;
import dev.plumbline.iac.terraform.plan.Placement;
import dev.plumbline.iac.terraform.plan.Plan;
import dev.plumbline.iac.terraform.plan.PlanRoots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Terraform's configuration language: every root module below the base directory, evaluated with the modules it calls
 * as far as that is possible without a provider and a state. Where there is a plan of a root module, it is assessed by
 * the plan's values instead.
 */
public final class TerraformFrontEnd implements FrontEnd, ExpressionEvaluator {

    @Override
    public List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress, Memory memory) {
        ModuleReader reader = new ModuleReader(tree, memory);
        List<String> roots = RootModules.find(tree, reader);
        List<String> open = new ArrayList<>(roots);
        List<ScanUnit> units = new ArrayList<>();
        for (String path : tree.files()) {
            if (path.endsWith(".json") && !ModuleReader.isConfiguration(path)) {
                plan(memory, tree, path).ifPresent(plan -> {
                    Optional<String> root = PlanRoots.find(plan, roots, reader);
                    root.ifPresent(open::remove);
                    Inputs given = inputs.at(root.orElse(""));
                    units.add(memory.get(List.of("terraform plan unit", path, root, given), tree, read -> {
                        progress.reading(path);
                        Plan planned = plan(memory, read, path).orElseThrow();
                        return unit(
                                planned,
                                root.map(directory ->
                                        new Configuration(read, reader.on(read), directory, planned.inputs(given))));
                    }));
                });
            }
        }
        for (String directory : open) {
            Inputs given = inputs.at(directory);
            units.add(memory.get(List.of("terraform", directory, given), tree, read -> {
                progress.reading(directory);
                return unit(directory, new Configuration(read, reader.on(read), directory, given));
            }));
        }
        units.sort(Comparator.comparing(ScanUnit::path));
        return units;
    }

    private static Optional<Plan> plan(Memory memory, SourceTree tree, String path) {
        return memory.get(List.of("terraform plan", path), tree, read -> Plan.read(read, path));
    }

    private static ScanUnit unit(String directory, Configuration configuration) {
        ResourceGraph graph = AzapiResources.asArm(configuration.graph());
        return new ScanUnit(directory, Dialect.TERRAFORM, graph, configuration.diagnostics())
                .withExemptions(configuration.exemptions());
    }

    /** @param source the configuration that the plan was made of, where it is among the scanned files */
    private static ScanUnit unit(Plan plan, Optional<Configuration> source) {
        ResourceGraph planned = plan.graph();
        ResourceGraph graph = source.map(configuration -> Placement.of(planned, configuration.graph()))
                .orElse(planned);
        TreeSet<Diagnostic> diagnostics = new TreeSet<>(plan.diagnostics());
        source.ifPresent(configuration -> diagnostics.addAll(configuration.diagnostics()));
        return new ScanUnit(
                        plan.path(),
                        Dialect.TERRAFORM,
                        List.of(new World(AzapiResources.asArm(graph))),
                        List.copyOf(diagnostics),
                        List.of(),
                        plan.changes())
                .withExemptions(source.map(Configuration::exemptions).orElse(List.of()));
    }

    @Override
    public List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions) {
        Configuration configuration =
                new Configuration(tree, new ModuleReader(tree, Memory.none()), path, inputs.at(path));
        return expressions.stream().map(configuration::evaluate).toList();
    }
}
