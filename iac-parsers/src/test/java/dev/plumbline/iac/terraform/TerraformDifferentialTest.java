package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we say of expressions is what the {@code terraform} binary says, where there is one. */
class TerraformDifferentialTest {
    private static final int GENERATED = 1_000;

    @TempDir
    Path directory;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(TerraformConsole.isThere(), "needs terraform");
        Files.writeString(directory.resolve("declarations.tf"), ExpressionTable.DECLARATIONS);
    }

    @Test
    void theTableIsWhatTerraformSays() throws Exception {
        List<ExpressionTable> table = ExpressionTable.read();
        List<String> said = new TerraformConsole(directory)
                .evaluate(table.stream().map(ExpressionTable::expression).toList());
        List<ExpressionTable> actual = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            actual.add(new ExpressionTable(table.get(i).expression(), said.get(i)));
        }
        assertThat(table).isEqualTo(actual);
    }

    @Test
    void generatedExpressionsGiveWhatTerraformSays() throws Exception {
        List<String> expressions = GeneratedExpressions.sample(GENERATED);
        List<String> said = new TerraformConsole(directory).evaluate(expressions);
        List<String> actual = PlumblineConsole.evaluate(directory, expressions);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            if (!said.get(i).equals(actual.get(i))) {
                differences.add(
                        "%s%n  Terraform %s%n  actual    %s".formatted(expressions.get(i), said.get(i), actual.get(i)));
            }
        }
        assertThat(differences).isEmpty();
    }
}
