package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Evaluates expressions in the scope of some {@link Names}, as Terraform does. */
public final class Evaluator {
    private final Names names;
    private final Consumer<Diagnostic> problems;
    private final Budget budget;
    private final Traversals traversals;
    private final Templates templates;
    private final Loops loops;
    private final Conditionals conditionals;
    private final Calls calls;

    /** @param problems is told of the errors that {@link #attempt} turns into unknown values */
    public Evaluator(Names names, TemplateContext context, Consumer<Diagnostic> problems) {
        this.names = names;
        this.problems = problems;
        this.budget = context.budget();
        this.traversals = new Traversals(names);
        this.templates = new Templates(this, budget);
        this.loops = new Loops(this, budget);
        this.conditionals = new Conditionals(this);
        this.calls = new Calls(this, context);
    }

    /**
     * Evaluates an expression as far as that goes: what is in error is reported and unknown, element by element.
     *
     * @param expression as written, after {@code =}
     */
    public Result attempt(Expression expression, Bindings bindings) {
        try {
            Result result;
            if (expression instanceof Expression.ObjectConstructor object) {
                result = object(object, bindings, true);
            } else if (expression instanceof Expression.Tuple tuple) {
                result = tuple(tuple, bindings, true);
            } else {
                result = evaluate(expression, bindings);
            }
            budget.check(result.value(), expression.range());
            return result;
        } catch (EvaluationException e) {
            report(e);
            return Result.of(Unknowns.error(e.getMessage(), expression.range()));
        }
    }

