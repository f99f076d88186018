package dev.plumbline.iac.terraform;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.graph.Configuration;
import dev.plumbline.iac.terraform.module.ModuleReader;
import dev.plumbline.iac.terraform.module.RootModules;
import java.util.ArrayList;
import java.util.List;

/**
 * Terraform's configuration language: every root module below the base directory, evaluated with the modules it calls
 * as far as that is possible without a provider and a state.
 */
public final class TerraformFrontEnd implements FrontEnd, ExpressionEvaluator {

    @Override
    public List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress) {
        ModuleReader reader = new ModuleReader(tree);
        List<ScanUnit> units = new ArrayList<>();
        for (String directory : RootModules.find(tree, reader)) {
            progress.reading(directory);
            Configuration configuration = new Configuration(tree, reader, directory, inputs);
            ResourceGraph graph = configuration.graph();
            units.add(new ScanUnit(directory, Dialect.TERRAFORM, graph, configuration.diagnostics()));
        }
        return units;
    }

    @Override
    public List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions) {
        Configuration configuration = new Configuration(tree, new ModuleReader(tree), path, inputs);
        return expressions.stream().map(configuration::evaluate).toList();
    }
}
