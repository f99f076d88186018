package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.PublishOptions.Detail;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.comparison.KnownFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports tell of findings that somebody exempted. */
class ExemptedFindingsTest {
    private static final Exemption MITIGATED = new Exemption(
            Exemption.Syntax.PLUMBLINE,
            List.of("aws-ec2-ssh"),
            Exemption.Category.MITIGATED,
            "only from the \u001B[2J office",
            LocalDate.of(2027, 1, 31),
            "web",
            new SourceRange("main.tf", 6, 1, 13, 2),
            Exemption.Reach.BLOCK,
            new SourceRange("main.tf", 5, 1, 5, 30));

    static ScanResult result() {
        List<Finding> findings = ScanResults.shop().findings();
        return ScanResults.of(
                ScanResults.shop().rules(),
                List.of(findings.get(0), findings.get(1).exemptedBy(MITIGATED)));
    }

    private static PublishOptions detail(Detail detail) {
        return new PublishOptions(false, StandardCharsets.UTF_8, 100, detail, false);
    }

    @Test
    void theConsoleTellsTheirNumberAndOnDemandEach() {
        String normal = Golden.publish(result(), ReportFormat.CONSOLE, detail(Detail.NORMAL));
        assertThat(normal)
                .contains("1 finding exempted: 1 mitigated, 0 waived")
                .doesNotContain("office")
                .doesNotContain("aws_security_group.web");
        assertThat(Golden.publish(result(), ReportFormat.CONSOLE, detail(Detail.VERBOSE)))
                .contains("aws-ec2-ssh  aws_security_group.web at main.tf:7:2")
                .containsPattern("mitigated until 2027-01-31 by web, main.tf:5:1: only from the .*office")
                .doesNotContain("\u001B");
    }

    @Test
    void sarifHoldsThemWithASuppression() {
        String sarif = Golden.publish(result(), ReportFormat.SARIF, PublishOptions.DEFAULT);

        assertThat(sarif.split("\"suppressions\"", -1)).hasSize(2);
        assertThat(sarif)
                .contains("\"kind\": \"inSource\"", "\"status\": \"accepted\"", "\"until\": \"2027-01-31\"")
                .contains("\"category\": \"mitigated\"", "\"writtenFor\": \"Plumbline\"", "\"owner\": \"web\"")
                .containsPattern("\"justification\": \"only from the .*office\"");
    }

    @Test
    void jsonHoldsThemInAListOfTheirOwn() {
        String json = Golden.publish(result(), ReportFormat.JSON, PublishOptions.DEFAULT);

        assertThat(json.substring(json.indexOf("\"exempted\": [")))
                .contains("\"rule\": \"aws-ec2-ssh\"", "\"verdict\": \"fail\"", "\"category\": \"mitigated\"");
        assertThat(json.substring(json.indexOf("\"findings\": ["), json.indexOf("\"exempted\": [")))
                .doesNotContain("aws-ec2-ssh");
    }

    @Test
    void aBaselineDoesNotKnowThem(@TempDir Path directory) throws IOException {
        for (ReportFormat format : List.of(ReportFormat.SARIF, ReportFormat.JSON)) {
            Path file = directory.resolve("earlier");
            new ReportFile(format, file).write(result(), PublishOptions.DEFAULT);
            assertThat(BaselineFile.read(file).accepted())
                    .extracting(KnownFinding::fingerprint)
                    .containsExactly(result().findings().get(0).fingerprint());
        }
    }
}
