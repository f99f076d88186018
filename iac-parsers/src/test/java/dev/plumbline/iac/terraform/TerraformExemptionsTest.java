package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.exemption.Exempted;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comments of a configuration cover. */
class TerraformExemptionsTest {
    @TempDir
    Path directory;

    private ScanUnit unit(String text) {
        return new Terraform(directory).file("main.tf", text).unit();
    }

    @Test
    void aCommentAboveAResourceOrAtItsTopCoversIt() {
        ScanUnit unit = unit("""
                # plumbline:exempt above reason="r"
                # some words about the bucket
                resource "aws_s3_bucket" "a" {
                  // plumbline:exempt top reason="r"
                  bucket = "a"
                }

                resource "aws_s3_bucket" "b" { # plumbline:exempt beside reason="r"
                  bucket = "b"
                }
                """);

        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "PLUMBLINE above covers block 3:1-6:2",
                        "PLUMBLINE top covers block 3:1-6:2",
                        "PLUMBLINE beside covers block 8:1-10:2");
        assertThat(Exempted.problems(unit)).isEmpty();
    }

    @Test
    void aCommentAtAnAttributeOrBlockCoversThat() {
        ScanUnit unit = unit("""
                resource "aws_security_group" "a" {
                  name = "a" # plumbline:exempt end reason="r"

                  # plumbline:exempt above reason="r"
                  tags = {
                    # plumbline:exempt item reason="r"
                    Team = "core"
                  }
                  /* plumbline:exempt block reason="r" */
                  ingress {
                    cidr_blocks = ["0.0.0.0/0"] /* plumbline:exempt inner reason="r" */
                  } // plumbline:exempt closing reason="r"
                  /*
                   * plumbline:exempt lines reason="r"
                   */
                  egress {}

                  # plumbline:exempt last reason="r"
                }
                """);

        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "PLUMBLINE end covers block 2:3-2:13",
                        "PLUMBLINE above covers block 5:3-8:4",
                        "PLUMBLINE item covers block 7:5-7:18",
                        "PLUMBLINE block covers block 10:3-12:4",
                        "PLUMBLINE inner covers block 11:5-11:32",
                        "PLUMBLINE closing covers block 10:3-12:4",
                        "PLUMBLINE lines covers block 16:3-16:12",
                        "PLUMBLINE last covers block 1:1-19:2");
        assertThat(unit.exemptions().get(6).range()).hasToString("main.tf:14:4");
    }

    @Test
    void aCommentForTheFileStandsAtItsTop() {
        ScanUnit unit = unit("""
                # plumbline:exempt-file x reason="r"
                resource "aws_s3_bucket" "a" {}
                # plumbline:exempt-file x reason="r"
                """);

        assertThat(Exempted.lines(unit)).containsExactly("PLUMBLINE x covers file 1:1-4:1");
        assertThat(Exempted.problems(unit)).containsExactly("3: Exemption that covers nothing");
    }

    @Test
    void aCommentThatStandsAtNoResourceIsReported() {
        ScanUnit unit = unit("""
                # plumbline:exempt x reason="r"

                resource "aws_s3_bucket" "a" {}

                # plumbline:exempt x reason="r"
                locals {
                  a = 1
                }
                """);

        assertThat(unit.exemptions()).isEmpty();
        assertThat(Exempted.problems(unit))
                .containsExactly("1: Exemption that covers nothing", "5: Exemption that covers nothing");
    }

    @Test
    void whatLooksLikeACommentInAStringIsNone() {
        ScanUnit unit = unit("""
                resource "aws_instance" "a" {
                  name      = "# plumbline:exempt x reason='r'"
                  user_data = <<-EOT
                    # plumbline:exempt x reason="r"
                    # checkov:skip=CKV_AWS_8:r
                  EOT
                }
                """);

        assertThat(unit.exemptions()).isEmpty();
        assertThat(Exempted.problems(unit)).isEmpty();
    }

    @Test
    void theOtherScannersCoverWhatTheyDoThere() {
        ScanUnit unit = unit("""
                # kics-scan disable=e38a8e0a
                #tfsec:ignore:a
                #trivy:ignore:b
                resource "aws_s3_bucket" "a" {
                  #checkov:skip=C:r
                  acl    = "public-read" #tfsec:ignore:d
                  #trivy:ignore:e
                  bucket = "a"
                  # kics-scan ignore-line
                  force_destroy = true
                  # kics-scan ignore-block
                  versioning {
                    enabled = false # kics-scan ignore-line
                  }
                }
                #checkov:skip=D:outside
                #tfsec:ignore:nothing below

                # kics-scan ignore
                """);

        assertThat(Exempted.lines(unit))
                .containsExactly(
                        "KICS e38a8e0a covers file 1:1-20:1",
                        "TFSEC a covers block 4:1-15:2",
                        "TRIVY b covers block 4:1-15:2",
                        "CHECKOV C covers block 4:1-15:2",
                        "TFSEC d covers block 6:3-6:25",
                        "TRIVY e covers block 8:3-8:15",
                        "KICS * covers line 10:1-11:1",
                        "KICS * covers block 12:3-14:4",
                        "KICS * covers line 13:1-14:1");
        assertThat(Exempted.problems(unit)).isEmpty();
        assertThat(unit.exemptions()).allSatisfy(it -> assertThat(it.category()).isEqualTo(Exemption.Category.WAIVER));
    }

    @Test
    void aModuleBringsItsOwnAndTheCallHasSome() {
        ScanUnit unit = new Terraform(directory)
                .file("main.tf", """
                        # plumbline:exempt x reason="r"
                        module "logs" {
                          source = "./logs"
                        }
                        """)
                .file("logs/main.tf", """
                        resource "aws_s3_bucket" "a" {
                          # plumbline:exempt y reason="r"
                        }
                        """)
                .unit();

        assertThat(Exempted.lines(unit))
                .containsExactly("PLUMBLINE y covers block 1:1-3:2", "PLUMBLINE x covers block 2:1-4:2");
        assertThat(unit.exemptions()).extracting(it -> it.scope().file()).containsExactly("logs/main.tf", "main.tf");
    }

    @Test
    void jsonHasItsOwnCommentMember() {
        ScanUnit unit = new Terraform(directory).file("main.tf.json", """
                        {
                          "resource": {
                            "aws_s3_bucket": {
                              "a": {
                                "//": "plumbline:exempt x reason='r'",
                                "bucket": "a"
                              }
                            }
                          }
                        }
                        """).unit();

        assertThat(Exempted.lines(unit)).containsExactly("PLUMBLINE x covers block 4:7-7:8");
    }

    @Test
    void manyCommentsAreReadInOnePass() {
        StringBuilder text = new StringBuilder("resource \"aws_s3_bucket\" \"a\" {\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("# plumbline:exempt x reason=r\n");
        }
        for (int i = 0; i < 100_000; i++) {
            text.append("/* tfsec:ignore:x */ ");
        }
        ScanUnit unit = unit(text.append("\n}\n").toString());

        assertThat(unit.exemptions()).hasSize(10_000);
        assertThat(Exempted.problems(unit)).containsExactly("10002: File with more than 10,000 exemptions");
    }

    @Test
    void longCommentsAreReadInOnePass() {
        String word = "plumbline:exempt ".repeat(50_000);
        ScanUnit unit = unit("# " + word + "\n/*" + "\n".repeat(50_000) + "*/\n#" + "tfsec:ignore:x ".repeat(50_000)
                + "\nresource \"aws_s3_bucket\" \"a\" {}\n");

        assertThat(unit.exemptions()).hasSizeLessThanOrEqualTo(10_000);
    }
}
