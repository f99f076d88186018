package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
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
        assertThat(request.values().variables()).containsExactly(Map.entry("env", "prod"));
        assertThat(request.values().variableFiles()).containsExactly(variables);
        assertThat(request.values().parameterFiles()).containsExactly(parameters);
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
                .containsExactly("a.known");
    }

    @Test
    void refusesABaselineThatIsNone() throws IOException {
        builder.newOnly = true;
        assertRefused("Parameter 'newOnly' (plumbline.newOnly): nothing says what is not new; "
                + "name an earlier report with baseline.");

        builder.baseline = Files.writeString(base.resolve("other.json"), "{}");
        assertThatThrownBy(() -> builder.build().request())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Parameter 'baseline' (plumbline.baseline): the baseline " + builder.baseline)
                .hasMessageEndingWith("; name a JSON or SARIF report of an earlier check.");
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

    private void assertRefused(String message) {
        assertThatThrownBy(() -> builder.build().request())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    private final class Builder {
        private Path base = CheckConfigurationTest.this.base;
        private List<Path> inputs = List.of(base);
        private List<String> excludes = List.of();
        private String failOnSeverity = "high";
        private Double minScore;
        private boolean allowUnassessed;
        private Map<String, String> variables = Map.of();
        private List<Path> variableFiles = List.of();
        private List<Path> parameterFiles = List.of();
        private List<Path> ruleDirectories = List.of();
        private Path baseline;
        private boolean newOnly;
        private boolean onlyChanges;
        private List<String> reports = List.of("sarif", "json");

        CheckConfiguration build() {
            return new CheckConfiguration(
                    base,
                    inputs,
                    excludes,
                    failOnSeverity,
                    minScore,
                    allowUnassessed,
                    variables,
                    variableFiles,
                    parameterFiles,
                    ruleDirectories,
                    baseline,
                    newOnly,
                    onlyChanges,
                    true,
                    reports);
        }
    }
}
