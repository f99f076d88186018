package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org/iac/docs/rules, https://git.example.org/iac/docs/rules/aws/s3.md#aws-s3-acl",
        "https://git.example.org/iac/docs/rules/, https://git.example.org/iac/docs/rules/aws/s3.md#aws-s3-acl",
        "https://wiki.example.org/{id}.html, https://wiki.example.org/aws-s3-acl.html",
    })
    void leadToTheRulesPage(String address, String link) {
        assertThat(RuleLinks.to(address).of(ScanResults.ACL)).contains(link);
    }

    @Test
    void leadNowhereWhereNothingIsPublished() {
        assertThat(RuleLinks.NONE.of(ScanResults.ACL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "docs/rules", "file:///docs", "https:///rules", "https://a b", ""})
    void refuseWhatIsNoAddressOfTheWeb(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleLinks.to(address));
    }

    @ParameterizedTest
    @EnumSource(names = {"SARIF", "JSON", "HTML", "MARKDOWN"})
    void areInTheReports(ReportFormat format) throws IOException {
        PublishOptions options = PublishOptions.DEFAULT.withRules(RuleLinks.to("https://wiki.example.org/{id}"));
        assertThat(Golden.publish(ScanResults.shop(), format, options)).contains("https://wiki.example.org/aws-s3-acl");
    }
}