    /** Tells that an expression could not be evaluated. */
    public void report(EvaluationException problem) {
        problems.accept(Diagnostic.warning(
                "terraform-expression",
                firstLine(problem.getMessage()),
                "The value is taken as unknown.",
                problem.range()));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Evaluates an expression. The value's origin is the expression; its causes lead to where it was written. */
    public Result evaluate(Expression expression, Bindings bindings) throws EvaluationException {
        if (expression instanceof Expression.ScopeTraversal traversal) {
            return scope(traversal, bindings);
        } else if (expression instanceof Expression.Template template) {
            return templates.evaluate(template, bindings);
        } else if (expression instanceof Expression.FunctionCall call) {
            return calls.evaluate(call, bindings);
        } else if (expression instanceof Expression.Conditional conditional) {
            return conditionals.evaluate(conditional, bindings);
        } else if (expression instanceof Expression.Tuple tuple) {
            return tuple(tuple, bindings, false);
        } else if (expression instanceof Expression.ObjectConstructor object) {
            return object(object, bindings, false);
        } else if (expression instanceof Expression.For loop) {
            return loops.evaluate(loop, bindings);
        } else if (expression instanceof Expression.Splat splat) {
            return loops.splat(splat, bindings);
        } else if (expression instanceof Expression.SplatItem item) {
            return bindings.find(Loops.SPLAT_ITEM).usedAt(item.range());
        } else if (expression instanceof Expression.Index index) {
            Result collection = evaluate(index.collection(), bindings);
            Result key = evaluate(index.key(), bindings);
            return traversals.index(collection, key, index.range()).usedAt(index.range());
        } else if (expression instanceof Expression.RelativeTraversal traversal) {
            return traversals
                    .follow(evaluate(traversal.source(), bindings), traversal.steps())
                    .usedAt(traversal.range());
        } else if (expression instanceof Expression.Binary binary) {
            Result left = evaluate(binary.left(), bindings);
            Result right = evaluate(binary.right(), bindings);
            Value value = Operators.binary(binary, left.value(), right.value());
            return new Result(value, References.flat(List.of(left.references(), right.references())));
        } else if (expression instanceof Expression.Unary unary) {
            Result operand = evaluate(unary.operand(), bindings);
            return operand.with(Operators.unary(unary, operand.value()));
        } else if (expression instanceof Expression.Parentheses parentheses) {
            return evaluate(parentheses.inner(), bindings);
        }
        return Result.of(literal(expression));
    }

    private static Value literal(Expression expression) throws EvaluationException {
        Origin origin = Origin.at(expression.range());
        if (expression instanceof Expression.NumberLiteral number) {
            if (Numbers.outOfBounds(number.value())) {
                throw new EvaluationException("The number is too large to be computed with", expression.range());
            }
            return new NumberValue(Numbers.round(number.value()), origin);
        } else if (expression instanceof Expression.BooleanLiteral bool) {
            return new BooleanValue(bool.value(), origin);
        } else if (expression instanceof BareKey key) {
            return new StringValue(key.name(), origin);
        }
        return new NullValue(origin);
    }

    private Result scope(Expression.ScopeTraversal traversal, Bindings bindings) throws EvaluationException {
        Result bound = bindings.find(traversal.root());
        if (bound != null) {
            return traversals.follow(bound, traversal.steps()).usedAt(traversal.range());
        }
        Names.Found found = names.resolve(traversal);
        return traversals
                .follow(
                        found.result(),
                        traversal
                                .steps()
                                .subList(found.steps(), traversal.steps().size()))
                .usedAt(traversal.range());
    }

    private Result element(Expression expression, Bindings bindings, boolean lenient) throws EvaluationException {
        return lenient ? attempt(expression, bindings) : evaluate(expression, bindings);
    }

    private Result tuple(Expression.Tuple tuple, Bindings bindings, boolean lenient) throws EvaluationException {
        List<Value> elements = new ArrayList<>(tuple.elements().size());
        Map<String, References> parts = new LinkedHashMap<>();
        for (Expression each : tuple.elements()) {
            Result element = element(each, bindings, lenient);
            parts.put(Integer.toString(elements.size()), element.references());
            elements.add(element.value());
        }
        ListValue value = new ListValue(elements, ListValue.Kind.TUPLE, Origin.at(tuple.range()), false);
        return new Result(value, References.ofParts(parts));
    }

    private Result object(Expression.ObjectConstructor object, Bindings bindings, boolean lenient)
            throws EvaluationException {
        Map<String, Member> members = new LinkedHashMap<>();
        Map<String, References> parts = new LinkedHashMap<>();
        boolean sensitive = false;
        for (ObjectItem item : object.items()) {
            Value key = key(item.key(), bindings);
            sensitive |= key.sensitive();
            if (key instanceof UnknownValue unknown) {
                // Which member it is cannot be told, nor which of the others it takes the place of.
                return Result.of(Unknowns.result(unknown, Shape.OBJECT, object.range()));
            }
            String name = ((StringValue) key).value();
            Result member = element(item.value(), bindings, lenient);
            members.put(name, new Member(item.key().range(), member.value()));
            parts.put(name, member.references());
        }
        ObjectValue value = new ObjectValue(members, ObjectValue.Kind.OBJECT, Origin.at(object.range()), sensitive);
        return new Result(value, References.ofParts(parts));
    }

    /** The key of an item; null where it is in error. */
    Value keyOf(ObjectItem item, Bindings bindings) {
        try {
            return key(item.key(), bindings);
        } catch (EvaluationException e) {
            return null;
        }
    }

    private Value key(Expression expression, Bindings bindings) throws EvaluationException {
        if (expression instanceof BareKey key) {
            return new StringValue(key.name(), Origin.at(key.range()));
        } else if (expression instanceof Expression.NullLiteral) {
            // A word that is a value elsewhere is a name here.
            return new StringValue("null", Origin.at(expression.range()));
        }
        return keyString(evaluate(expression, bindings).value(), expression.range());
    }

    /** The key of an object, as a string or an unknown value. */
    static Value keyString(Value key, SourceRange range) throws EvaluationException {
        if (key instanceof NullValue) {
            throw new EvaluationException("Null value as key: can't use a null value as a key", range);
        }
        try {
            return Conversion.convert(key, Type.Simple.STRING);
        } catch (ConversionException e) {
            throw new EvaluationException(
                    "Incorrect key type: can't use this value as a key: " + e.getMessage(), range);
        }
    }

    /**
     * Counts a repetition against the bounds of the root module.
     *
     * @throws EvaluationException where they are exceeded
     */
    public void spend(SourceRange range) throws EvaluationException {
        budget.spend(range);
    }
}
