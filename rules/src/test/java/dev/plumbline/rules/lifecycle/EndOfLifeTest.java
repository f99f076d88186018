package dev.plumbline.rules.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Scanner;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.exemption.ExemptionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
        // nothing that has a version
        "aws-eks, latest, 2026-01-01, false",
        "aws-eks, '', 2026-01-01, false",
    })
    void tellsWhetherSupportHasEnded(String product, String version, LocalDate day, boolean ended) {
        assertThat(data.ended(product, version, day)).isEqualTo(ended);
    }

    @Test
    void knowsItsProductsOnly() {
        assertThat(data.products()).contains("aws-lambda", "azure-aks");
        assertThatThrownBy(() -> data.ended("fax", "1", data.asOf())).hasMessage("there is no product fax");
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

    private static List<Verdict> verdicts(Path directory, LocalDate day) throws IOException {
        ScanRequest request = ScanRequest.of(directory).withExemptions(new ExemptionOptions(day, true));
        return Scanner.scan(request).findings().stream()
                .filter(finding -> finding.rule().id().equals("aws-lambda-runtime"))
                .map(Finding::verdict)
                .toList();
    }
}
