package dev.plumbline.rules;

import dev.plumbline.iac.DeepStack;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.arm.ArmFrontEnd;
import dev.plumbline.iac.cloudformation.CloudFormationFrontEnd;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.TerraformFrontEnd;
import dev.plumbline.rules.comparison.Base;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.Comparer;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.posture.Evidence;
import dev.plumbline.rules.posture.GateKeeper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        return DeepStack.call(() -> {
            TreeAssessor assessor = new TreeAssessor(request, tree, progress);
            return result(request, tree, assessor, assessor.assess(tree), request.baseline());
        });
    }

    /**
     * Compares with an earlier state of the files, which is read and assessed as far as it differs; otherwise as {@link
     * #scan(ScanRequest, FrontEnd.Progress)}. What the request's baseline knows to be resolved is still known.
     *
     * @throws IOException where the earlier state cannot be read, too
     */
    public static ScanResult scan(ScanRequest request, FrontEnd.Progress progress, Base base) throws IOException {
        SourceTree tree = SourceTree.open(request.base(), request.inputs(), request.excludes());
        SourceTree earlier = base.open(tree);
        return DeepStack.call(() -> {
            TreeAssessor assessor = new TreeAssessor(request, tree, progress);
            Memory memory = Memory.first();
            TreeAssessor.Assessed now = assessor.assess(tree, memory);
            TreeAssessor.Assessed before = assessor.assess(earlier, memory.of(tree, earlier));
            Baseline baseline = Baseline.of(
                            base.name(), before.findings(), before.score().percent())
                    .withResolved(request.baseline().resolved());
            return result(request, tree, assessor, now, baseline);
        });
    }

    private static ScanResult result(
            ScanRequest request,
            SourceTree tree,
            TreeAssessor assessor,
            TreeAssessor.Assessed assessed,
            Baseline baseline) {
        Comparison comparison = Comparer.compare(baseline, assessed.findings(), looked(tree, assessor, assessed))
                .describedBy(assessor.catalog()::rule);
        return new ScanResult(
                request.base(),
                assessed.units().stream().map(Scanner::summary).toList(),
                applied(assessed.findings()),
                assessed.findings(),
                assessed.diagnostics(),
                assessed.score(),
                GateKeeper.judge(
                        request.gate(),
                        new Evidence(assessed.findings(), assessed.diagnostics(), assessed.score(), comparison)),
                comparison);
    }

    /** Whether something that was found once would be found again if it were still there. */
    private static Predicate<KnownFinding> looked(
            SourceTree tree, TreeAssessor assessor, TreeAssessor.Assessed assessed) {
        Set<String> unassessed = assessed.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic -> diagnostic.range().file())
                .collect(Collectors.toSet());
        return known -> assessor.rule(known.rule())
                        .filter(rule -> !assessed.policy().disables(rule, known.file()))
                        .isPresent()
                && tree.selection().covers(known.unit())
                && !unassessed.contains(known.file());
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
