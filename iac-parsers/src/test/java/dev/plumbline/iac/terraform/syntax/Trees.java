package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.Binary;
import dev.plumbline.iac.terraform.syntax.Expression.BooleanLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.Conditional;
import dev.plumbline.iac.terraform.syntax.Expression.For;
import dev.plumbline.iac.terraform.syntax.Expression.FunctionCall;
import dev.plumbline.iac.terraform.syntax.Expression.Index;
import dev.plumbline.iac.terraform.syntax.Expression.NullLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.NumberLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectConstructor;
import dev.plumbline.iac.terraform.syntax.Expression.Parentheses;
import dev.plumbline.iac.terraform.syntax.Expression.RelativeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.Expression.Splat;
import dev.plumbline.iac.terraform.syntax.Expression.SplatItem;
import dev.plumbline.iac.terraform.syntax.Expression.Step;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.ForEach;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.If;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Interpolation;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Text;
import dev.plumbline.iac.terraform.syntax.Expression.Tuple;
import dev.plumbline.iac.terraform.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.List;

/**
 * Syntax trees in one line, for tests: {@code (+ 1@1-2 x@5-6)@1-6}. After each node, its first and its last, exclusive
 * column; lines stand before them where a node is on more than one.
 */
final class Trees {
    private Trees() {}

    static String show(Expression expression) {
        return text(expression) + at(expression.range());
    }

    private static String text(Expression expression) {
        if (expression instanceof NumberLiteral number) {
            return number.value().toPlainString();
        } else if (expression instanceof BooleanLiteral literal) {
            return Boolean.toString(literal.value());
        } else if (expression instanceof NullLiteral) {
            return "null";
        } else if (expression instanceof Template template) {
            return parts(template);
        } else if (expression instanceof ScopeTraversal traversal) {
            return traversal.steps().isEmpty()
                    ? traversal.root()
                    : traversal.root() + at(traversal.rootRange()) + steps(traversal.steps());
        } else if (expression instanceof RelativeTraversal traversal) {
            return show(traversal.source()) + steps(traversal.steps());
        } else if (expression instanceof Index index) {
            return list("index", index.collection(), index.key());
        } else if (expression instanceof Splat splat) {
            return list("splat", splat.source(), splat.each());
        } else if (expression instanceof SplatItem) {
            return "item";
        } else if (expression instanceof FunctionCall call) {
            return call.name()
                    + at(call.nameRange())
                    + list("", call.arguments().toArray(Expression[]::new))
                    + (call.expandFinal() ? "..." : "");
        } else if (expression instanceof Conditional conditional) {
            return list("?", conditional.condition(), conditional.whenTrue(), conditional.whenFalse());
        } else if (expression instanceof Binary binary) {
            return list(binary.operator().symbol(), binary.left(), binary.right());
        } else if (expression instanceof Unary unary) {
            return list(unary.operator().symbol(), unary.operand());
        } else if (expression instanceof Parentheses parentheses) {
            return list("()", parentheses.inner());
        } else if (expression instanceof Tuple tuple) {
            return list("tuple", tuple.elements().toArray(Expression[]::new));
        } else if (expression instanceof ObjectConstructor object) {
            List<Expression> items = new ArrayList<>();
            object.items().forEach(item -> items.addAll(List.of(item.key(), item.value())));
            return list("object", items.toArray(Expression[]::new));
        } else if (expression instanceof BareKey key) {
            return "'" + key.name() + "'";
        } else if (expression instanceof For loop) {
            return loop(loop);
        }
        throw new AssertionError(expression);
    }

    private static String loop(For loop) {
        StringBuilder text = new StringBuilder("(for ");
        if (loop.keyVariable() != null) {
            text.append(loop.keyVariable()).append(',');
        }
        text.append(loop.valueVariable())
                .append(" in ")
                .append(show(loop.collection()))
                .append(": ");
        if (loop.key() != null) {
            text.append(show(loop.key())).append(" => ");
        }
        text.append(show(loop.value())).append(loop.grouping() ? "..." : "");
        if (loop.condition() != null) {
            text.append(" if ").append(show(loop.condition()));
        }
        return text.append(')').toString();
    }

    private static String parts(Template template) {
        StringBuilder text = new StringBuilder("\"");
        for (TemplatePart part : template.parts()) {
            if (part instanceof Text literal) {
                text.append(literal.text().replace("\n", "\\n"));
            } else if (part instanceof Interpolation interpolation) {
                text.append("${").append(show(interpolation.expression())).append('}');
            } else if (part instanceof If choice) {
                text.append("%{if ")
                        .append(show(choice.condition()))
                        .append('}')
                        .append(show(choice.whenTrue()))
                        .append("%{else}")
                        .append(show(choice.whenFalse()))
                        .append("%{endif}");
            } else if (part instanceof ForEach loop) {
                text.append("%{for ")
                        .append(loop.keyVariable() == null ? "" : loop.keyVariable() + ",")
                        .append(loop.valueVariable())
                        .append(" in ")
                        .append(show(loop.collection()))
                        .append('}')
                        .append(show(loop.body()))
                        .append("%{endfor}");
            }
            text.append(at(part.range()));
        }
        return text.append('"').toString();
    }

    private static String steps(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Attribute attribute) {
                text.append('.').append(attribute.name());
            } else if (step instanceof Step.Key key) {
                text.append("[\"").append(key.key()).append("\"]");
            } else if (step instanceof Step.Position position) {
                text.append('[').append(position.position().toPlainString()).append(']');
            }
            text.append(at(step.range()));
        }
        return text.toString();
    }

    private static String list(String head, Expression... rest) {
        StringBuilder text = new StringBuilder("(").append(head);
        for (Expression expression : rest) {
            text.append(text.length() == 1 ? "" : " ").append(show(expression));
        }
        return text.append(')').toString();
    }

    static String at(SourceRange range) {
        return range.startLine() == range.endLine()
                ? "@" + range.startColumn() + "-" + range.endColumn()
                : "@" + range.startLine() + ":" + range.startColumn() + "-" + range.endLine() + ":" + range.endColumn();
    }
}
