package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.engine.Assessment;
import dev.plumbline.rules.engine.Assessor;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.engine.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one rule says of one of its examples. */
record ExampleRun(CompiledRule rule, List<ScanUnit> units, List<Finding> findings, List<Diagnostic> diagnostics) {
    private static final String TEMPLATE = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "resources": %s
            }
            """;

    static ExampleRun of(CompiledRule rule, Rule.Example example, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(fileName(example)), wholeFile(example));
            SourceTree tree = SourceTree.open(directory);
            List<ScanUnit> units = new ArrayList<>();
            for (FrontEnd frontEnd : Scanner.FRONT_ENDS) {
                units.addAll(frontEnd.read(tree, Inputs.NONE, FrontEnd.Progress.NONE));
            }
            return of(rule, units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExampleRun of(CompiledRule rule, List<ScanUnit> units) {
        Assessor assessor = new Assessor(new RuleSet(List.of(rule)));
        List<Finding> findings = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (ScanUnit unit : units) {
            Assessment assessment = assessor.assess(unit);
            findings.addAll(assessment.findings());
            diagnostics.addAll(unit.diagnostics());
            diagnostics.addAll(assessment.diagnostics());
        }
        return new ExampleRun(rule, units, findings, diagnostics);
    }

    /** The same if the attribute at {@code path} were {@code value} for the resource that a finding speaks of. */
    ExampleRun with(Finding finding, String path, Value value) {
        return of(
                rule,
                units.stream()
                        .map(unit -> Changes.set(unit, finding.resource().address(), path, value))
                        .toList());
    }

    /** The finding that says the same of the same resource, or else what says that it holds, if there is one. */
    Optional<Finding> like(Finding finding) {
        return findings.stream()
                .filter(other ->
                        other.resource().address().equals(finding.resource().address()))
                .filter(other -> other.fingerprint().equals(finding.fingerprint()) || other.verdict() != Verdict.FAIL)
                .min(Comparator.comparing(other -> !other.fingerprint().equals(finding.fingerprint())));
    }

    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> "  %s %s at %s %s %s"
                        .formatted(
                                finding.verdict(),
                                finding.resource().address(),
                                finding.range(),
                                finding.attribute(),
                                finding.reason()))
                .collect(Collectors.joining("\n"));
    }

    private static String fileName(Rule.Example example) {
        return switch (example.language()) {
            case "terraform" -> "main.tf";
            case "arm" -> "azuredeploy.json";
            case "bicep" -> "main.bicep";
            default -> "template.yaml";
        };
    }

    /** An example may leave out the template around its resources. */
    private static String wholeFile(Rule.Example example) {
        SourceFile file = new SourceFile(fileName(example), example.code());
        if (example.language().equals("arm")) {
            Node root = TreeReader.json(file).root();
            if (root instanceof Node.Mapping mapping
                    && mapping.get("resources") != null
                    && mapping.get("type") == null) {
                return example.code();
            }
            return TEMPLATE.formatted(root instanceof Node.Sequence ? example.code() : "[" + example.code() + "]");
        } else if (example.language().equals("cloudformation")) {
            boolean whole =
                    TreeReader.yaml(file).root() instanceof Node.Mapping mapping && mapping.get("Resources") != null;
            return whole ? example.code() : "Resources:\n" + example.code().indent(2);
        }
        return example.code();
    }
}
