package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import java.util.ArrayList;
import java.util.List;

/** The traversals that stand in expressions. */
final class Mentions {
    private final List<ScopeTraversal> found = new ArrayList<>();

    private Mentions() {}

    static List<ScopeTraversal> in(Expression expression) {
        Mentions mentions = new Mentions();
        mentions.add(expression);
        return mentions.found;
    }

    static List<ScopeTraversal> in(Body body) {
        Mentions mentions = new Mentions();
        mentions.add(body);
        return mentions.found;
    }

    private void add(Body body) {
        for (Body.Attribute attribute : body.attributes()) {
            if (!MetaArguments.NOT_EVALUATED.contains(attribute.name())) {
                add(attribute.value());
            }
        }
        for (Body.Block block : body.blocks()) {
            if (!MetaArguments.BLOCKS.contains(block.type())) {
                add(block.body());
            }
        }
    }

    private void addAll(List<Expression> expressions) {
        expressions.forEach(this::add);
    }

    private void add(Expression expression) {
        if (expression instanceof ScopeTraversal traversal) {
            found.add(traversal);
        } else if (expression instanceof Expression.Template template) {
            template.parts().forEach(this::add);
        } else if (expression instanceof Expression.RelativeTraversal traversal) {
            add(traversal.source());
        } else if (expression instanceof Expression.Index index) {
            add(index.collection());
            add(index.key());
        } else if (expression instanceof Expression.Splat splat) {
            add(splat.source());
            add(splat.each());
        } else if (expression instanceof Expression.FunctionCall call) {
            addAll(call.arguments());
        } else if (expression instanceof Expression.Conditional conditional) {
            addAll(List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse()));
        } else if (expression instanceof Expression.Binary binary) {
            add(binary.left());
            add(binary.right());
        } else if (expression instanceof Expression.Unary unary) {
            add(unary.operand());
        } else if (expression instanceof Expression.Parentheses parentheses) {
            add(parentheses.inner());
        } else if (expression instanceof Expression.Tuple tuple) {
            addAll(tuple.elements());
        } else if (expression instanceof Expression.ObjectConstructor object) {
            object.items().forEach(item -> {
                add(item.key());
                add(item.value());
            });
        } else if (expression instanceof Expression.For loop) {
            add(loop.collection());
            if (loop.key() != null) {
                add(loop.key());
            }
            add(loop.value());
            if (loop.condition() != null) {
                add(loop.condition());
            }
        }
    }

    private void add(TemplatePart part) {
        if (part instanceof TemplatePart.Interpolation interpolation) {
            add(interpolation.expression());
        } else if (part instanceof TemplatePart.If condition) {
            add(condition.condition());
            add(condition.whenTrue());
            if (condition.whenFalse() != null) {
                add(condition.whenFalse());
            }
        } else if (part instanceof TemplatePart.ForEach loop) {
            add(loop.collection());
            add(loop.body());
        }
    }
}
