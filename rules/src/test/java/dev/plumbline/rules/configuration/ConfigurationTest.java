package dev.plumbline.rules.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.Gate.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static final String TRANSFER = "azure-storage-secure-transfer";

    @TempDir
    private Path directory;

    private Path base;

    @BeforeEach
    void writeTemplates() throws IOException {
        base = directory.resolve("repository");
        for (String path : List.of("main.tf", "net/main.tf", "net/legacy/main.tf")) {
            write(path, """
                    variable "secure" { default = false }
                    resource "azurerm_storage_account" "logs" {
                      name                       = "logs"
                      https_traffic_only_enabled = var.secure
                    }
                    """);
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static PolicyFile policy(String text) {
        return PolicyFile.ofResource("acme.yaml", text);
    }

    private Configuration load(Settings options, PolicyFile... policies) throws IOException {
        return Configuration.load(base, List.of(policies), true, options);
    }

    private Configuration load(PolicyFile... policies) throws IOException {
        return load(Settings.NONE, policies);
    }

    /** Where storage accounts allow plain HTTP, with what follows from it. */
    private List<String> insecure(Configuration configuration) throws IOException {
        return Scanner.scan(configuration.request()).findings().stream()
                .filter(finding -> finding.rule().id().equals(TRANSFER) && finding.verdict() == Verdict.FAIL)
                .map(finding -> finding.range().file() + " " + (finding.isExempted() ? "exempted" : effect(finding)))
                .toList();
    }

    private static String effect(Finding finding) {
        return finding.effect().id()
                + (finding.decision() == null
                        ? ""
                        : " " + finding.decision().scope().label());
    }

    private static List<String> problems(Configuration configuration) {
        return configuration.problems().stream()
                .map(problem -> problem.range() + " " + problem.summary())
                .toList();
    }

    @Test
    void withoutFilesTheDefaultsHold() throws IOException {
        Configuration configuration = load();

        assertThat(configuration.request().gate()).isEqualTo(Gate.DEFAULT);
        assertThat(configuration.request().inputs()).containsExactly(base);
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.files()).isEmpty();
        assertThat(insecure(configuration))
                .containsExactly("main.tf enabled", "net/legacy/main.tf enabled", "net/main.tf enabled");
    }

    @Test
    void theInnerCountsBeforeTheOuter() throws IOException {
        write("plumbline.yaml", "gate: { fail-on: medium, min-score: 50, max-findings: { low: 3 } }\nworkspace: dev");
        PolicyFile policy = policy("gate: { fail-on: high, unknown: warn, max-findings: { medium: 7 } }");
        Settings options = Settings.NONE
                .withOption(Key.MIN_SCORE, 60.0, "--min-score")
                .withOption(Key.WORKSPACE, null, "--workspace");
        Configuration configuration = load(options, policy);

        assertThat(configuration.request().gate())
                .isEqualTo(Gate.DEFAULT
                        .withFailOn(Severity.MEDIUM)
                        .withMinScore(60.0)
                        .withMaxFindings(Map.of(Severity.LOW, 3, Severity.MEDIUM, 7))
                        .withUnknown(Response.WARN));
        assertThat(configuration.effective().parts(Key.MIN_SCORE))
                .extracting(part -> part.source().toString())
                .containsExactly("--min-score");
        assertThat(configuration.effective().parts(Key.MAX_FINDINGS))
                .extracting(part -> part.source().toString())
                .containsExactly("classpath:acme.yaml:1", "plumbline.yaml:1");
        assertThat(configuration.effective().parts(Key.WORKSPACE).get(0).source())
                .isEqualTo(new Source(Source.Kind.REPOSITORY, "plumbline.yaml:2"));
        assertThat(configuration.effective().parts(Key.UNASSESSED).get(0).source())
                .isEqualTo(Source.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate: { fail-on: high } | gate: { fail-on: critical } | true",
                "gate: { fail-on: high } | gate: { fail-on: none } | true",
                "gate: { fail-on: high } | gate: { fail-on: low } | false",
                "gate: { fail-on: none } | gate: { fail-on: critical } | false",
                "gate: { min-score: 70 } | gate: { min-score: 60 } | true",
                "gate: { min-score: 70 } | gate: { min-score: 80 } | false",
                "gate: { max-score-drop: 1 } | gate: { max-score-drop: 2 } | true",
                "gate: { max-findings: { low: 5 } } | gate: { max-findings: { low: 6 } } | true",
                "gate: { max-findings: { low: 5 } } | gate: { max-findings: { high: 6 } } | false",
                "gate: { new-only: false } | gate: { new-only: true } | true",
                "gate: { new-only: true } | gate: { new-only: false } | false",
                "gate: { unassessed: fail } | gate: { unassessed: warn } | true",
                "gate: { unknown: warn } | gate: { unknown: fail } | false",
                "foreign-exemptions: false | foreign-exemptions: true | true",
                "exclude: [] | exclude: [net] | true",
                "exclude: [net] | exclude: [net] | false",
                "inputs: [.] | inputs: [net] | true",
                "policy: [{ rules: ['*'], effect: deny }] | exclude: [net] | true",
                "policy: [{ rules: ['*'], effect: deny }] | inputs: [net] | true",
                "policy: [{ rules: ['*'], effect: deny, open: true }] | exclude: [net] | false",
                "policy: [{ rules: ['*'], effect: audit }] | exclude: [net] | false",
            })
    void whatAnOrganisationAsksIsNotLoosened(String organisation, String repository, boolean refused)
            throws IOException {
        write("plumbline.yaml", repository);

        assertThat(load(policy(organisation)).problems())
                .extracting(Diagnostic::code)
                .isEqualTo(refused ? List.of("policy-refused") : List.of());
        for (String open : List.of("[gate, exclude, inputs, foreign-exemptions]")) {
            assertThat(load(policy(organisation + "\nopen: " + open)).problems())
                    .isEmpty();
        }
    }

    @Test
    void optionsDoNotLoosenAnOrganisationsGateEither() throws IOException {
        Settings options = Settings.NONE
                .withOption(Key.FAIL_ON, Optional.empty(), "--fail-on")
                .withOption(Key.EXCLUDE, List.of("net"), "--exclude");
        Configuration configuration =
                load(options, policy("gate: { fail-on: high }\npolicy: [{ rules: ['*'], effect: deny }]"));

        assertThat(configuration.request().gate().failOn()).isEqualTo(Severity.HIGH);
        assertThat(configuration.request().excludes()).containsExactly("net");
        assertThat(problems(configuration)).containsExactly("classpath:acme.yaml:1:9 The option --fail-on is refused");
    }

    @Test
    void policyHoldsWhereItsDirectoryIs() throws IOException {
        write("plumbline.yaml", "policy: [{ rules: [%s], effect: audit, open: true }]".formatted(TRANSFER));
        write("net/plumbline.yaml", "policy: [{ rules: [%s], effect: deny, open: true }]".formatted(TRANSFER));
        write("net/legacy/plumbline.yaml", "policy: [{ rules: [%s], effect: disabled }]".formatted(TRANSFER));

        ScanResult result = Scanner.scan(load().request());
        assertThat(insecure(load())).containsExactly("main.tf audit repository", "net/main.tf deny directory net");
        assertThat(result.gate().reasons()).contains("1 finding that policy denies (directory net).");
        assertThat(insecure(Configuration.load(base, List.of(), false, Settings.NONE)))
                .containsExactly("main.tf enabled", "net/legacy/main.tf enabled", "net/main.tf enabled");
    }

    @Test
    void aDirectorysFileCountsWhenOnlyAPartOfItIsScanned() throws IOException {
        write("net/plumbline.yaml", "policy: [{ rules: [%s], effect: deny }]".formatted(TRANSFER));
        Settings options = Settings.NONE.withOption(Key.INPUTS, List.of(base.resolve("net/legacy")), "PATH");

        assertThat(insecure(load(options))).containsExactly("net/legacy/main.tf deny directory net");
    }

    @Test
    void aRefusedLooseningIsToldAndTheOuterHolds() throws IOException {
        write("plumbline.yaml", "policy:\n  - rules: ['*']\n    effect: disabled");
        Configuration configuration = load(policy("policy: [{ initiative: mcsb, effect: deny }]"));
        ScanResult result = Scanner.scan(configuration.request());

        assertThat(insecure(configuration)).hasSize(3).allMatch(line -> line.endsWith("deny organisation"));
        assertThat(result.diagnostics())
                .filteredOn(problem -> problem.code().equals("policy-refused"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.range()).hasToString("plumbline.yaml:2:5"));
        assertThat(result.gate().reasons().get(0)).endsWith("that policy denies (organisation).");
    }

    @Test
    void valuesAreThoseOfTheInnermostPlace() throws IOException {
        write("plumbline.yaml", "variables: { secure: true }\nroots: [{ path: net, variables: { secure: false } }]");
        assertThat(insecure(load())).containsExactly("net/legacy/main.tf enabled", "net/main.tf enabled");

        write("net/legacy/plumbline.yaml", "variables: { secure: true }");
        assertThat(insecure(load())).containsExactly("net/main.tf enabled");

        Settings options = Settings.NONE.withOption(Key.VARIABLES, Map.of("secure", "false"), "--var");
        assertThat(insecure(load(options))).hasSize(3);
    }

    @Test
    void exemptionsAreThoseOfTheirScope() throws IOException {
        write("net/plumbline.yaml", """
                exemptions:
                  - rules: CKV_AZURE_3
                    paths: legacy
                    reason: retired
                """);
        assertThat(insecure(load()))
                .containsExactly("main.tf enabled", "net/legacy/main.tf exempted", "net/main.tf enabled");
        assertThat(insecure(load(policy("exemption-limits: { rules: [%s] }".formatted(TRANSFER)))))
                .containsExactly("main.tf enabled", "net/legacy/main.tf enabled", "net/main.tf enabled");
    }

    @Test
    void severitiesAreThoseOfPolicy() throws IOException {
        write("plumbline.yaml", "policy: [{ rules: [%s], severity: low }]".formatted(TRANSFER));
        ScanResult result = Scanner.scan(load().request());

        assertThat(result.findings(Verdict.FAIL))
                .filteredOn(finding -> finding.rule().id().equals(TRANSFER))
                .isNotEmpty()
                .allMatch(finding -> finding.rule().severity() == Severity.LOW);
        assertThat(result.rules())
                .filteredOn(rule -> rule.id().equals(TRANSFER))
                .singleElement()
                .satisfies(rule -> assertThat(rule.severity()).isEqualTo(Severity.LOW));
    }

    @Test
    void errorsAreToldWithTheirLinesAndNoGateLetsThemPass() throws IOException {
        write("plumbline.yaml", "gaet:\n  fail-on: none\ngate:\n  fail-no: none\n  unassessed: ignore");
        write("net/plumbline.yaml", "polciy: []");
        ScanResult result = Scanner.scan(load().request());

        assertThat(result.diagnostics())
                .filteredOn(problem -> problem.severity() == Diagnostic.Severity.ERROR)
                .extracting(problem -> problem.range() + " " + problem.summary() + ". " + problem.detail())
                .containsExactly(
                        "net/plumbline.yaml:1:1 The file has no key polciy. Did you mean policy?",
                        "plumbline.yaml:1:1 The file has no key gaet. Did you mean gate?",
                        "plumbline.yaml:4:3 Gate has no key fail-no. Did you mean fail-on?");
        assertThat(result.gate().status()).isNotEqualTo(Gate.Status.PASSED);
        assertThat(result.gate().reasons()).contains("3 errors in the configuration.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inputs: [..]",
                "rule-directories: [../rules]",
                "variable-files: [../secret.tfvars]",
                "variable-files: [/etc/hostname]",
                "variable-files: [link.tfvars]",
                "rule-directories: [linked]",
                "baseline: ../known.json",
                "reports: { html: ../index.html }",
                "reports: { html: /tmp/index.html }",
                "reports: { html: linked/index.html }",
                "reports: { json: .git/hooks/pre-commit }",
                "reports: { json: .bashrc }",
            })
    void pathsOfAScannedTreeStayInsideOfIt(String text) throws IOException {
        Path outside = Files.createDirectories(directory.resolve("rules"));
        Files.writeString(directory.resolve("secret.tfvars"), "secure = true");
        Files.writeString(directory.resolve("known.json"), "{}");
        Files.createSymbolicLink(base.resolve("link.tfvars"), directory.resolve("secret.tfvars"));
        Files.createSymbolicLink(base.resolve("linked"), outside);
        write("plumbline.yaml", text);

        Configuration configuration = load();

        assertThat(configuration.hasErrors()).isTrue();
        assertThat(configuration.request().inputs()).containsExactly(base);
        assertThat(configuration.request().ruleDirectories()).isEmpty();
        assertThat(configuration.effective().value(Key.REPORTS).orElseThrow()).isEmpty();
        assertThat(configuration.effective().value(Key.VARIABLE_FILES).orElseThrow())
                .isEmpty();
        assertThat(configuration.effective().value(Key.BASELINE)).isEmpty();
    }

    @Test
    void anExemptionThatIsHalfUnderstoodExemptsNothing() throws IOException {
        write("plumbline.yaml", """
                exemptions:
                  - { rules: ["*"], resources: [{ a: b }], reason: r }
                  - { rules: ["*"], paths: ["[a"], reason: r }
                  - { rules: ["*"], until: soon, reason: r }
                """);

        assertThat(insecure(load())).noneMatch(line -> line.endsWith("exempted"));
    }

    @Test
    void hostileFilesAreBounded() throws IOException {
        write("plumbline.yaml", "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + bomb());
        assertThat(load().hasErrors()).isTrue();
        write("plumbline.yaml", "x: " + "[".repeat(10_000));
        assertThat(load().hasErrors()).isTrue();
        write("plumbline.yaml", "# " + "x".repeat(1 << 21));
        assertThat(load().hasErrors()).isTrue();
        write("plumbline.yaml", "exemptions:\n" + "  - { rules: a, reason: r }\n".repeat(1_001));
        assertThat(problems(load())).containsExactly("plumbline.yaml:2:3 Exemptions has more than 1,000 entries");
        Files.write(base.resolve("plumbline.yaml"), new byte[] {(byte) 0xc3, 0x28});
        assertThat(load().problems()).extracting(Diagnostic::code).containsExactly("configuration");
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder();
        for (char c = 'b'; c < 'm'; c++) {
            char before = (char) (c - 1);
            text.append("%c: &%c [%s]%n".formatted(c, c, ("*" + before + ", ").repeat(8) + "*" + before));
        }
        return text.toString();
    }

    @Test
    void aFileOfAnotherNameIsToldOf() throws IOException {
        write("net/plumbline.yml", "gate: { fail-on: low }");
        assertThat(Scanner.scan(load().request()).diagnostics())
                .extracting(Diagnostic::code)
                .contains("configuration-name");
    }

    @Test
    void aPolicyOfADirectoryIsAllOfItsFiles() throws IOException {
        Path policies = Files.createDirectories(directory.resolve("policy"));
        Files.writeString(policies.resolve("a.yaml"), "gate: { min-score: 10, fail-on: low }");
        Files.writeString(policies.resolve("b.yml"), "gate: { min-score: 20 }");
        Files.writeString(policies.resolve("notes.txt"), "none");
        List<PolicyFile> files = PolicyFile.read(policies, base);

        assertThat(files).extracting(file -> file.source().path()).containsExactly("a.yaml", "b.yml");
        Gate gate =
                Configuration.load(base, files, true, Settings.NONE).request().gate();
        assertThat(gate.minScore()).isEqualTo(20);
        assertThat(gate.failOn()).isEqualTo(Severity.LOW);
    }

    @Test
    void aPolicyOfTheClassPathHasNoFilesBesideIt() throws IOException {
        assertThat(problems(
                        load(new PolicyFile(new SourceFile("classpath:acme.yaml", "rule-directories: [rules]"), null))))
                .containsExactly("classpath:acme.yaml:1:20 A policy of the class path has no files beside it");
    }
}
