package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.terraform.functions.FunctionTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of the table gives what Terraform gives, in value and type. */
class ExpressionTableTest {
    @TempDir
    Path directory;

    @Test
    void evaluatesAsTerraformDoes() throws Exception {
        Files.writeString(directory.resolve("declarations.tf"), ExpressionTable.DECLARATIONS);
        List<ExpressionTable> table = ExpressionTable.read();
        List<String> actual = PlumblineConsole.evaluate(
                directory, table.stream().map(ExpressionTable::expression).toList());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            if (!actual.get(i).equals(table.get(i).expected())) {
                wrong.add("%s%n  expected %s%n  actual   %s"
                        .formatted(table.get(i).expression(), table.get(i).expected(), actual.get(i)));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(table).hasSizeGreaterThan(2_000);
    }

    @Test
    void everyFunctionIsInTheTable() {
        Set<String> unknownByNature =
                Set.of("base64gzip", "bcrypt", "plantimestamp", "rsadecrypt", "timestamp", "uuid");
        String table = String.join(
                "\n",
                ExpressionTable.read().stream().map(ExpressionTable::expression).toList());
        assertThat(FunctionTable.TERRAFORM.names())
                .filteredOn(name -> !unknownByNature.contains(name))
                .allMatch(name -> table.contains(name + "("));
    }
}
