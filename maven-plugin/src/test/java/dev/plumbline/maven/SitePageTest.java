package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Gate;
import java.io.StringWriter;
import java.util.List;
import org.apache.maven.doxia.module.xhtml5.Xhtml5Sink;
import org.junit.jupiter.api.Test;

class SitePageTest {

    private static String page(ScanResult result) {
        StringWriter page = new StringWriter();
        new SitePage(new Xhtml5Sink(page) {}, "full.html").write("Plumbline", result);
        return page.toString();
    }

    @Test
    void tellsTheVerdictAndWhatIsRecommendedGravestFirst() {
        Finding medium = Results.finding(Severity.MEDIUM, "azurerm_storage_account.a", 1, Verdict.FAIL);
        Finding high = Results.finding(Severity.HIGH, "azurerm_storage_account.b", 2, Verdict.FAIL);
        Finding passed = Results.finding(Severity.LOW, "azurerm_storage_account.c", 3, Verdict.PASS);

        String page = page(Results.of(
                Gate.Status.BLOCKED, List.of("1 finding of high severity."), List.of(medium, high, passed), List.of()));

        assertThat(page)
                .contains("Gate: <b>blocked</b>")
                .contains("<a href=\"full.html\">All findings in their source</a>")
                .contains("<li>1 finding of high severity.</li>")
                .contains("Findings: 1 high, 1 medium. 0 unknown, 0 exempted, 1 passed,")
                .containsSubsequence(
                        "<a href=\"full.html#azure-high\">A recommendation of high severity</a>",
                        "<a href=\"full.html#azure-medium\">A recommendation of medium severity</a>")
                .doesNotContain("azure-low");
    }

    @Test
    void saysSoWhereThereIsNothingToSay() {
        assertThat(page(Results.of(Gate.Status.PASSED, List.of(), List.of(), List.of())))
                .contains("Gate: <b>passed</b>")
                .contains("No findings. 0 unknown")
                .doesNotContain("<table");
    }

    @Test
    void whatComesFromElsewhereStaysText() {
        String page = page(
                Results.of(Gate.Status.BLOCKED, List.of("<script>alert(1)</script>\u001B[2J"), List.of(), List.of()));

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "\u001B");
    }
}
