package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.functions.Functions;
import java.math.BigDecimal;

/**
 * Evaluates expressions without a template. {@code parameters('text')} is an unknown string, {@code parameters('any')}
 * anything, {@code copyIndex()} is 2.
 */
public final class Expressions {
    private static final Origin ORIGIN = Origin.at(SourceRange.startOf("test.json"));

    private Expressions() {}

    /** The value as compact JSON, {@code unknown SYMBOL}, or {@code error: MESSAGE}. */
    public static String eval(String expression) {
        try {
            Value value = evaluate(expression);
            return value instanceof UnknownValue unknown
                    ? "unknown " + unknown.unknown().symbol()
                    : ValueJson.compact(value);
        } catch (EvaluationException e) {
            return "error: " + e.getMessage();
        }
    }

    public static Value evaluate(String expression) {
        try {
            Expression parsed = ExpressionParser.parse("[" + expression + "]");
            return new Evaluator(Functions.ALL, new Budget(), Decisions.none())
                    .evaluate(parsed, new TestScope(), new TestPlace());
        } catch (ExpressionSyntaxException e) {
            throw new AssertionError(e.getMessage() + " at " + e.start() + " of " + expression, e);
        }
    }

    private record TestPlace() implements Place {
        @Override
        public SourceRange range() {
            return ORIGIN.range();
        }

        @Override
        public SourceRange range(int start, int end) {
            return new SourceRange("test.json", 1, start + 1, 1, end + 1);
        }
    }

    private static Value told(String what) {
        return new UnknownValue(
                Unknown.because(Cause.KNOWN_AFTER_APPLY, what)
                        .of(Shape.STRING)
                        .certainlySet()
                        .knownAs("<" + what + ">"),
                ORIGIN);
    }

    private record TestScope() implements Scope {
        @Override
        public Value parameter(String name) {
            return switch (name) {
                case "text" -> told("text");
                case "any" ->
                    new UnknownValue(
                            Unknown.because(Cause.NO_VALUE, "any has no value").knownAs("<any>"), ORIGIN);
                default -> null;
            };
        }

        @Override
        public Value variable(String name) {
            return null;
        }

        @Override
        public Value copyIndex(String loop) {
            boolean known = loop == null || loop.equals("disks");
            return known ? new NumberValue(BigDecimal.valueOf(2), Origin.at(SourceRange.startOf("test"))) : null;
        }

        @Override
        public UserFunction function(String qualifiedName) {
            return null;
        }

        @Override
        public DeploymentContext deployment() {
            return new DeploymentContext(
                    DeploymentContext.Level.RESOURCE_GROUP,
                    told("sub"),
                    told("rg"),
                    told("mg"),
                    told("name"),
                    "deployment()");
        }

        @Override
        public Written written(Value identifier, boolean full) {
            return null;
        }

        @Override
        public Value resourceNamed(String name) {
            return null;
        }
    }
}
