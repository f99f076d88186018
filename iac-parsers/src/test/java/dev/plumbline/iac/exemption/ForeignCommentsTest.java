package dev.plumbline.iac.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignCommentsTest {
    private static final SourceRange AT = SourceRange.startOf("main.tf");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkov:skip=CKV_AWS_20:a public site | CHECKOV RESOURCE_AROUND CKV_AWS_20 null a public site",
                "checkov:skip=CKV_AWS_20: \"a public site\" | CHECKOV RESOURCE_AROUND CKV_AWS_20 null a public site",
                "here checkov:skip= CKV_AWS_20 | CHECKOV RESOURCE_AROUND CKV_AWS_20 null suppressed for Checkov",
                "bridgecrew:skip=CKV_AWS_1,CKV2_AWS_2:x | CHECKOV RESOURCE_AROUND CKV_AWS_1,CKV2_AWS_2 null x",
                "tfsec:ignore:AWS-0086 | TFSEC STARTING AWS-0086 null suppressed for tfsec",
                "tfsec:ignore:aws-s3-x:exp:2027-01-02 | TFSEC STARTING aws-s3-x 2027-01-02 suppressed for tfsec",
                "trivy:ignore:AVD-AWS-0086 read by all | TRIVY STARTING AVD-AWS-0086 null read by all",
                "trivy:ignore:* | TRIVY STARTING * null suppressed for Trivy",
                "kics-scan ignore-line | KICS LINE * null suppressed for KICS",
                "KICS-SCAN ignore-block | KICS STARTING * null suppressed for KICS",
                "kics-scan ignore | KICS FILE * null suppressed for KICS",
                "kics-scan disable=e38a8e0a,88fd05e0 | KICS FILE e38a8e0a,88fd05e0 null suppressed for KICS",
            })
    void readsTheOtherScanners(String line, String expected) {
        assertThat(ForeignComments.read(line, AT))
                .extracting(it -> "%s %s %s %s %s"
                        .formatted(it.syntax(), it.placement(), String.join(",", it.rules()), it.until(), it.reason()))
                .containsExactly(expected);
        assertThat(ForeignComments.read(line, AT))
                .extracting(Directive::category)
                .containsExactly(Exemption.Category.WAIVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkov:skip=",
                "checkov:skip",
                "tfsec:ignore:",
                "tfsec:ignore",
                "tfsec:ignore:x:exp:tomorrow",
                "trivy:ignore:x:ws:prod",
                "trivy:ignore:x[port=22]",
                "kics-scan",
                "kics-scan enable=e38a8e0a",
                "kics-scan do-not-ignore",
                "see kics-scan ignore",
            })
    void exemptsNothingThatItDoesNotUnderstand(String line) {
        assertThat(ForeignComments.read(line, AT)).isEmpty();
    }

    @Test
    void readsSeveralOnALine() {
        assertThat(ForeignComments.read("tfsec:ignore:a trivy:ignore:b checkov:skip=C", AT))
                .extracting(Directive::syntax)
                .containsExactly(Exemption.Syntax.CHECKOV, Exemption.Syntax.TFSEC, Exemption.Syntax.TRIVY);
    }

    @Test
    void cutsLongReasons() {
        String reason = ForeignComments.read("checkov:skip=C:" + "r".repeat(1_000_000), AT)
                .get(0)
                .reason();

        assertThat(reason).hasSize(1_000).endsWith("r…");
    }
}
