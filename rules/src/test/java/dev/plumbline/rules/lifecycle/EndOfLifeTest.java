package dev.plumbline.rules.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.catalog.Catalog;
import dev.plumbline.rules.exemption.ExemptionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfLifeTest {
    private final EndOfLife data = EndOfLife.builtIn();

    @ParameterizedTest
    @CsvSource({
        // the last day is still supported
        "aws-lambda, nodejs18.x, 2025-09-01, false",
        "aws-lambda, nodejs18.x, 2025-09-02, true",
        "aws-lambda, NODEJS18.X, 2025-09-02, true",
        "aws-lambda, provided.al2023, 2026-01-01, false",
        "aws-lambda, nodejs99.x, 2026-01-01, false",
        // the listed version that begins it
        "aws-rds-mysql, 8.0.35, 2026-07-31, false",
        "aws-rds-mysql, 8.0.35, 2026-08-01, true",
        "aws-rds-aurora-mysql, 5.7.mysql_aurora.2.11.2, 2025-01-01, true",
        "aws-eks, v1.30.4-eks, 2025-07-24, true",
        "aws-rds-postgres, 12.7, 2025-03-01, true",
        "node, 18-lts, 2025-05-01, true",
        // older than all that are listed, newer than all, between two
        "aws-rds-postgres, 9.4, 2020-01-01, true",
        "aws-rds-postgres, 18.1, 2026-01-01, false",
        "aws-opensearch-elasticsearch, 6.8, 2026-01-01, false",
        "aws-opensearch-elasticsearch, 5.6, 2026-01-01, true",
        // patterns, of which the longest counts
        "aws-image, ubuntu/images/hvm-ssd/ubuntu-trusty-14.04-amd64-server-*, 2020-01-01, true",
        "aws-image, ubuntu-pro-server/images/hvm-ssd/ubuntu-trusty-14.04-amd64-pro-server-*, 2020-01-01, false",
        "aws-image, /aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2, 2026-06-30, false",
        "aws-image, /aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2, 2026-07-01, true",
        "azure-image, canonical:ubuntuserver:18.04-lts, 2023-06-01, true",
        "azure-image, Canonical:UbuntuServer:99.04, 2023-06-01, false",
        "aws-rds-postgres-log-fdw, 10.16, 2026-01-01, true",
        "aws-rds-postgres-log-fdw, 10.17, 2026-01-01, false",
        "aws-rds-postgres-log-fdw, 13, 2026-01-01, false",
        "azure-vm-size, Standard_NV12s_v3, 2026-10-01, true",
        "azure-vm-size, Standard_NC4as_T4_v3, 2026-10-01, false",
        "azure-vm-size, Standard_A2_v2, 2026-10-01, false",
        "azure-vm-size, Standard_B2s_v2, 2029-01-01, false",
        "databricks-runtime, 12.2.x-scala2.12, 2026-03-02, true",
        "databricks-runtime, 16.4.x-gpu-ml-scala2.12, 2026-03-02, false",
        // a longer version that ends on another day than the one that begins it
        "aws-neptune, 1.4.6.1, 2027-03-07, true",
        "aws-neptune, 1.4.6.3, 2027-03-07, false",
        "aws-msk, 2.8.2.tiered, 2024-12-01, false",
        "aws-msk, 3.7.x.kraft, 2026-11-24, true",
        // letter case does not count
        "aws-elb-tls-policy, elbsecuritypolicy-2016-08, 2026-01-01, true",
        "aws-elb-tls-policy, ELBSecurityPolicy-TLS13-1-2-Res-2021-06, 2026-01-01, false",
        // nothing that has a version
        "aws-eks, latest, 2026-01-01, false",
        "aws-eks, '', 2026-01-01, false",
        "aws-eks, 1.2x, 2026-01-01, false",
        "node, lts, 2026-01-01, false",
    })
    void tellsWhetherSupportHasEnded(String product, String version, LocalDate day, boolean ended) {
        assertThat(data.ending(product, version)
                        .filter(end -> end.isBefore(day))
                        .isPresent())
                .isEqualTo(ended);
    }

    @Test
    void knowsItsProductsOnly() {
        assertThat(data.products()).contains("aws-lambda", "azure-aks");
        assertThatThrownBy(() -> data.ending("fax", "1")).hasMessage("there is no product fax");
    }

    @Test
    void acceptsNoDateWithoutItsSource() {
        assertThat(EndOfLifeFile.read("""
                        as-of: 2026-01-01
                        products:
                          kettle:
                            from:
                              - source: https://kettle.example/1
                                ends: { 1: 2025-01-01 }
                              - source: https://kettle.example/2
                                ends: { 2: 2026-01-01 }
                        retired: []
                        """).ending("kettle", "2.5"))
                .map(Ending::day)
                .contains(LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> EndOfLifeFile.read("""
                        as-of: 2026-01-01
                        products:
                          kettle:
                            from:
                              - ends: { 1: 2025-01-01 }
                        retired: []
                        """)).hasMessageEndingWith("does not say which page dates kettle");
        assertThatThrownBy(() -> EndOfLifeFile.read("""
                        as-of: 2026-01-01
                        products: {}
                        retired:
                          - service: Kettle
                            ends: 2025-01-01
                            types: [aws_kettle]
                        """)).hasMessageEndingWith("does not say which page dates Kettle");
    }

    @Test
    void saysWhenSupportEnded() {
        assertThat(data.ending("aws-lambda", "python3.9"))
                .map(Ending::toString)
                .contains("support of python3.9 ended on 2025-12-15");
        assertThat(data.ending("aws-rds-postgres", "9.4"))
                .map(Ending::toString)
                .contains("PostgreSQL 9.4 is older than all that is supported");
        assertThat(data.ending("aws-rds-ca", "rds-ca-2019"))
                .map(Ending::toString)
                .contains("rds-ca-2019 expired on 2024-08-22");
        assertThat(data.ending("aws-lambda", "x".repeat(1000))).isEmpty();
    }

    @Test
    void knowsTheEndOfTypesInAnyLetterCase() {
        Retirement ledger = data.retirement("aws_qldb_ledger").orElseThrow();
        LocalDate last = LocalDate.of(2025, 7, 31);
        assertThat(ledger.isBefore(last)).isFalse();
        assertThat(ledger.isBefore(last.plusDays(1))).isTrue();
        assertThat(ledger.describe(last))
                .isEqualTo("Amazon QLDB ends on 2025-07-31, its successor is Amazon Aurora PostgreSQL");
        assertThat(ledger.describe(last.plusDays(1))).startsWith("Amazon QLDB ended on 2025-07-31, ");
        assertThat(data.retirement("microsoft.dbformariadb/SERVERS")).isPresent();
        assertThat(data.retirement("aws_s3_bucket")).isEmpty();
    }

    /** What is said of a type must have a rule that says it, and the other way about. */
    @Test
    void theRulesNameTheTypesOfTheFile() {
        assertThat(typesOf("aws-lifecycle-retired-types", "azure-lifecycle-retired-types"))
                .containsExactlyInAnyOrderElementsOf(data.retiredTypes());
        assertThat(typesOf("aws-lifecycle-retiring-types", "azure-lifecycle-retiring-types"))
                .containsAll(data.retiredTypes().stream()
                        .filter(type -> !data.retirement(type).orElseThrow().isBefore(data.asOf()))
                        .toList());
    }

    private static List<String> typesOf(String... rules) {
        return Catalog.builtIn().rules().stream()
                .filter(rule -> List.of(rules).contains(rule.id()))
                .flatMap(rule -> rule.checks().stream())
                .filter(check -> check.require().contains("lifecycle."))
                .flatMap(check -> check.on().stream())
                .map(type -> type.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void theDayOfTheScanDecides(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_lambda_function" "orders" {
                  function_name = "orders"
                  role          = "arn:aws:iam::111122223333:role/orders"
                  runtime       = "python3.9"
                }
                """);

        assertThat(verdicts(directory, LocalDate.of(2025, 12, 15))).containsExactly(Verdict.PASS);
        assertThat(verdicts(directory, LocalDate.of(2025, 12, 16))).containsExactly(Verdict.FAIL);
    }

    @Test
    void theFindingSaysTheDay(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_qldb_ledger" "orders" {
                  name             = "orders"
                  permissions_mode = "STANDARD"
                }
                """);

        ScanRequest request =
                ScanRequest.of(directory).withExemptions(new ExemptionOptions(LocalDate.of(2026, 1, 1), true));
        assertThat(Scanner.scan(request).findings())
                .filteredOn(finding -> finding.rule().id().equals("aws-lifecycle-retired-types"))
                .extracting(Finding::verdict, Finding::reason)
                .containsExactly(tuple(
                        Verdict.FAIL, "Amazon QLDB ended on 2025-07-31, its successor is Amazon Aurora PostgreSQL"));
    }

    private static List<Verdict> verdicts(Path directory, LocalDate day) throws IOException {
        ScanRequest request = ScanRequest.of(directory).withExemptions(new ExemptionOptions(day, true));
        return Scanner.scan(request).findings().stream()
                .filter(finding -> finding.rule().id().equals("aws-lambda-runtime"))
                .map(Finding::verdict)
                .toList();
    }
}
