package dev.plumbline.it;

import dev.plumbline.iac.terraform.syntax.Expression;
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
import dev.plumbline.iac.terraform.syntax.Expression.Tuple;
import dev.plumbline.iac.terraform.syntax.Expression.Unary;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Expressions as text in which equal ones are equal: the notation is S-expressions for operators and templates, HCL's
 * own for the rest, without space and parentheses.
 */
final class CanonicalForm {
    private CanonicalForm() {}

    static String of(Expression expression) {
        if (expression instanceof NumberLiteral number) {
            return plain(number.value());
        } else if (expression instanceof BooleanLiteral literal) {
            return Boolean.toString(literal.value());
        } else if (expression instanceof NullLiteral) {
            return "null";
        } else if (expression instanceof Template template) {
            return template(template);
        } else if (expression instanceof ScopeTraversal traversal) {
            return traversal.root() + steps(traversal.steps());
        } else if (expression instanceof RelativeTraversal traversal) {
            return of(traversal.source()) + steps(traversal.steps());
        } else if (expression instanceof Index index) {
            return of(index.collection()) + "[" + of(index.key()) + "]";
        } else if (expression instanceof Splat splat) {
            return of(splat.source()) + "[*]" + of(splat.each());
        } else if (expression instanceof SplatItem) {
            return "";
        } else if (expression instanceof FunctionCall call) {
            return call.name() + "(" + all(call.arguments()) + (call.expandFinal() ? "...)" : ")");
        } else if (expression instanceof Conditional conditional) {
            return "(? %s %s %s)"
                    .formatted(of(conditional.condition()), of(conditional.whenTrue()), of(conditional.whenFalse()));
        } else if (expression instanceof Binary binary) {
            return "(" + binary.operator().symbol() + " " + of(binary.left()) + " " + of(binary.right()) + ")";
        } else if (expression instanceof Unary unary) {
            return "(u" + unary.operator().symbol() + " " + of(unary.operand()) + ")";
        } else if (expression instanceof Parentheses parentheses) {
            return of(parentheses.inner());
        } else if (expression instanceof Tuple tuple) {
            return "[" + all(tuple.elements()) + "]";
        } else if (expression instanceof ObjectConstructor object) {
            return object.items().stream()
                    .map(item -> of(item.key()) + "=" + of(item.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (expression instanceof BareKey key) {
            return quote(key.name());
        } else if (expression instanceof For loop) {
            return loop(loop);
        }
        throw new IllegalArgumentException("not an expression: " + expression);
    }

    private static String loop(For loop) {
        StringBuilder text = new StringBuilder("(for ");
        if (loop.keyVariable() != null) {
            text.append(loop.keyVariable()).append(',');
        }
        text.append(loop.valueVariable())
                .append(" in ")
                .append(of(loop.collection()))
                .append(": ");
        if (loop.key() != null) {
            text.append(of(loop.key())).append("=> ");
        }
        text.append(of(loop.value()));
        if (loop.grouping()) {
            text.append("...");
        }
        if (loop.condition() != null) {
            text.append(" if ").append(of(loop.condition()));
        }
        return text.append(')').toString();
    }

    private static String all(List<Expression> expressions) {
        return expressions.stream().map(CanonicalForm::of).collect(Collectors.joining(","));
    }

    private static String steps(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Attribute attribute) {
                text.append('.').append(attribute.name());
            } else if (step instanceof Step.Key key) {
                text.append('[').append(quote(key.key())).append(']');
            } else if (step instanceof Step.Position position) {
                text.append('[').append(plain(position.position())).append(']');
            }
        }
        return text.toString();
    }

    private static String template(Template template) {
        List<TemplatePart> parts = template.parts();
        if (parts.stream().allMatch(TemplatePart.Text.class::isInstance)) {
            return parts.isEmpty() ? "\"\"" : part(parts.get(0));
        }
        return parts.stream().map(CanonicalForm::part).collect(Collectors.joining(" ", "(tmpl ", ")"));
    }

    private static String part(TemplatePart part) {
        if (part instanceof TemplatePart.Text text) {
            return quote(text.text());
        } else if (part instanceof TemplatePart.Interpolation interpolation) {
            return of(interpolation.expression());
        } else if (part instanceof TemplatePart.If choice) {
            return "(? %s %s %s)"
                    .formatted(of(choice.condition()), template(choice.whenTrue()), template(choice.whenFalse()));
        } else if (part instanceof TemplatePart.ForEach loop) {
            String variables =
                    loop.keyVariable() == null ? loop.valueVariable() : loop.keyVariable() + "," + loop.valueVariable();
            return "(tfor (for %s in %s: %s))".formatted(variables, of(loop.collection()), template(loop.body()));
        }
        throw new IllegalArgumentException("not a part of a template: " + part);
    }

    /** A number without an exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String quote(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
    }
}
