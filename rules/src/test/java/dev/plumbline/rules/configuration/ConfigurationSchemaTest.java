package dev.plumbline.rules.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.view.NodeValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema, the reader and the documentation say the same. */
class ConfigurationSchemaTest {
    private static final String SCHEMA = "/dev/plumbline/configuration/plumbline.schema.json";
    private static final Path DOCS = Path.of("../docs");

    @TempDir
    private Path directory;

    private static String schema() throws IOException {
        try (InputStream in = ConfigurationSchemaTest.class.getResourceAsStream(SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isValid(String yaml) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        var root = TreeReader.yaml(new SourceFile("plumbline.yaml", yaml)).root();
        JsonNode json = new ObjectMapper().readTree(root == null ? "null" : ValueJson.compact(NodeValues.of(root)));
        return schema.validate(json).isEmpty();
    }

    private boolean isRead(String yaml) throws IOException {
        for (String name : List.of("infra", "rules", "infra/prod")) {
            Files.createDirectories(directory.resolve(name));
        }
        for (String name : List.of("prod.tfvars", "infra/a.parameters.json", "known.json")) {
            Files.writeString(directory.resolve(name), "");
        }
        ConfigurationFile file = ConfigurationReader.read(
                new SourceFile("plumbline.yaml", yaml), Scope.REPOSITORY, new Locations(directory, directory, true));
        return file.problems().stream().noneMatch(problem -> problem.severity() == Diagnostic.Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "$schema: x",
                "inputs: [infra]",
                "inputs: infra",
                "exclude: ['**/test/**', legacy]\nonly-changes: true",
                "exclude:",
                "variables: { a: b, n: 3, list: [a, b], object: { x: 1 } }\nworkspace: prod",
                "variable-files: [prod.tfvars]\nparameter-files: infra/a.parameters.json",
                "roots: [{ path: infra/prod, variables: { a: b }, variable-files: [prod.tfvars], workspace: prod }]",
                "rule-directories: [rules]\nforeign-exemptions: false\nbaseline: known.json",
                "policy: [{ rules: ['aws-*'], effect: deny, open: true }, { rules: x, severity: low }]",
                "policy: [{ initiative: mcsb, effect: audit, parameters: { controls: [DP-*], severity: high, except: [x] } }]",
                "initiatives: { acme: { title: t, rules: [a], benchmark: mcsb, initiatives: [baseline], parameters: { severity: low } } }",
                "open: [gate, exclude]",
                "gate: { fail-on: none, min-score: 80.5, max-score-drop: 0, max-findings: { high: 0, low: 10 }, new-only: true,"
                        + " unknown: warn, unassessed: fail, unused-exemptions: ignore }",
                "exemptions: [{ rules: ['*'], resources: ['a.*'], paths: ['x/**'], reason: r, category: mitigated, until: 2027-01-31, owner: o }]",
                "exemption-limits: { inline: false, rules: [a], max-days: 90, owner: true }",
                "reports: { sarif: target/a.sarif, html: target/a.html }",
            })
    void acceptTheSame(String yaml) throws IOException {
        assertThat(isValid(yaml)).as("schema").isTrue();
        assertThat(isRead(yaml)).as("reader").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[inputs]",
                "text",
                "input: [infra]",
                "inputs: { a: b }",
                "only-changes: maybe",
                "variables: [a]",
                "roots: { path: infra }",
                "roots: [{ variables: { a: b } }]",
                "roots: [{ path: infra, gate: {} }]",
                "policy: { rules: [a] }",
                "policy: [{ rules: [a] }]",
                "policy: [{ effect: deny }]",
                "policy: [{ rules: [a], initiative: mcsb, effect: deny }]",
                "policy: [{ rules: [a], effect: block }]",
                "policy: [{ rules: [a], severity: grave }]",
                "policy: [{ rules: [a], effect: deny, until: 2027-01-31 }]",
                "policy: [{ initiative: mcsb, effect: deny, parameters: { control: [a] } }]",
                "initiatives: { acme: { benchmark: cis } }",
                "initiatives: { acme: { rule: [a] } }",
                "gate: high",
                "gate: { fail-on: worst }",
                "gate: { min-score: 101 }",
                "gate: { min-score: high }",
                "gate: { max-findings: { grave: 1 } }",
                "gate: { max-findings: { high: 1.5 } }",
                "gate: { unknown: block }",
                "exemptions: [{ rules: [a] }]",
                "exemptions: [{ reason: r }]",
                "exemptions: [{ rules: [a], reason: r, until: soon }]",
                "exemptions: [{ rules: [a], reason: r, category: ignored }]",
                "exemptions: [{ rule: a, reason: r }]",
                "exemption-limits: { max-days: -1 }",
                "exemption-limits: { max-days: 1.5 }",
                "reports: { pdf: a.pdf }",
                "reports: [sarif]",
            })
    void refuseTheSame(String yaml) throws IOException {
        assertThat(isValid(yaml)).as("schema").isFalse();
        assertThat(isRead(yaml)).as("reader").isFalse();
    }

    @Test
    void theDocumentationHoldsTheSchema() throws IOException {
        Path copy = DOCS.resolve("plumbline.schema.json");
        if (Boolean.getBoolean("plumbline.updateGolden")) {
            Files.writeString(copy, schema());
        }
        assertThat(Files.readString(copy)).isEqualTo(schema());
    }

    @Test
    void theExamplesOfTheDocumentationAreValid() throws IOException {
        int examples = 0;
        for (String page : List.of("configuration.md", "policy.md", "gate.md", "exemptions.md")) {
            Matcher blocks = Pattern.compile("```yaml\n# (?:plumbline|acme)[^\n]*\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(DOCS.resolve(page)));
            while (blocks.find()) {
                assertThat(isValid(blocks.group(1)))
                        .as(page + ":\n" + blocks.group(1))
                        .isTrue();
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(5);
    }
}
