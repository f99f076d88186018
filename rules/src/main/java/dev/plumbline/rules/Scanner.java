package dev.plumbline.rules;

import dev.plumbline.iac.DeepStack;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.arm.ArmFrontEnd;
import dev.plumbline.iac.cloudformation.CloudFormationFrontEnd;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.TerraformFrontEnd;
import dev.plumbline.rules.catalog.Catalog;
import dev.plumbline.rules.comparison.Comparer;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.compile.RuleDirectory;
import dev.plumbline.rules.configuration.DirectoryConfigurations;
import dev.plumbline.rules.engine.Assessment;
import dev.plumbline.rules.engine.Assessor;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.engine.Fingerprint;
import dev.plumbline.rules.engine.RuleSet;
import dev.plumbline.rules.function.Functions;
import dev.plumbline.rules.posture.Evidence;
import dev.plumbline.rules.posture.GateKeeper;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scans a tree of files: the one way in for every host. */
public final class Scanner {
    /** A reader for each language. */
    static final List<FrontEnd> FRONT_ENDS =
            List.of(new ArmFrontEnd(), new CloudFormationFrontEnd(), new TerraformFrontEnd());

    private Scanner() {}

    /** {@link #scan(ScanRequest, FrontEnd.Progress)} that tells nobody how far it has come. */
    public static ScanResult scan(ScanRequest request) throws IOException {
        return scan(request, FrontEnd.Progress.NONE);
    }

    /**
     * Reads what the request names and applies the rules to it. What the files hold is never a reason to throw.
     *
     * @throws IOException where the base directory cannot be read or an input does not exist
     * @throws IllegalArgumentException where an input lies outside of the base directory or an exclude is malformed
     */
    public static ScanResult scan(ScanRequest request, FrontEnd.Progress progress) throws IOException {
        SourceTree tree = SourceTree.open(request.base(), request.inputs(), request.excludes());
        return DeepStack.call(() -> scan(request, tree, progress));
    }

    private static ScanResult scan(ScanRequest request, SourceTree tree, FrontEnd.Progress progress) {
        // The built-in rules, and the functions that they call, come off the disk while the files are read.
        CompletableFuture<Catalog> catalog = CompletableFuture.supplyAsync(Catalog::builtIn);
        CompletableFuture.runAsync(Functions::all);
        DirectoryConfigurations directories = request.directoryConfigurations()
                ? DirectoryConfigurations.read(tree, request.inputs())
                : DirectoryConfigurations.NONE;
        Inputs values = request.values().withRoots(directories.values());
        List<ScanUnit> units = new ArrayList<>();
        for (FrontEnd frontEnd : FRONT_ENDS) {
            units.addAll(frontEnd.read(tree, values, progress));
        }
        units.sort(Comparator.comparing(ScanUnit::path).thenComparing(ScanUnit::dialect));

        Collection<Diagnostic> diagnostics = new TreeSet<>(tree.diagnostics());
        diagnostics.addAll(request.problems());
        diagnostics.addAll(directories.problems());
        units.forEach(unit -> diagnostics.addAll(unit.diagnostics()));
        List<CompiledRule> rules = rules(request, units, catalog.join(), diagnostics);
        Assessor assessor = new Assessor(new RuleSet(rules));
        List<Finding> findings = new ArrayList<>();
        for (ScanUnit unit : units) {
            Assessment assessment = assessor.assess(unit);
            assessment.findings().stream()
                    .filter(finding -> !request.onlyChanges() || isChange(unit, finding))
                    .forEach(findings::add);
            diagnostics.addAll(assessment.diagnostics());
        }
        findings.sort(null);
        findings = Fingerprint.distinct(findings);
        PolicyApplication policy = new PolicyApplication(
                request.policy().with(directories.policies()),
                new RuleNames(rules.stream().map(CompiledRule::rule).toList(), catalog.join()::rules));
        PolicyApplication.Outcome outcome = policy.apply(
                units.stream().flatMap(unit -> unit.exemptions().stream()).toList(),
                findings,
                request.exemptions(),
                request.partial() ? tree.files() : null);
        diagnostics.addAll(outcome.diagnostics());

        SecureScore score = SecureScores.of(outcome.findings());
        Comparison comparison = Comparer.compare(
                        request.baseline(),
                        outcome.findings(),
                        looked(tree, rules, catalog.join(), policy, diagnostics))
                .describedBy(catalog.join()::rule);
        return new ScanResult(
                request.base(),
                units.stream().map(Scanner::summary).toList(),
                applied(outcome.findings()),
                outcome.findings(),
                List.copyOf(diagnostics),
                score,
                GateKeeper.judge(
                        request.gate(), new Evidence(outcome.findings(), List.copyOf(diagnostics), score, comparison)),
                comparison);
    }

    /** Whether something that was found once would be found again if it were still there. */
    private static Predicate<KnownFinding> looked(
            SourceTree tree,
            List<CompiledRule> applied,
            Catalog catalog,
            PolicyApplication policy,
            Collection<Diagnostic> diagnostics) {
        Set<String> rules = new HashSet<>(catalog.ids());
        Map<String, Rule> byId = new HashMap<>();
        applied.forEach(rule -> byId.put(rule.rule().id(), rule.rule()));
        rules.addAll(byId.keySet());
        Set<String> unassessed = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> diagnostic.range().file())
                .collect(Collectors.toSet());
        return known -> rules.contains(known.rule())
                && tree.selection().covers(known.unit())
                && !policy.disables(
                        Optional.ofNullable(byId.get(known.rule())).or(() -> catalog.rule(known.rule())), known.file())
                && !unassessed.contains(known.file());
    }

    private static List<CompiledRule> rules(
            ScanRequest request, List<ScanUnit> units, Catalog catalog, Collection<Diagnostic> diagnostics) {
        Set<String> types = units.stream()
                .flatMap(unit -> unit.worlds().stream())
                .flatMap(world -> world.graph().resources().stream())
                .map(ResourceTypes::key)
                .collect(Collectors.toSet());
        List<CompiledRule> rules = new ArrayList<>(catalog.about(types));
        rules.addAll(RuleDirectory.custom(request.ruleDirectories(), catalog.ids(), diagnostics::add));
        return rules;
    }

    private static boolean isChange(ScanUnit unit, Finding finding) {
        return unit.changes()
                .map(changes -> changes.contains(finding.resource().address()))
                .orElse(true);
    }

    private static ScanResult.Unit summary(ScanUnit unit) {
        long resources = unit.worlds().stream()
                .flatMap(world -> world.graph().resources().stream())
                .map(resource -> resource.address())
                .distinct()
                .count();
        return new ScanResult.Unit(unit.path(), unit.dialect(), (int) resources);
    }

    /** The rules that had something to say, by id, each as grave as it is at the gravest place. */
    private static List<Rule> applied(List<Finding> findings) {
        Map<String, Rule> rules = new TreeMap<>();
        findings.forEach(finding -> rules.merge(
                finding.rule().id(),
                finding.rule(),
                (left, right) -> left.severity().atLeast(right.severity()) ? left : right));
        return List.copyOf(rules.values());
    }
}
