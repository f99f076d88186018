package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The branch of a condition that is not taken: it counts for its type alone, and what is in error in it is unknown. */
final class FaultyBranch {
    private final Evaluator evaluator;

    FaultyBranch(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value evaluate(Expression branch, Bindings bindings) {
        try {
            return evaluator.evaluate(branch, bindings).value();
        } catch (EvaluationException e) {
            return partly(branch, bindings, e);
        }
    }

    private Value partly(Expression branch, Bindings bindings, EvaluationException problem) {
        Origin origin = Origin.at(branch.range());
        if (branch instanceof Expression.Parentheses parentheses) {
            return evaluate(parentheses.inner(), bindings);
        } else if (branch instanceof Expression.Tuple tuple) {
            List<Value> elements = new ArrayList<>();
            tuple.elements().forEach(element -> elements.add(evaluate(element, bindings)));
            return new ListValue(elements, ListValue.Kind.TUPLE, origin, false);
        } else if (branch instanceof Expression.ObjectConstructor object) {
            Map<String, Member> members = new LinkedHashMap<>();
            for (ObjectItem item : object.items()) {
                if (!(evaluator.keyOf(item, bindings) instanceof StringValue name)) {
                    return unknown(problem, Shape.ANY);
                }
                members.put(name.value(), Member.unnamed(evaluate(item.value(), bindings)));
            }
            return new ObjectValue(members, origin);
        }
        return unknown(problem, shape(branch));
    }

    private static Value unknown(EvaluationException problem, Shape shape) {
        Value.UnknownValue unknown = Unknowns.error(problem.getMessage(), problem.range());
        return new Value.UnknownValue(unknown.unknown().of(shape), unknown.origin());
    }

    /** What an operator or a template gives is certain, whatever goes wrong. */
    private static Shape shape(Expression branch) {
        if (branch instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> Shape.NUMBER;
                default -> Shape.BOOLEAN;
            };
        } else if (branch instanceof Expression.Unary unary) {
            return unary.operator() == Expression.Operator.NOT ? Shape.BOOLEAN : Shape.NUMBER;
        }
        return branch instanceof Expression.Template template
                        && template.parts().size() > 1
                ? Shape.STRING
                : Shape.ANY;
    }
}
