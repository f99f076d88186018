package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.exemption.Exempted;
import org.junit.jupiter.api.Test;

/** What the comments and the metadata of a template cover. */
class CloudFormationExemptionsTest {

    @Test
    void commentsCoverResourcesAndProperties() {
        ScanUnit unit = Stacks.unit("""
                Resources:
                  # plumbline:exempt above reason="r"
                  A:
                    # plumbline:exempt top reason="r"
                    Type: AWS::S3::Bucket
                    Properties:
                      # plumbline:exempt property reason="r"
                      AccessControl: PublicRead
                      BucketName: a # plumbline:exempt end reason="r"
                      # plumbline:exempt last reason="r"
                  B: # plumbline:exempt beside reason="r"
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      SecurityGroupIngress:
                        # plumbline:exempt item reason="r"
                        - CidrIp: 0.0.0.0/0
                          FromPort: 22
                        - CidrIp: 10.0.0.0/8
                """);

        assertThat(Exempted.problems(unit)).isEmpty();
        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "PLUMBLINE above covers block 3:3-9:20",
                        "PLUMBLINE top covers block 3:3-9:20",
                        "PLUMBLINE property covers block 8:7-8:32",
                        "PLUMBLINE end covers block 9:7-9:20",
                        "PLUMBLINE last covers block 6:5-9:20",
                        "PLUMBLINE beside covers block 11:3-18:29",
                        "PLUMBLINE item covers block 16:11-17:23");
    }

    @Test
    void aCommentApartFromAnyResourceIsReported() {
        ScanUnit unit = Stacks.unit("""
                # plumbline:exempt x reason="r"
                Resources:
                  # plumbline:exempt x reason="r"

                  A:
                    Type: AWS::S3::Bucket
                """);

        assertThat(unit.exemptions()).isEmpty();
        assertThat(Exempted.problems(unit))
                .containsExactly("1: Exemption that covers nothing", "3: Exemption that covers nothing");
    }

    @Test
    void theOtherScannersCoverWhatTheyDoThere() {
        ScanUnit unit = Stacks.unit("""
                Resources:
                #trivy:ignore:*
                  A:
                    Type: AWS::S3::Bucket
                    # checkov:skip=CKV_AWS_18:r
                    Properties:
                      # kics-scan ignore-line
                      AccessControl: PublicRead # checkov:skip=CKV_AWS_20:r
                """);

        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "TRIVY * covers block 3:3-8:32",
                        "CHECKOV CKV_AWS_18 covers block 3:3-8:32",
                        "KICS * covers line 8:1-9:1",
                        "CHECKOV CKV_AWS_20 covers block 3:3-8:32");
    }

    @Test
    void textInABlockScalarIsNoComment() {
        ScanUnit unit = Stacks.unit("""
                Resources:
                  A:
                    Type: AWS::EC2::Instance
                    Properties:
                      UserData: |
                        # plumbline:exempt x reason="r"
                        # kics-scan ignore-block
                """);

        assertThat(unit.exemptions()).isEmpty();
        assertThat(Exempted.problems(unit)).isEmpty();
    }

    @Test
    void metadataOfResourcesAndOfTheTemplateExempts() {
        ScanUnit unit = Stacks.unit("""
                Metadata:
                  cfn-lint:
                    config:
                      ignore_checks: [E9001]
                Resources:
                  A:
                    Type: AWS::S3::Bucket
                    Metadata:
                      plumbline:
                        exempt:
                          - rule: x
                            reason: it is public
                            until: 2027-01-31
                            category: mitigated
                            owner: web
                          - {rules: [y, z], reason: r}
                      cfn_nag:
                        rules_to_suppress:
                          - {id: W35, reason: no logs}
                      checkov:
                        skip:
                          - id: CKV_AWS_18
                            comment: no logs
                """);

        assertThat(Exempted.problems(unit)).isEmpty();
        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "CFN_LINT E9001 covers file 1:1-24:1",
                        "PLUMBLINE x covers block 6:3-23:29",
                        "PLUMBLINE y,z covers block 6:3-23:29",
                        "CFN_NAG W35 covers block 6:3-23:29",
                        "CHECKOV CKV_AWS_18 covers block 6:3-23:29");
        Exemption first = unit.exemptions().get(1);
        assertThat(first.until()).hasToString("2027-01-31");
        assertThat(first.category()).isEqualTo(Exemption.Category.MITIGATED);
        assertThat(first.owner()).isEqualTo("web");
        assertThat(unit.exemptions().get(3).reason()).isEqualTo("no logs");
    }

    @Test
    void metadataThatIsWrongIsReportedAndExemptsNothing() {
        ScanUnit unit = Stacks.unit("""
                Resources:
                  A:
                    Type: AWS::S3::Bucket
                    Metadata:
                      plumbline:
                        exempt:
                          - rule: x
                          - x
                          - {rule: x, reason: r, until: tomorrow}
                  B:
                    Type: AWS::S3::Bucket
                    Metadata:
                      plumbline: x
                      checkov: {skip: [{comment: r}, 7]}
                      cfn_nag: {rules_to_suppress: {id: {Ref: X}}}
                """);

        assertThat(Exempted.lines(unit)).containsExactly("CHECKOV 7 covers block 10:3-15:51");
        assertThat(Exempted.problems(unit))
                .containsExactly(
                        "7: Exemption without a reason",
                        "8: Exemption that is not an object",
                        "9: Exemption until no date: \"tomorrow\"",
                        "13: Metadata for Plumbline without exemptions");
    }

    @Test
    void jsonHasCommentsAndMetadataToo() {
        ScanUnit unit = Stacks.unit("""
                {
                  "Resources": {
                    "A": {
                      "Type": "AWS::S3::Bucket",
                      "Metadata": {"checkov": {"skip": [{"id": "CKV_AWS_18"}]}}
                    }
                  }
                }
                """);

        assertThat(Exempted.lines(unit)).containsExactly("CHECKOV CKV_AWS_18 covers block 3:5-6:6");
    }
}
