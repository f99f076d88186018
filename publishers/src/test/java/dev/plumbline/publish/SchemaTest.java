package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.plumbline.publish.PublishOptions.Detail;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.comparison.Comparer;
import dev.plumbline.rules.comparison.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reports for machines keep to their schemas. */
class SchemaTest {
    private static final PublishOptions EVERYTHING =
            new PublishOptions(false, StandardCharsets.UTF_8, 100, Detail.VERBOSE, true);

    @Test
    void sarifKeepsToTheStandard() throws IOException {
        JsonSchema schema = schema("/dev/plumbline/publish/sarif-2.1.0-rtm.5.json", VersionFlag.V4);
        check(schema, ReportFormat.SARIF);
        assertThat(schema.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .as("a run without a tool")
                .isNotEmpty();
    }

    @Test
    void jsonKeepsToOurOwn() throws IOException {
        JsonSchema schema = schema("/dev/plumbline/publish/json/plumbline-report.schema.json", VersionFlag.V202012);
        check(schema, ReportFormat.JSON);
        assertThat(schema.validate("{\"format\": \"plumbline-report/1\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void gitLabKeepsToWhatIsDocumented() throws IOException {
        check(
                schema("/dev/plumbline/publish/gitlab-code-quality.schema.json", VersionFlag.V202012),
                ReportFormat.GITLAB);
    }

    @Test
    void sonarKeepsToWhatIsDocumented() throws IOException {
        check(
                schema("/dev/plumbline/publish/sonar-generic-issues.schema.json", VersionFlag.V202012),
                ReportFormat.SONAR);
    }

    @Test
    void junitKeepsToWhatIsDocumented() throws Exception {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SchemaTest.class.getResource("/dev/plumbline/publish/junit.xsd"))
                .newValidator();
        for (ScanResult result : List.of(ScanResults.shop(), ScanResults.empty(), ExemptedFindingsTest.result())) {
            String report = Golden.publish(result, ReportFormat.JUNIT, EVERYTHING);
            assertThatCode(() -> validator.validate(new StreamSource(new StringReader(report))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void sarifHoldsNoMoreThanGitHubTakes() {
        Finding low = ScanResults.shop().findings().get(7);
        Finding critical = ScanResults.shop().findings().get(1);
        List<Finding> many = new ArrayList<>(Collections.nCopies(25_000, low));
        many.add(critical);
        ScanResult result = ScanResults.of(List.of(low.rule(), critical.rule()), many);
        String sarif = Golden.publish(result, ReportFormat.SARIF, PublishOptions.DEFAULT);
        assertThat(sarif.split("\"ruleIndex\"", -1)).hasSize(25_001);
        assertThat(sarif).contains("\"ruleId\": \"aws-ec2-ssh\"").contains("1 results of the least severity");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"SARIF", "JSON"})
    void aReportServesAsBaseline(ReportFormat format, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("earlier");
        new ReportFile(format, file).write(ScanResults.shop(), EVERYTHING);
        Comparison comparison =
                Comparer.compare(BaselineFile.read(file), ScanResults.shop().findings(), known -> true);
        assertThat(ScanResults.shop().findings(Verdict.FAIL)).allMatch(comparison::accepts);
        assertThat(comparison.resolved()).isEmpty();
    }

    private static void check(JsonSchema schema, ReportFormat format) {
        for (ScanResult result : List.of(ScanResults.shop(), ScanResults.empty())) {
            String report = Golden.publish(result, format, EVERYTHING);
            assertThat(schema.validate(report, InputFormat.JSON)).isEmpty();
        }
    }

    private static JsonSchema schema(String resource, VersionFlag version) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream(resource)) {
            return JsonSchemaFactory.getInstance(version).getSchema(in);
        }
    }
}
