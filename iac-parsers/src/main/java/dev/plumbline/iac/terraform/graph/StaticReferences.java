package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.Parentheses;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Interpolation;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Text;
import dev.plumbline.iac.terraform.syntax.Expression.Tuple;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.util.List;
import java.util.Optional;

/** Names that stand for themselves, not for values: natively without quotes, in JSON within them. */
final class StaticReferences {

    private StaticReferences() {}

    /** What is referred to; empty where the expression is none of these. */
    static Optional<ScopeTraversal> traversal(Expression expression) {
        if (expression instanceof ScopeTraversal traversal) {
            return Optional.of(traversal);
        } else if (expression instanceof Parentheses parentheses) {
            return traversal(parentheses.inner());
        } else if (expression instanceof BareKey key) {
            return Optional.of(new ScopeTraversal(key.name(), key.range(), List.of(), key.range()));
        } else if (expression instanceof Template template && template.parts().size() == 1) {
            if (template.parts().get(0) instanceof Text text) {
                return HclParser.parseExpression(new SourceFile(template.range().file(), text.text()))
                        .expression()
                        .filter(ScopeTraversal.class::isInstance)
                        .map(ScopeTraversal.class::cast);
            } else if (template.parts().get(0) instanceof Interpolation interpolation) {
                return traversal(interpolation.expression());
            }
        }
        return Optional.empty();
    }

    /** Those of a list: of {@code depends_on}, {@code replace_triggered_by}. */
    static List<ScopeTraversal> traversals(Expression expression) {
        return expression instanceof Tuple tuple
                ? tuple.elements().stream()
                        .flatMap(element -> traversal(element).stream())
                        .toList()
                : List.of();
    }
}
