package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.configuration.PolicyFile;
import dev.plumbline.rules.posture.Gate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckConfigurationTest {

    @TempDir
    private Path base;

    /** As the mojo has them when nothing is configured. */
    private Builder builder;

    @BeforeEach
    void defaults() {
        builder = new Builder();
    }

    @Test
    void onlyWhatAPlanChangesCanBeAssessed() throws Exception {
        assertThat(builder.build().request().onlyChanges()).isFalse();
        builder.onlyChanges = true;
        assertThat(builder.build().request().onlyChanges()).isTrue();
    }

    @Test
    void saysWhatMavenSays() throws Exception {
        Path infra = Files.createDirectory(base.resolve("infra"));
        Path variables = Files.createFile(base.resolve("prod.tfvars"));
        Path parameters = Files.createFile(base.resolve("prod.parameters.json"));
        Path rules = Files.createDirectory(base.resolve("rules"));
        builder.inputs = List.of(infra);
        builder.excludes = List.of("**/sandbox/**");
        builder.failOnSeverity = "Medium";
        builder.minScore = 80.5;
        builder.allowUnassessed = true;
        builder.variables = Map.of("env", "prod");
        builder.variableFiles = List.of(variables);
        builder.parameterFiles = List.of(parameters);
        builder.ruleDirectories = List.of(rules);

        ScanRequest request = builder.build().request();

        assertThat(request.base()).isEqualTo(base);
        assertThat(request.inputs()).containsExactly(infra);
        assertThat(request.excludes()).containsExactly("**/sandbox/**");
        assertThat(request.values().at("").variables()).containsExactly(Map.entry("env", "prod"));
        assertThat(request.values().at("").variableFiles()).containsExactly(variables);
        assertThat(request.values().at("").parameterFiles()).containsExactly(parameters);
        assertThat(request.ruleDirectories()).containsExactly(rules);
        assertThat(request.gate())
                .isEqualTo(Gate.DEFAULT
                        .withFailOn(Severity.MEDIUM)
                        .withMinScore(80.5)
                        .withUnassessed(Gate.Response.IGNORE));
    }

    @Test
    void noSeverityBlocksWithNone() throws Exception {
        builder.failOnSeverity = "none";

        assertThat(builder.build().request().gate()).isEqualTo(Gate.DEFAULT.withFailOn(null));
    }

    @Test
    void refusesASeverityThatIsNone() {
        builder.failOnSeverity = "grave";

        assertRefused("Parameter 'failOnSeverity' (plumbline.failOnSeverity): 'grave' is not a severity; "
                + "use critical, high, medium, low or none.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void refusesAScoreOutOfRange(double score) {
        builder.minScore = score;

        assertRefused("Parameter 'minScore' (plumbline.minScore): " + score
                + " is not a score; give a number from 0 to 100.");
    }

    @Test
    void refusesAnInputThatIsMissing() {
        builder.inputs = List.of(base.resolve("infar"));

        assertRefused("Parameter 'inputs' (plumbline.inputs): " + base.resolve("infar")
                + " does not exist; name files or directories to check.");
    }

    @Test
    void refusesAnInputOutsideOfTheBase() throws IOException {
        builder.base = Files.createDirectory(base.resolve("app"));
        builder.inputs = List.of(base);

        assertRefused("Parameter 'inputs' (plumbline.inputs): " + base + " is outside of " + builder.base
                + "; set baseDirectory to a directory above it.");
    }

    @Test
    void refusesABrokenGlob() {
        builder.excludes = List.of("modules/{a,b");

        assertThatThrownBy(() -> builder.build().request())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Parameter 'excludes' (plumbline.excludes): 'modules/{a,b' is not a glob:");
    }

    @Test
    void refusesFilesThatAreMissingOrOfAnotherKind() {
        builder.variableFiles = List.of(base);
        assertRefused("Parameter 'variableFiles' (plumbline.variableFiles): " + base
                + " is of another kind; name a file of Terraform variables.");

        defaults();
        builder.ruleDirectories = List.of(base.resolve("rules"));
        assertRefused("Parameter 'ruleDirectories' (plumbline.ruleDirectories): " + base.resolve("rules")
                + " does not exist; name a directory of rule files.");
    }

    @Test
    void readsTheBaseline() throws Exception {
        ScanResult earlier = Results.of(
                Gate.Status.BLOCKED,
                List.of(),
                List.of(Results.finding(Severity.HIGH, "a.known", 1, Verdict.FAIL)),
                List.of());
        new ReportFiles(base, EnumSet.of(ReportFormat.SARIF)).write(earlier, PublishOptions.DEFAULT);
        builder.baseline = base.resolve("plumbline.sarif");
        builder.newOnly = true;

        ScanRequest request = builder.build().request();

        assertThat(request.gate().newOnly()).isTrue();
        assertThat(request.baseline().accepted())
                .extracting(KnownFinding::fingerprint)
                .containsExactly(earlier.findings().get(0).fingerprint());
    }

    @Test
    void refusesABaselineThatIsNone() throws Exception {
        builder.newOnly = true;
        assertRefused("Parameter 'newOnly' (plumbline.newOnly): nothing says what is not new; "
                + "name a file with baseline, or a revision with base.");
        builder.gitBase = "main";
        assertThat(builder.build().request().baseline().isGiven()).isFalse();

        builder.baseline = Files.writeString(base.resolve("other.json"), "{}");
        assertThatThrownBy(() -> builder.build().request())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Parameter 'baseline' (plumbline.baseline): the baseline " + builder.baseline)
                .hasMessageEndingWith("; name what the goal baseline wrote, or a report of an earlier check.");
    }

    @Test
    void formatsAreWrittenOnceInAFixedOrder() throws Exception {
        builder.reports = List.of("json", " SARIF", "json");

        assertThat(builder.build().formats()).containsExactly(ReportFormat.SARIF, ReportFormat.JSON);
    }

    @Test
    void refusesAFormatThatIsNone() {
        builder.reports = List.of("sarif", "pdf");

        assertThatThrownBy(() -> builder.build().formats())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Parameter 'reports' (plumbline.reports): 'pdf' is not a format; use ")
                .hasMessageContaining("sarif");
    }

    @Test
    void aConfigurationFileCountsUnlessAParameterSaysOtherwise() throws Exception {
        Files.writeString(base.resolve("plumbline.yaml"), """
                exclude: [legacy]
                gate: { fail-on: low, min-score: 40, unknown: warn }
                reports: { html: report.html }
                """);
        builder.minScore = 50.0;
        builder.othersWork = List.of("module");

        ScanRequest request = builder.build().request();
        assertThat(request.gate())
                .isEqualTo(
                        Gate.DEFAULT.withFailOn(Severity.LOW).withMinScore(50.0).withUnknown(Gate.Response.WARN));
        assertThat(request.excludes()).containsExactly("legacy", "module");
        assertThat(builder.build().formats()).containsExactly(ReportFormat.HTML);

        builder.reports = List.of("csv");
        assertThat(builder.build().formats()).containsExactly(ReportFormat.CSV);
        builder.configurationFiles = false;
        assertThat(builder.build().request().gate()).isEqualTo(Gate.DEFAULT.withMinScore(50.0));
        builder.reports = List.of();
        assertThat(builder.build().formats()).containsExactly(ReportFormat.SARIF, ReportFormat.JSON);
    }

    @Test
    void aProjectAssessesItsPartOfWhatAFileNames() throws Exception {
        Path app = Files.createDirectories(base.resolve("app"));
        Path infra = Files.createDirectories(app.resolve("infra"));
        Files.createDirectories(base.resolve("other"));
        builder.project = app;
        assertThat(builder.build().request().inputs()).containsExactly(app);

        Files.writeString(base.resolve("plumbline.yaml"), "inputs: [app/infra, other]");
        assertThat(builder.build().request().inputs()).containsExactly(infra);
        builder.project = Files.createDirectories(base.resolve("other/deep"));
        assertThat(builder.build().request().inputs()).containsExactly(builder.project);
        builder.project = Files.createDirectories(base.resolve("web"));
        assertThat(builder.build().request().inputs()).isEmpty();
    }

    @Test
    void aPolicyIsNotLoosened() throws Exception {
        builder.policies = List.of(PolicyFile.ofResource("acme.yaml", "gate: { fail-on: high, unassessed: fail }"));
        builder.failOnSeverity = "none";
        builder.allowUnassessed = true;

        ScanRequest request = builder.build().request();

        assertThat(request.gate()).isEqualTo(Gate.DEFAULT);
        assertThat(request.problems())
                .extracting(Diagnostic::summary)
                .containsExactlyInAnyOrder(
                        "The option failOnSeverity is refused", "The option allowUnassessed is refused");
    }

    @Test
    void policiesAreFilesDirectoriesAndResources() throws Exception {
        Path policies = Files.createDirectories(base.resolve("policies"));
        Files.writeString(policies.resolve("a.yaml"), "gate: { fail-on: low }");
        ClassLoader resources = new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return name.equals("acme/policy.yaml")
                        ? new ByteArrayInputStream("gate: {}".getBytes(StandardCharsets.UTF_8))
                        : null;
            }
        };

        assertThat(Policies.read(
                        List.of("policies", "policies/a.yaml", "classpath:acme/policy.yaml"), base, base, resources))
                .extracting(file -> file.source().path())
                .containsExactly("policies/a.yaml", "policies/a.yaml", "classpath:acme/policy.yaml");
        for (String name : List.of("classpath:acme/other.yaml", "missing.yaml")) {
            assertThatThrownBy(() -> Policies.read(List.of(name), base, base, resources))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith("Parameter 'policy' (plumbline.policy): ")
                    .hasMessageEndingWith(" of a dependency of the plugin.");
        }
    }

    @Test
    void theNewConditionsOfTheGateAreParameters() throws Exception {
        builder.maxScoreDrop = 1.5;
        builder.maxFindings = Map.of("low", " 50 ", "High", "0");
        builder.unknown = "warn";
        builder.unassessed = "warn";
        builder.unusedExemptions = "fail";
        assertThat(builder.build().request().gate())
                .isEqualTo(Gate.DEFAULT
                        .withMaxScoreDrop(1.5)
                        .withMaxFindings(Map.of(Severity.LOW, 50, Severity.HIGH, 0))
                        .withUnknown(Gate.Response.WARN)
                        .withUnassessed(Gate.Response.WARN)
                        .withUnusedExemptions(Gate.Response.FAIL));

        builder.unknown = "block";
        assertRefused("Parameter 'unknown' (plumbline.unknown): 'block' is not a response; use ignore, warn or fail.");
        builder.unknown = null;
        builder.maxFindings = Map.of("low", "many");
        assertRefused(
                "Parameter 'maxFindings' (plumbline.maxFindings): 'many' is not a number of findings; write it like"
                        + " <low>50</low>.");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> builder.build().request())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    private final class Builder {
        private Path base = CheckConfigurationTest.this.base;
        private Path project = base;
        private List<Path> inputs = List.of();
        private List<String> excludes = List.of();
        private List<String> othersWork = List.of();
        private String failOnSeverity;
        private Double minScore;
        private Double maxScoreDrop;
        private Map<String, String> maxFindings;
        private String unknown;
        private String unassessed;
        private String unusedExemptions;
        private Boolean allowUnassessed;
        private Map<String, String> variables = Map.of();
        private List<Path> variableFiles = List.of();
        private List<Path> parameterFiles = List.of();
        private List<Path> ruleDirectories = List.of();
        private Path baseline;
        private String gitBase;
        private Boolean newOnly;
        private Boolean onlyChanges;
        private List<PolicyFile> policies = List.of();
        private boolean configurationFiles = true;
        private List<String> reports = List.of();

        CheckConfiguration build() {
            return new CheckConfiguration(
                    base,
                    project,
                    inputs,
                    excludes,
                    othersWork,
                    new GateParameters(
                            failOnSeverity,
                            minScore,
                            maxScoreDrop,
                            maxFindings,
                            unknown,
                            unassessed,
                            unusedExemptions,
                            allowUnassessed,
                            baseline,
                            gitBase,
                            newOnly),
                    variables,
                    variableFiles,
                    parameterFiles,
                    ruleDirectories,
                    policies,
                    configurationFiles,
                    false,
                    onlyChanges,
                    null,
                    reports);
        }
    }
}
