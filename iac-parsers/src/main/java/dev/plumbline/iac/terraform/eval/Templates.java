package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Type;

/** String templates with their interpolations and directives. */
final class Templates {
    private final Evaluator evaluator;
    private final Budget budget;

    Templates(Evaluator evaluator, Budget budget) {
        this.evaluator = evaluator;
        this.budget = budget;
    }

    /** A template that is nothing but one interpolation is the interpolated value, whatever its type. */
    Result evaluate(Expression.Template template, Bindings bindings) throws EvaluationException {
        if (template.parts().size() == 1
                && template.parts().get(0) instanceof TemplatePart.Interpolation interpolation) {
            return evaluator.evaluate(interpolation.expression(), bindings).usedAt(template.range());
        }
        PartialText text = new PartialText();
        append(template, bindings, text);
        Value value = text.value(template.range());
        return new Result(value, References.flat(text.references()));
    }

    private void append(Expression.Template template, Bindings bindings, PartialText text) throws EvaluationException {
        for (TemplatePart part : template.parts()) {
            if (part instanceof TemplatePart.Text literal) {
                text.append(literal.text(), literal.range());
            } else if (part instanceof TemplatePart.Interpolation interpolation) {
                Result result = evaluator.evaluate(interpolation.expression(), bindings);
                text.append(string(result.value(), interpolation.expression().range()), result.references());
            } else if (part instanceof TemplatePart.If condition) {
                choose(condition, bindings, text);
            } else if (part instanceof TemplatePart.ForEach loop) {
                repeat(loop, bindings, text);
            }
        }
    }

    private static Value string(Value value, SourceRange range) throws EvaluationException {
        if (value instanceof NullValue) {
            throw new EvaluationException(
                    "Invalid template interpolation value: the expression result is null. Cannot include a null value in a string template",
                    range);
        }
        try {
            return Conversion.convert(value, Type.Simple.STRING);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Invalid template interpolation value: cannot include the given value in a string template: "
                            + e.getMessage(),
                    range);
        }
    }

    private void choose(TemplatePart.If at, Bindings bindings, PartialText text) throws EvaluationException {
        Result condition = evaluator.evaluate(at.condition(), bindings);
        Value test;
        try {
            test = Conversion.convert(condition.value(), Type.Simple.BOOLEAN);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Incorrect condition type: the condition expression must be of type bool",
                    at.condition().range());
        }
        if (test instanceof UnknownValue) {
            text.append(Unknowns.result((UnknownValue) test, Shape.STRING, at.range()), condition.references());
        } else if (test instanceof BooleanValue bool) {
            Expression.Template taken = bool.value() ? at.whenTrue() : at.whenFalse();
            if (taken != null) {
                append(taken, bindings, text);
            }
            text.markSensitive(test.sensitive());
        } else {
            throw new EvaluationException(
                    "Null condition: the condition value is null",
                    at.condition().range());
        }
    }

    private void repeat(TemplatePart.ForEach at, Bindings bindings, PartialText text) throws EvaluationException {
        Result collection = evaluator.evaluate(at.collection(), bindings);
        if (collection.value() instanceof UnknownValue unknown) {
            text.append(Unknowns.result(unknown, Shape.STRING, at.range()), collection.references());
            return;
        }
        for (Loops.Item item : Loops.items(collection, at.collection().range())) {
            budget.spend(at.range());
            Bindings inner = at.keyVariable() == null ? bindings : bindings.with(at.keyVariable(), item.key());
            append(at.body(), inner.with(at.valueVariable(), item.value()), text);
        }
        text.markSensitive(collection.value().sensitive());
    }
}
