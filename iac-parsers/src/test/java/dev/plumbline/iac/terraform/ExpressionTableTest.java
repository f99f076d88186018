package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of the table gives what Terraform gives. */
class ExpressionTableTest {
    @TempDir
    Path directory;

    @Test
    void evaluatesAsTerraformDoes() throws Exception {
        List<ExpressionTable> table = ExpressionTable.read();
        List<Evaluation> evaluations = new TerraformFrontEnd()
                .evaluate(
                        SourceTree.open(directory),
                        "",
                        Inputs.NONE,
                        table.stream()
                                .map(row -> "jsonencode(" + row.expression() + ")")
                                .toList());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            String actual = text(evaluations.get(i));
            if (!actual.equals(table.get(i).expected())) {
                wrong.add("%s%n  expected %s%n  actual   %s %s"
                        .formatted(
                                table.get(i).expression(),
                                table.get(i).expected(),
                                actual,
                                evaluations.get(i).line()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(table).hasSizeGreaterThan(500);
    }

    private static String text(Evaluation evaluation) {
        if (!evaluation.diagnostics().isEmpty()) {
            return "error";
        }
        return evaluation.value() instanceof StringValue string ? string.value() : "unknown";
    }
}
