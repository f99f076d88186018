package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.policy.Decision;
import dev.plumbline.rules.policy.Effect;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports name the scope that decided about a finding, and tell the gate's warnings. */
class PolicyInReportsTest {
    private static final SourceRange RANGE = new SourceRange("acme.yaml", 4, 5, 4, 20);
    private static final SourceRange BESIDE = new SourceRange("plumbline.yaml", 7, 5, 9, 20);

    private static ScanResult result() {
        ScanResult shop = ScanResults.shop();
        List<Finding> failed = shop.findings(Verdict.FAIL).toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                failed.get(0).decidedBy(failed.get(0).rule(), new Decision(Effect.DENY, Scope.ORGANISATION, RANGE)));
        findings.add(failed.get(1)
                .exemptedBy(new Exemption(
                        Exemption.Syntax.CONFIGURATION,
                        List.of("*"),
                        Exemption.Category.WAIVER,
                        "tested",
                        null,
                        "",
                        BESIDE,
                        Exemption.Reach.FILE,
                        BESIDE)));
        return new ScanResult(
                shop.base(),
                shop.units(),
                shop.rules(),
                findings,
                List.of(),
                shop.score(),
                new Gate.Outcome(
                        Gate.Status.BLOCKED,
                        List.of("1 finding that policy denies (organisation)."),
                        List.of("1 exemption exempts nothing.")));
    }

    @Test
    void theScopeThatDecidedIsNamed() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(Golden.publish(result(), ReportFormat.JSON, PublishOptions.DEFAULT));
        JsonNode policy = json.at("/findings/0/policy");
        assertThat(policy.path("effect").asText()).isEqualTo("deny");
        assertThat(policy.path("scope").asText()).isEqualTo("organisation");
        assertThat(policy.at("/location/startLine").asInt()).isEqualTo(4);

        JsonNode sarif =
                new ObjectMapper().readTree(Golden.publish(result(), ReportFormat.SARIF, PublishOptions.DEFAULT));
        JsonNode properties = sarif.at("/runs/0/results/0/properties");
        assertThat(properties.path("policyEffect").asText()).isEqualTo("deny");
        assertThat(properties.path("policyScope").asText()).isEqualTo("organisation");

        assertThat(Golden.publish(result(), ReportFormat.CONSOLE, PublishOptions.DEFAULT))
                .contains("= denied by the policy of the organisation at acme.yaml:4:5");
    }

    @Test
    void whatIsExemptedBesideTheSourceIsAnExternalSuppression() throws IOException {
        JsonNode sarif =
                new ObjectMapper().readTree(Golden.publish(result(), ReportFormat.SARIF, PublishOptions.DEFAULT));
        assertThat(sarif.at("/runs/0/results").findValuesAsText("kind")).contains("external");
        assertThat(sarif.at("/runs/0/results/1/suppressions/0/kind").asText()).isEqualTo("external");
    }

    @Test
    void everyReportWithTheVerdictTellsTheWarnings() {
        for (ReportFormat format : List.of(
                ReportFormat.CONSOLE,
                ReportFormat.JSON,
                ReportFormat.SARIF,
                ReportFormat.HTML,
                ReportFormat.MARKDOWN)) {
            assertThat(Golden.publish(result(), format, PublishOptions.DEFAULT))
                    .as(format.id())
                    .contains("1 exemption exempts nothing");
        }
    }

    @Test
    void theFormatsThatAConfigurationNamesAreThoseThatThereAre() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(PolicyInReportsTest.class.getResourceAsStream(
                        "/dev/plumbline/configuration/plumbline.schema.json"));
        List<String> named = new ArrayList<>();
        schema.at("/properties/reports/properties").fieldNames().forEachRemaining(named::add);
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(ReportFormat.values())
                        .map(ReportFormat::id)
                        .toList());
    }
}
