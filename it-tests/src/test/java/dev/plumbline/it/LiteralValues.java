package dev.plumbline.it;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.EvaluationException;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.Names;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.eval.TemplateContext;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values, as JSON, of expressions that depend on no variable. */
final class LiteralValues {
    private final SourceTree tree;

    LiteralValues(SourceTree tree) {
        this.tree = tree;
    }

    /** Empty where the expression depends on a variable, or cannot be evaluated. */
    Optional<String> of(Expression expression) {
        TemplateContext context = new TemplateContext(tree, ".");
        try {
            Value value = new Evaluator(new NoNames(), context, problem -> {})
                    .evaluate(expression, Bindings.NONE)
                    .value();
            return value.isWhollyKnown() ? Optional.of(json(value)) : Optional.empty();
        } catch (EvaluationException e) {
            return Optional.empty();
        }
    }

    private static String json(Value value) {
        if (value instanceof StringValue string) {
            return Json.quote(string.value());
        } else if (value instanceof NumberValue number) {
            return CanonicalForm.plain(number.value());
        } else if (value instanceof BooleanValue bool) {
            return Boolean.toString(bool.value());
        } else if (value instanceof NullValue) {
            return "null";
        } else if (value instanceof ListValue list) {
            return list.elements().stream().map(LiteralValues::json).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof ObjectValue object) {
            return object.members().entrySet().stream()
                    .map(member -> Json.quote(member.getKey()) + ": "
                            + json(member.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        throw new IllegalArgumentException("not known: " + value);
    }

    private static final class NoNames implements Names {
        @Override
        public Found resolve(ScopeTraversal traversal) throws EvaluationException {
            throw new EvaluationException("depends on " + traversal.root(), traversal.range());
        }

        @Override
        public Optional<Result> computed(ObjectValue object, String attribute) {
            return Optional.empty();
        }

        @Override
        public Optional<References> referenceTo(ObjectValue object, String attribute) {
            return Optional.empty();
        }
    }
}
