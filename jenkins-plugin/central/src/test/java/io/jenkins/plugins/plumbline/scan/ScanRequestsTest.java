package io.jenkins.plugins.plumbline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.policy.ExemptionLimits;
import dev.plumbline.rules.policy.ScopedPolicy;
import dev.plumbline.rules.posture.Gate;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.support.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanRequestsTest {
    private static final Report BEFORE = Reports.of(
            60.0, Reports.failed("a", Severity.HIGH), Reports.finding("u", Severity.LOW, Report.Finding.UNKNOWN));
    private static final Reference REFERENCE =
            Reference.of(new Comparison.Reference("infra/main", 7, "job/x/", BEFORE.score(), BEFORE.counts()), BEFORE);

    @TempDir
    Path directory;

    private Path workspace;
    private final Options options = new Options();

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Files.createDirectories(directory.resolve("ws"));
        Files.createDirectories(workspace.resolve("infra/rules"));
        Files.writeString(workspace.resolve("infra/prod.tfvars"), "");
        Files.writeString(workspace.resolve("infra/parameters.json"), "{}");
        Files.writeString(directory.resolve("outside.tf"), "");
    }

    private ScanRequest request(Reference reference) throws OptionException, IOException {
        return ScanRequests.of(new ScanOrder(options, Organisation.NONE, reference, ""), workspace);
    }

    @Test
    void byDefaultTheWholeWorkspaceIsScannedWithTheDefaultGate() throws OptionException, IOException {
        ScanRequest request = request(null);
        assertThat(request.base()).isEqualTo(workspace);
        assertThat(request.inputs()).containsExactly(workspace);
        assertThat(request.gate()).isEqualTo(Gate.DEFAULT);
        assertThat(request.excludes()).containsExactly("plumbline");
        assertThat(request.exemptions().foreign()).isTrue();
    }

    @Test
    void eachOptionHasItsPlace() throws OptionException, IOException {
        options.inputs = "infra";
        options.excludes = "**/sandbox/**";
        options.variables = "env=prod";
        options.variableFiles = "infra/prod.tfvars";
        options.parameterFiles = "infra/parameters.json";
        options.ruleDirectories = "infra/rules";
        options.failOn = "low";
        options.minScore = 70.0;
        options.scoreDrop = 5.0;
        options.allowUnassessed = true;
        options.newOnly = true;
        options.onlyChanges = true;
        options.foreignExemptions = false;
        options.reports = "";
        ScanRequest request = request(REFERENCE);
        assertThat(request.inputs()).containsExactly(workspace.resolve("infra"));
        assertThat(request.excludes()).containsExactly("**/sandbox/**");
        assertThat(request.values().overriding().variables()).isEqualTo(Map.of("env", "prod"));
        assertThat(request.values().overriding().variableFiles())
                .containsExactly(workspace.resolve("infra/prod.tfvars"));
        assertThat(request.values().overriding().parameterFiles())
                .containsExactly(workspace.resolve("infra/parameters.json"));
        assertThat(request.ruleDirectories()).containsExactly(workspace.resolve("infra/rules"));
        assertThat(request.gate())
                .isEqualTo(Gate.DEFAULT
                        .withFailOn(Severity.LOW)
                        .withMinScore(70.0)
                        .withMaxScoreDrop(5.0)
                        .withUnassessed(Gate.Response.IGNORE)
                        .withNewOnly(true));
        assertThat(request.onlyChanges()).isTrue();
        assertThat(request.exemptions().foreign()).isFalse();
    }

    @Test
    void theAdministratorsGateHoldsWhereNobodySaysAnother() throws OptionException, IOException {
        ScanOrder order = new ScanOrder(options, new Organisation("medium", 50.0, false, ""), null, "");
        assertThat(ScanRequests.of(order, workspace).gate())
                .isEqualTo(Gate.DEFAULT.withFailOn(Severity.MEDIUM).withMinScore(50.0));
        Files.writeString(workspace.resolve("plumbline.yaml"), "gate:\n  fail-on: low\n");
        assertThat(ScanRequests.of(order, workspace).gate().failOn()).isEqualTo(Severity.LOW);
        options.failOn = "none";
        options.minScore = 0.0;
        assertThat(ScanRequests.of(order, workspace).gate())
                .isEqualTo(Gate.DEFAULT.withFailOn(null).withMinScore(0.0));
    }

    @Test
    void whatTheOrganisationsPolicyAsksForIsNotLoosened() throws OptionException, IOException {
        options.failOn = "none";
        ScanRequest request = ScanRequests.of(
                new ScanOrder(options, new Organisation("high", null, true, "gate:\n  fail-on: medium\n"), null, ""),
                workspace);
        assertThat(request.gate().failOn()).isEqualTo(Severity.MEDIUM);
        assertThat(request.problems()).extracting(Diagnostic::code).containsExactly("policy-refused");
        assertThat(request.policy().scopes())
                .flatExtracting(ScopedPolicy::limits)
                .extracting(ExemptionLimits::inline)
                .containsExactly(false);
    }

    @Test
    void aPolicyOfTheWorkspaceCountsToo() throws OptionException, IOException {
        Files.writeString(workspace.resolve("policy.yaml"), "gate:\n  min-score: 80\n");
        options.policy = "policy.yaml";
        assertThat(request(null).gate().minScore()).isEqualTo(80.0);
    }

    @Test
    void aWrongPolicyIsToldWhereItIsWritten() {
        assertThatThrownBy(() -> OptionReader.policy("gate:\n  fail-on: severe\n"))
                .hasMessageContaining("Line 2:");
        assertThatThrownBy(() -> OptionReader.policy("gate: [")).hasMessageContaining("Option 'policy'");
    }

    @Test
    void theReferencesFindingsAreTheBaseline() throws OptionException, IOException {
        assertThat(request(null).baseline().isGiven()).isFalse();
        Baseline baseline = request(REFERENCE).baseline();
        assertThat(baseline.name()).isEqualTo("infra/main #7");
        assertThat(baseline.score()).hasValue(60.0);
        assertThat(baseline.accepted())
                .extracting(KnownFinding::resource, KnownFinding::fingerprint)
                .containsExactly(tuple("aws_s3_bucket.a", "fingerprint-a"));
    }

    @Test
    void noOptionLeavesTheWorkspace() throws IOException {
        Files.createSymbolicLink(workspace.resolve("link.tf"), directory.resolve("outside.tf"));
        for (String path :
                new String[] {"../outside.tf", directory.resolve("outside.tf").toString(), "link.tf"}) {
            options.inputs = path;
            assertThatThrownBy(() -> request(null)).as(path).hasMessageContaining("is outside of the workspace");
        }
        options.inputs = "";
        options.variableFiles = "link.tf";
        assertThatThrownBy(() -> request(null)).hasMessageContaining("Option 'variableFiles'");
    }

    @Test
    void whatIsNotThereIsNamed() {
        options.inputs = "gone";
        assertThatThrownBy(() -> request(null)).hasMessageContaining("'gone' does not exist");
        options.inputs = "";
        options.ruleDirectories = "infra/prod.tfvars";
        assertThatThrownBy(() -> request(null)).hasMessageContaining("is of another kind");
    }
}
