package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

    @TempDir
    private Path directory;

    @Test
    void listsTheCatalogue() {
        CommandLineRun run = CommandLineRun.in(directory, "rules");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("SEVERITY")
                .contains("azure-storage-secure-transfer")
                .matches("(?s).*\\d+ rules\\s+");
    }

    @Test
    void filters() {
        CommandLineRun run =
                CommandLineRun.in(directory, "rules", "--language=arm", "--severity=high", "--service=storage");
        assertThat(run.out())
                .contains("azure-storage-secure-transfer")
                .doesNotContain("aws-")
                .doesNotContain("\nlow ");
    }

    @Test
    void looksForAWord() {
        assertThat(CommandLineRun.in(directory, "rules", "Microsoft.Storage/storageAccounts")
                        .out())
                .contains("azure-storage-secure-transfer");
    }

    @Test
    void looksForTextInAllThatIsSaid() {
        String found = CommandLineRun.in(directory, "rules", "--search=restored DELETED", "--service=s3")
                .out();
        assertThat(found).contains("aws-s3-bucket-versioning").doesNotContain("aws-s3-public-read");
    }

    @Test
    void looksForABenchmarkOrAControlOfIt() {
        assertThat(CommandLineRun.in(directory, "rules", "--benchmark=aws-fsbp").out())
                .contains("aws-s3-access-logging");
        assertThat(CommandLineRun.in(directory, "rules", "--benchmark=aws-fsbp S3.9")
                        .out())
                .contains("aws-s3-access-logging")
                .doesNotContain("aws-iam-full-admin");
        CommandLineRun none = CommandLineRun.in(directory, "rules", "--benchmark=no-such");
        assertThat(none.status()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("no such benchmark, only aws-fsbp, cis-aws, cis-azure, iso-27001");
    }

    @Test
    void findsByAControlThatIsNoPartOfTheStandardAndByWhereItLeads() {
        assertThat(CommandLineRun.in(directory, "rules", "--benchmark=aws-fsbp S3.14")
                        .out())
                .contains("aws-s3-bucket-versioning");
        assertThat(CommandLineRun.in(directory, "rules", "--benchmark=nist-800-53 CP-9", "--service=s3")
                        .out())
                .contains("aws-s3-bucket-versioning");
    }

    @Test
    void tellsWhichControlsOfABenchmarkHaveNoRule() {
        assertThat(CommandLineRun.in(directory, "rules", "--benchmark=cis-aws").out())
                .contains("CIS Amazon Web Services Foundations Benchmark 3.0.0 (Center for Internet Security, as of")
                .contains(" of 62 controls have rules")
                .containsPattern("No rule speaks to:\\R")
                .containsPattern("\\R  1\\.7 +No daily use of the root user\\R");
        assertThat(CommandLineRun.in(directory, "rules", "--benchmark=cis-aws", "--json")
                        .out())
                .contains("\"benchmark\": {", "\"id\": \"1.7\"");
    }

    @Test
    void writesJsonForTools() throws IOException {
        CommandLineRun run = CommandLineRun.in(directory, "rules", "--json", "CKV_AWS_21");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"format\": \"plumbline-rules/1\"", "\"id\": \"aws-s3-bucket-versioning\"");
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                // a malformed document throws
            }
        }
    }

    @Test
    void documentsARule() {
        CommandLineRun byId = CommandLineRun.in(directory, "rules", "azure-storage-secure-transfer");
        assertThat(byId.status()).isZero();
        assertThat(byId.out())
                .startsWith("Secure transfer to storage accounts should be enabled")
                .contains("Severity:")
                .contains("Risk:")
                .contains("For azurerm_storage_account")
                .contains("Example, terraform, fail:");
        assertThat(CommandLineRun.in(directory, "rules", "CKV_AZURE_3")).isEqualTo(byId);
    }

    @Test
    void tellsByWhoseMappingARuleSpeaksToAControl() {
        assertThat(CommandLineRun.in(directory, "rules", "aws-s3-bucket-versioning")
                        .out())
                .containsPattern("Benchmarks: +aws-fsbp S3\\.14, mcsb BR-1\\R")
                .containsPattern("By mapping: +Plumbline's reading: iso-27001 .*; "
                        + "Plumbline's reading of AWS's mapping: nist-800-53 .*CP-9.*; "
                        + "Plumbline's reading of Microsoft's mapping: ");
    }

    @Test
    void aRuleThatIsNotThereIsWrongUsage() {
        CommandLineRun run = CommandLineRun.in(directory, "rules", "no-such-rule");
        assertThat(run.status()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no rule is, or mentions, no-such-rule");
    }
}
