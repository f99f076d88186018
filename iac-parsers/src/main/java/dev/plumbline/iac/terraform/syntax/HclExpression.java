package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A text that is a single expression or template, read.
 *
 * @param expression empty where the text is not valid
 * @param diagnostics what is wrong with it; empty where it is valid
 */
public record HclExpression(SourceFile source, Optional<Expression> expression, List<Diagnostic> diagnostics) {

    public HclExpression {
        diagnostics = List.copyOf(diagnostics);
    }
}
