package dev.plumbline.maven;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Rule.Remediation;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.posture.Control;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.SecureScore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Scan results as the tests need them. */
final class Results {
    private Results() {}

    static ScanResult of(Gate.Status status, List<String> reasons, List<Finding> findings, List<Diagnostic> problems) {
        return of(status, reasons, findings, problems, Comparison.NONE);
    }

    static ScanResult of(
            Gate.Status status,
            List<String> reasons,
            List<Finding> findings,
            List<Diagnostic> problems,
            Comparison comparison) {
        return new ScanResult(
                Path.of("/base").toAbsolutePath(),
                List.of(new ScanResult.Unit("", Dialect.TERRAFORM, findings.size())),
                findings.stream().map(Finding::rule).distinct().toList(),
                findings,
                problems,
                new SecureScore(List.of()),
                new Gate.Outcome(status, reasons),
                comparison);
    }

    static Finding finding(Severity severity, String address, int line, Verdict verdict) {
        SourceRange range = new SourceRange("main.tf", line, 1, line, 10);
        Resource resource = new Resource(
                address,
                "azurerm_storage_account",
                "this",
                Mode.MANAGED,
                Dialect.TERRAFORM,
                "",
                new ObjectValue(Map.of(), Origin.at(range)),
                range,
                range,
                List.of(),
                Existence.CERTAIN);
        Rule rule = new Rule(
                "azure-" + severity.id(),
                "A recommendation of " + severity.id() + " severity",
                severity,
                Control.SECURITY_BEST_PRACTICES,
                "",
                Map.of(),
                List.of(),
                "",
                new Remediation("low", "low", ""),
                List.of(),
                List.of());
        return new Finding(
                rule, resource, "", verdict, range, "", "", "", null, new Identity(rule.id(), address, "", ""));
    }
}
