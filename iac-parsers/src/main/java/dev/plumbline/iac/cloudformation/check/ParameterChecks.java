package dev.plumbline.iac.cloudformation.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Rules;
import dev.plumbline.iac.cloudformation.eval.Text;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds values of parameters that CloudFormation would refuse, by default or given for this scan. Never shows a value. */
public final class ParameterChecks {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ParameterChecks() {}

    public static List<Diagnostic> check(Template template, Parameters parameters) {
        ParameterChecks checks = new ParameterChecks();
        template.parameters().forEach((name, member) -> {
            if (member.value() instanceof Mapping declaration) {
                checks.parameter(name, declaration, parameters.get(name));
            }
        });
        for (Member rule : Rules.violated(template, parameters)) {
            checks.diagnostics.add(Diagnostic.warning(
                    "cfn-rule",
                    "The parameters violate rule " + rule.key(),
                    "CloudFormation refuses to deploy the template with them.",
                    rule.keyRange()));
        }
        return checks.diagnostics;
    }

    private void parameter(String name, Mapping declaration, Value value) {
        List<Value> values = value instanceof ListValue list ? list.elements() : List.of(value);
        for (Value each : values) {
            String text = Text.of(each);
            String problem = text == null ? null : problem(declaration, text);
            if (problem != null) {
                diagnostics.add(Diagnostic.warning(
                        "cfn-parameter",
                        "The value of parameter " + name + " " + problem,
                        "CloudFormation refuses it.",
                        each.origin().range()));
                return;
            }
        }
    }

    /** What a value does not keep to, a clause; null where it is allowed. */
    private static String problem(Mapping declaration, String text) {
        if (declaration.get("AllowedValues") instanceof Sequence allowed
                && allowed.items().stream().noneMatch(item -> text.equals(allowedText(item)))) {
            return "is none of the allowed ones";
        }
        BigDecimal length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
        if (below(length, declaration, "MinLength") || above(length, declaration, "MaxLength")) {
            return "is not as long as it must be";
        }
        boolean number = isNumber(declaration);
        BigDecimal amount = number ? number(text) : null;
        if (number && amount == null) {
            return "is no number";
        }
        if (number && (below(amount, declaration, "MinValue") || above(amount, declaration, "MaxValue"))) {
            return "is out of its range";
        }
        return matches(declaration.get("AllowedPattern"), text) ? null : "does not match the allowed pattern";
    }

    private static String allowedText(Node item) {
        return item instanceof Scalar scalar ? Parameters.canonical(scalar) : null;
    }

    private static boolean isNumber(Mapping declaration) {
        return declaration.get("Type") instanceof Scalar type
                && (type.text().equals("Number") || type.text().equals("List<Number>"));
    }

    private static boolean below(BigDecimal amount, Mapping declaration, String limit) {
        BigDecimal least = limit(declaration, limit);
        return least != null && amount.compareTo(least) < 0;
    }

    private static boolean above(BigDecimal amount, Mapping declaration, String limit) {
        BigDecimal most = limit(declaration, limit);
        return most != null && amount.compareTo(most) > 0;
    }

    private static BigDecimal limit(Mapping declaration, String name) {
        return declaration.get(name) instanceof Scalar scalar ? number(scalar.text()) : null;
    }

    private static BigDecimal number(String text) {
        try {
            return text.length() > 100 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A pattern that cannot be matched in linear time, or is none, allows everything. */
    private static boolean matches(Node pattern, String text) {
        try {
            return !(pattern instanceof Scalar scalar) || Pattern.matches(scalar.text(), text);
        } catch (PatternSyntaxException e) {
            return true;
        }
    }
}
