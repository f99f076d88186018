package dev.plumbline.annotate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.Reports;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Annotation.RuleText;
import dev.plumbline.rules.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentTextTest {

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        assertThat(CommentText.of(Reports.fixable(), Optional.of("  https_traffic_only_enabled = true"), "suggestion"))
                .isEqualTo("""
                        **High**: Secure transfer to storage accounts should be enabled

                        - `azurerm_storage_account.shop`

                        Over plain HTTP, keys can be read on the way.

                        **Remediation:** Set secure transfer to required.

                        ```suggestion
                          https_traffic_only_enabled = true
                        ```

                        Rule: `azure-storage-secure-transfer`
                        """);
        assertThat(CommentText.of(Reports.fixable(), Optional.empty(), "suggestion"))
                .contains("\nSet `https_traffic_only_enabled` to `true`.\n")
                .doesNotContain("suggestion");
    }

    @Test
    void aRuleWithAPageIsALink() {
        RuleText rule = new RuleText("aws-x", "X", Severity.LOW, "", "", "https://docs.example/aws-x.html");
        Annotation annotation = new Annotation("a1", rule, "main.tf", 1, 1, List.of("aws_x.y"), "", "", null);
        assertThat(CommentText.of(annotation, Optional.empty(), ""))
                .endsWith("\nRule: [`aws-x`](https://docs.example/aws-x.html)\n");
    }

    @Test
    void aSuggestionEndsWhereItIsMeantTo() {
        assertThat(CommentText.of(Reports.fixable(), Optional.of("a = \"```\" # ````"), "suggestion:-0+0"))
                .contains("\n`````suggestion:-0+0\na = \"```\" # ````\n`````\n");
    }

    @Test
    void hostileTextStaysText() {
        String text = CommentText.of(Reports.hostile(), Optional.empty(), "suggestion");
        // Outside of code spans nothing is left that could be markup, and no line of theirs begins anew.
        assertThat(text).doesNotContain("\u202E").doesNotContain("\r");
        assertThat(text.lines())
                .noneMatch(line -> line.startsWith("/") || line.startsWith("::") || line.startsWith("##"));
        assertThat(withoutCode(text))
                .doesNotContain("<img", "@everyone", "[a](", "-->")
                .contains("&lt;img", "&#64;&#8203;everyone");
        assertThat(Marker.of(text)).isEmpty();
    }

    /** Code spans by the rule of CommonMark, 6.1: as many backticks end one as began it. */
    private static String withoutCode(String text) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) != '`' || (i > 0 && text.charAt(i - 1) == '\\')) {
                rest.append(text.charAt(i++));
                continue;
            }
            int run = i;
            while (run < text.length() && text.charAt(run) == '`') {
                run++;
            }
            String fence = text.substring(i, run);
            int end = text.indexOf(fence, run);
            i = end < 0 ? run : end + fence.length();
        }
        return rest.toString();
    }

    @Test
    void theMarkerIsFoundAgainAndNoOther() {
        Marker marker = new Marker(Marker.FINDING, "a1", "v");
        assertThat(marker.below("text")).isEqualTo("text\n\n<!-- plumbline:finding a1 v -->");
        assertThat(Marker.of(marker.below("text") + "\r\n")).contains(marker);
        for (String other : List.of(
                "",
                "text",
                "<!-- plumbline:finding a1 -->",
                "<!-- plumbline:other a1 v -->",
                marker.below("a") + "\nb")) {
            assertThat(Marker.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void theSummaryKeepsWithinItsLength() {
        String text = SummaryText.of(Reports.blocked(Reports.many(120)), 0, List.of(Reports.many(120)), 3000);
        assertThat(text.length()).isLessThan(3000);
        assertThat(text).startsWith("## Plumbline: blocked\n").endsWith(" more.\n");
    }

    @Test
    void theSummaryTellsTheScoreAndItsChange() {
        assertThat(SummaryText.of(
                        Reports.blocked(Reports.fixable(), Reports.elsewhere()), 1, List.of(Reports.elsewhere()), 9999))
                .isEqualTo("""
                        ## Plumbline: blocked

                        - 1 finding of severity high

                        **Secure score: 63.4 % (71.0 % before)**

                        Findings: 1 high, 1 low · 2 unknown

                        1 finding stands at the lines of this change.

                        Elsewhere:

                        | Severity | Recommendation | Resource | Place |
                        | --- | --- | --- | --- |
                        | low | Secure transfer to storage accounts should be enabled | `azurerm_storage_account.old` | `infra/main.tf:40` |
                        """);
    }
}
