package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Budget;
import dev.plumbline.iac.arm.expression.Decisions;
import dev.plumbline.iac.arm.expression.EvaluationException;
import dev.plumbline.iac.arm.expression.Evaluator;
import dev.plumbline.iac.arm.expression.Expression;
import dev.plumbline.iac.arm.expression.ExpressionParser;
import dev.plumbline.iac.arm.expression.ExpressionSyntaxException;
import dev.plumbline.iac.arm.expression.Members;
import dev.plumbline.iac.arm.expression.Place;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.arm.functions.Functions;
import dev.plumbline.iac.arm.json.Literals;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.ScalarPositions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives a template's JSON its value: strings that are expressions are evaluated, copy loops in objects expanded. What
 * has no value is unknown, and there is a diagnostic at its place.
 */
public final class NodeEvaluator {

    /** Azure Resource Manager's limit for the iterations of a copy loop. */
    static final int MAX_COPIES = 800;

    private final SourceFile file;
    private final Problems problems;
    private final Budget budget;
    private final Evaluator evaluator;

    /** Each expression is parsed once, however many copies of it there are; null for one that is in error. */
    private final Map<Scalar, Expression> parsed = new IdentityHashMap<>();

    public NodeEvaluator(SourceFile file, Problems problems, Decisions decisions) {
        this(file, problems, new Evaluator(Functions.ALL, new Budget(), decisions));
    }

    private NodeEvaluator(SourceFile file, Problems problems, Evaluator evaluator) {
        this.file = file;
        this.problems = problems;
        this.evaluator = evaluator;
        this.budget = evaluator.budget();
    }

    /** An evaluator of what another file holds, on the same account. */
    public NodeEvaluator in(SourceFile other) {
        return new NodeEvaluator(other, problems, evaluator);
    }

    public SourceFile file() {
        return file;
    }

    public Problems problems() {
        return problems;
    }

    public Budget budget() {
        return budget;
    }

    public Decisions decisions() {
        return evaluator.decisions();
    }

    public Value evaluate(Node node, Scope scope) {
        return evaluate(node, scope, Set.of());
    }

    /** @param without names of members of the object that are left away, in lower case */
    public Value evaluate(Node node, Scope scope, Set<String> without) {
        try {
            budget.enter();
        } catch (Budget.ExceededException e) {
            return exceeded(e, node.range());
        }
        try {
            budget.spend(1);
            return value(node, scope, without);
        } catch (Budget.ExceededException e) {
            return exceeded(e, node.range());
        } finally {
            budget.leave();
        }
    }

    private Value value(Node node, Scope scope, Set<String> without) {
        if (node instanceof Scalar scalar) {
            return scalar(scalar, scope);
        }
        if (node instanceof Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            for (Node item : sequence.items()) {
                elements.add(evaluate(item, scope));
            }
            return new ListValue(elements, Origin.at(node.range()));
        }
        Members members = new Members();
        for (Node.Member member : ((Mapping) node).members()) {
            if (member.key().equalsIgnoreCase("copy") && isCopy(member.value())) {
                for (Node loop : Nodes.items(member.value())) {
                    expand((Mapping) loop, scope, members);
                }
            } else if (without.isEmpty() || !without.contains(member.key().toLowerCase(Locale.ROOT))) {
                members.put(key(member, scope), new Member(member.keyRange(), evaluate(member.value(), scope)));
            }
        }
        return new ObjectValue(members.asMap(), ObjectValue.Kind.CASE_INSENSITIVE, Origin.at(node.range()), false);
    }

    private Value scalar(Scalar scalar, Scope scope) {
        return scalar.kind() == Scalar.Kind.STRING ? string(scalar, scope) : Literals.value(scalar);
    }

    private Value string(Scalar scalar, Scope scope) {
        if (!ExpressionParser.isExpression(scalar.text())) {
            return new StringValue(ExpressionParser.unescape(scalar.text()), Origin.at(scalar.range()));
        }
        Expression expression = parse(scalar);
        if (expression == null) {
            return new UnknownValue(
                    Unknown.because(Cause.ERROR, "the expression is in error"), Origin.at(scalar.range()));
        }
        try {
            Value value = evaluator.evaluate(expression, scope, place(scalar));
            return value.withOrigin(value.origin().usedAt(scalar.range()));
        } catch (EvaluationException e) {
            problems.warning(
                    e.reason() == Cause.UNSUPPORTED ? "arm-unsupported" : "arm-evaluation",
                    e.getMessage(),
                    "The value is taken as unknown.",
                    place(scalar).range(e.start(), e.end()));
            return new UnknownValue(Unknown.because(e.reason(), e.getMessage()), Origin.at(scalar.range()));
        }
    }

