package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.catalog.Catalog;
import dev.plumbline.rules.compile.RuleDirectory;
import dev.plumbline.rules.configuration.DirectoryConfigurations;
import dev.plumbline.rules.engine.Assessment;
import dev.plumbline.rules.engine.Assessor;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.engine.RuleSet;
import dev.plumbline.rules.function.Functions;
import dev.plumbline.rules.lifecycle.EndOfLife;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Reads a tree of files and applies the rules to it; several states of a tree one after the other, each unit once. */
final class TreeAssessor {
    private final ScanRequest request;
    private final FrontEnd.Progress progress;
    private final DirectoryConfigurations directories;
    private final Inputs values;
    private final CompletableFuture<Catalog> catalog;
    private final Map<ScanUnit, Assessment> assessments = new IdentityHashMap<>();
    private final Set<Diagnostic> ruleProblems = new TreeSet<>();
    private final Set<String> types = new HashSet<>();
    private List<CompiledRule> rules;

    /**
     * What a tree holds.
     *
     * @param units in the order of their paths
     * @param findings every verdict, as policy and exemptions have it, in order
     * @param diagnostics in order
     * @param policy what decided about the findings
     */
    record Assessed(
            List<ScanUnit> units,
            List<Finding> findings,
            List<Diagnostic> diagnostics,
            SecureScore score,
            PolicyApplication policy) {}

    /** @param tree the files of the scan, whose directories may be configured: earlier states are judged in the same way */
    TreeAssessor(ScanRequest request, SourceTree tree, FrontEnd.Progress progress) {
        this.request = request;
        this.progress = progress;
        // The built-in rules, and the functions and data that they call for, come off the disk while the files are
        // read.
        this.catalog = CompletableFuture.supplyAsync(Catalog::builtIn);
        CompletableFuture.runAsync(Functions::all).thenRun(EndOfLife::builtIn);
        this.directories = request.directoryConfigurations()
                ? DirectoryConfigurations.read(tree, request.inputs())
                : DirectoryConfigurations.NONE;
        this.values = request.values().withRoots(directories.values());
    }

    Catalog catalog() {
        return catalog.join();
    }

    /** The rule of that id, whether there is anything that it speaks of or not; after a tree was assessed. */
    Optional<Rule> rule(String id) {
        return rules.stream()
                .map(CompiledRule::rule)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .or(() -> catalog().rule(id));
    }

    /** Assesses the only state of a tree. */
    Assessed assess(SourceTree tree) {
        List<ScanUnit> units = new ArrayList<>();
        for (FrontEnd frontEnd : Scanner.FRONT_ENDS) {
            units.addAll(frontEnd.read(tree, values, progress));
        }
        return assess(tree, units);
    }

    /** @param memory of that tree, and of a state that was assessed before */
    Assessed assess(SourceTree tree, Memory memory) {
        List<ScanUnit> units = new ArrayList<>();
        for (FrontEnd frontEnd : Scanner.FRONT_ENDS) {
            units.addAll(frontEnd.read(tree, values, progress, memory));
        }
        return assess(tree, units);
    }

    private Assessed assess(SourceTree tree, List<ScanUnit> units) {
        units.sort(Comparator.comparing(ScanUnit::path).thenComparing(ScanUnit::dialect));
        Collection<Diagnostic> diagnostics = new TreeSet<>(tree.diagnostics());
        diagnostics.addAll(request.problems());
        diagnostics.addAll(directories.problems());
        units.forEach(unit -> diagnostics.addAll(unit.diagnostics()));
        loadRules(units);
        diagnostics.addAll(ruleProblems);
        Assessor assessor =
                new Assessor(new RuleSet(rules), request.exemptions().today());
        List<Finding> findings = new ArrayList<>();
        for (ScanUnit unit : units) {
            Assessment assessment = assessments.computeIfAbsent(unit, assessor::assess);
            assessment.findings().stream()
                    .filter(finding -> !request.onlyChanges() || isChange(unit, finding))
                    .forEach(findings::add);
            diagnostics.addAll(assessment.diagnostics());
        }
        findings.sort(null);
        PolicyApplication policy = new PolicyApplication(
                request.policy().with(directories.policies()),
                new RuleNames(rules.stream().map(CompiledRule::rule).toList(), catalog()::rules));
        PolicyApplication.Outcome outcome = policy.apply(
                units.stream().flatMap(unit -> unit.exemptions().stream()).toList(),
                Identity.distinct(findings),
                request.exemptions(),
                request.partial() ? tree.files() : null);
        diagnostics.addAll(outcome.diagnostics());
        return new Assessed(
                units, outcome.findings(), List.copyOf(diagnostics), SecureScores.of(outcome.findings()), policy);
    }

    /** Sees to it that the rules about all that the units hold are there. */
    private void loadRules(List<ScanUnit> units) {
        Set<String> wanted = units.stream()
                .flatMap(unit -> unit.worlds().stream())
                .flatMap(world -> world.graph().judged().stream())
                .map(ResourceTypes::key)
                .collect(Collectors.toSet());
        if (types.addAll(wanted) || rules == null) {
            rules = new ArrayList<>(catalog().about(types));
            rules.addAll(
                    RuleDirectory.custom(request.ruleDirectories(), catalog().ids(), ruleProblems::add));
        }
    }

    private static boolean isChange(ScanUnit unit, Finding finding) {
        return unit.changes()
                .map(changes -> changes.contains(finding.resource().address()))
                .orElse(true);
    }
}
