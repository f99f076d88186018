package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.posture.Control;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String SHOP = Golden.publish(ScanResults.shop(), ReportFormat.HTML, PublishOptions.DEFAULT);

    @Test
    void thePolicyLetsInItsOwnStyleAndScriptAlone() throws Exception {
        assertThat(SHOP)
                .contains("default-src 'none'; base-uri 'none'; form-action 'none';")
                .contains("style-src '" + hash(only("<style>(.*?)</style>")) + "'")
                .contains("script-src '" + hash(only("<script>(.*?)</script>")) + "'");
        assertThat(SHOP).doesNotContainPattern("<[^>]+ style=").doesNotContainPattern("<[^>]+ on[a-z]+=");
    }

    @Test
    void namesNothingElsewhere() {
        assertThat(SHOP).doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    @Test
    void markupInScannedFilesIsText() {
        String hostile = "</script><img src=x onerror=alert(1)>\"'&";
        Resource resource = ScanResults.resource(
                hostile,
                "aws_s3_bucket_acl",
                Dialect.TERRAFORM,
                ScanResults.range("main.tf", 1, 1, 36),
                ScanResults.attributes(ScanResults.range("main.tf", 1, 1, 36), Map.of()));
        Rule rule = ScanResults.rule(
                "aws-x-y",
                hostile,
                ScanResults.ACL.severity(),
                Control.ENABLE_MFA,
                ScanResults.ACL.checks().get(0));
        Finding finding =
                ScanResults.finding(rule, resource, Verdict.FAIL, ScanResults.range("main.tf", 3, 3, 19), hostile);
        String page = Golden.publish(
                ScanResults.of(List.of(rule), List.of(finding)), ReportFormat.HTML, PublishOptions.DEFAULT);
        assertThat(page)
                .doesNotContain("<img")
                .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
        assertThat(page.split("</script>", -1)).hasSize(2);
    }

    @Test
    void aFixOfALiteralIsShownAsADifference() {
        Resource database = ScanResults.resource(
                "aws_db_instance.main",
                "aws_db_instance",
                Dialect.TERRAFORM,
                ScanResults.range("main.tf", 15, 1, 34),
                ScanResults.attributes(ScanResults.range("main.tf", 15, 1, 34), Map.of()));
        Value written = new StringValue("true", Origin.at(ScanResults.range("main.tf", 17, 25, 29)));
        Finding finding = new Finding(
                ScanResults.PUBLIC_DB,
                database,
                "",
                Verdict.FAIL,
                ScanResults.range("main.tf", 17, 3, 29),
                "publicly_accessible",
                "",
                "",
                written.origin(),
                ScanResults.identity(ScanResults.PUBLIC_DB, database));
        String page = Golden.publish(
                ScanResults.of(List.of(ScanResults.PUBLIC_DB), List.of(finding)),
                ReportFormat.HTML,
                PublishOptions.DEFAULT);
        assertThat(page)
                .contains("<del>-   publicly_accessible = true #")
                .contains("<ins>+   publicly_accessible = false #");
    }

    private static String only(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(SHOP);
        assertThat(matcher.find()).isTrue();
        String found = matcher.group(1);
        assertThat(matcher.find()).isFalse();
        return found;
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