    private Expression parse(Scalar scalar) {
        if (parsed.containsKey(scalar)) {
            return parsed.get(scalar);
        }
        Expression expression = null;
        try {
            expression = ExpressionParser.parse(scalar.text());
        } catch (ExpressionSyntaxException e) {
            problems.error(
                    "arm-syntax",
                    e.getMessage(),
                    "The value is taken as unknown.",
                    place(scalar).range(e.start(), e.end()));
        }
        parsed.put(scalar, expression);
        return expression;
    }

    private Place place(Scalar scalar) {
        return new Place() {
            @Override
            public SourceRange range() {
                return scalar.range();
            }

            @Override
            public SourceRange range(int start, int end) {
                return ScalarPositions.of(file, scalar).range(start, end);
            }
        };
    }

    /** A member's name, which may be an expression, too; it stands as written where its value is not known. */
    private String key(Node.Member member, Scope scope) {
        if (!ExpressionParser.isExpression(member.key())) {
            return ExpressionParser.unescape(member.key());
        }
        Value value = string(new Scalar(member.key(), Scalar.Kind.STRING, "", member.keyRange()), scope);
        String symbol = Symbols.of(value);
        return symbol.isEmpty() ? member.key() : symbol;
    }

    private static boolean isCopy(Node node) {
        return node instanceof Sequence loops
                && !loops.items().isEmpty()
                && loops.items().stream()
                        .allMatch(loop -> loop instanceof Mapping mapping && Nodes.get(mapping, "input") != null);
    }

    /** Adds the member that a loop of an object's {@code copy} makes. */
    private void expand(Mapping loop, Scope scope, Members to) {
        String name = Nodes.text(loop, "name");
        to.put(name, new Member(Nodes.member(loop, "input").keyRange(), copies(loop, name, scope)));
    }

    /** The array that a loop with {@code count} and {@code input} makes. */
    public Value copies(Mapping loop, String name, Scope scope) {
        Value count = count(loop, name, scope);
        Origin origin = Origin.at(loop.range());
        if (count instanceof UnknownValue unknown) {
            return new UnknownValue(unknown.unknown(), origin);
        }
        Node input = Nodes.get(loop, "input");
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < ((NumberValue) count).value().intValue(); i++) {
            elements.add(evaluate(input, new LoopScope(scope, name, new NumberValue(BigDecimal.valueOf(i), origin))));
        }
        return new ListValue(elements, origin);
    }

    /** How often a loop runs: a number from 0 to {@link #MAX_COPIES}, or unknown (an array, then). */
    public Value count(Mapping loop, String name, Scope scope) {
        Node.Member written = Nodes.member(loop, "count");
        SourceRange range = written == null ? loop.range() : written.value().range();
        Value count = written == null ? new NullValue(Origin.at(range)) : evaluate(written.value(), scope);
        if (count instanceof UnknownValue unknown) {
            return new UnknownValue(
                    Unknown.because(
                                    unknown.unknown().cause(),
                                    "the count of copy loop '" + name + "' is not known: "
                                            + unknown.unknown().reason())
                            .of(Unknown.Shape.LIST)
                            .certainlySet(),
                    count.origin());
        }
        if (count instanceof NumberValue number
                && number.value().signum() >= 0
                && number.value().compareTo(BigDecimal.valueOf(MAX_COPIES)) <= 0) {
            return count;
        }
        problems.error(
                "arm-copy",
                "Count of copy loop '" + name + "' is not a number from 0 to " + MAX_COPIES,
                "The loop is not expanded.",
                range);
        return new UnknownValue(
                Unknown.because(Cause.ERROR, "the count of copy loop '" + name + "' is in error")
                        .of(Unknown.Shape.LIST),
                Origin.at(range));
    }

    private Value exceeded(Budget.ExceededException e, SourceRange range) {
        if (!budget.isReported()) {
            problems.error(
                    "arm-limit",
                    "Value is not evaluated: " + e.getMessage(),
                    "It is taken as unknown, as are others for the same reason.",
                    range);
        }
        budget.reported();
        return new UnknownValue(Unknown.because(Cause.UNSUPPORTED, e.getMessage()), Origin.at(range));
    }
}
