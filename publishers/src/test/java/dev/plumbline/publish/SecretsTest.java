package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    private final Secrets secrets = Secrets.of(ScanResults.shop());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password = \"hunter2\"            | password = \"*******\"",
                "\"adminPassword\": \"a\\\"b\", x  | \"adminPassword\": \"****\", x",
                "client_secret='s' token='t'       | client_secret='*' token='*'",
                "password = var.password           | password = var.password",
                "password = \"open                 | password = \"****",
                "password_policy = \"strict\"      | password_policy = \"strict\"",
                "password =                        | password =",
            })
    void hidesWhatIsAssignedToNamesOfSecrets(String line, String shown) {
        assertThat(masked("other.tf", 1, line)).isEqualTo(shown);
    }

    @Test
    void hidesCredentialsOfKnownForms() {
        String key = "AKIA" + "ABCDEFGHIJ234567";

        assertThat(masked("other.tf", 1, "  - " + key + " # of shop"))
                .isEqualTo("  - " + "*".repeat(20) + " # of shop");
    }

    @ParameterizedTest
    @CsvSource({"variables.tf, 6, true", "main.tf, 16, true", "variables.tf, 2, false"})
    void hidesTheTextOfSensitiveValues(String file, int line, boolean hidden) {
        assertThat(masked(file, line, "x".repeat(60)).contains("*")).isEqualTo(hidden);
    }

    private String masked(String file, int number, String text) {
        StringBuilder shown = new StringBuilder(text);
        secrets.mask(file, number, 0, text).stream().forEach(index -> shown.setCharAt(index, '*'));
        return shown.toString();
    }
}
