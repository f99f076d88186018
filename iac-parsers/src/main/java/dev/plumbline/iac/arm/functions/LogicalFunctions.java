package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.EvaluationException;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.util.List;
import java.util.Locale;

/** Functions over truth values. */
final class LogicalFunctions {
    static final List<Function> ALL = List.of(
            lazy("and", 2, ANY_NUMBER, Shape.BOOLEAN, in -> junction(in, false)),
            lazy("or", 2, ANY_NUMBER, Shape.BOOLEAN, in -> junction(in, true)),
            whole("not", 1, 1, Shape.BOOLEAN, in -> in.result(!in.bool(0))),
            whole("bool", 1, 1, Shape.BOOLEAN, LogicalFunctions::bool),
            whole("true", 0, 0, Shape.BOOLEAN, in -> in.result(true)),
            whole("false", 0, 0, Shape.BOOLEAN, in -> in.result(false)),
            lazy("if", 3, 3, Shape.ANY, LogicalFunctions::choose));

    private LogicalFunctions() {}

    /** Decided by the first argument that is {@code decisive}, be others known or not. */
    private static Value junction(Invocation in, boolean decisive) {
        boolean allKnown = true;
        for (int i = 0; i < in.count(); i++) {
            if (in.value(i) instanceof UnknownValue) {
                allKnown = false;
            } else if (in.bool(i) == decisive) {
                return in.result(decisive);
            }
        }
        return allKnown ? in.result(!decisive) : in.unknown();
    }

    private static Value bool(Invocation in) {
        if (in.value(0) instanceof BooleanValue bool) {
            return bool;
        }
        if (in.value(0) instanceof NumberValue number) {
            return in.result(number.value().signum() != 0);
        }
        return switch (in.string(0).strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> in.result(true);
            case "false", "0" -> in.result(false);
            default -> throw in.failure("'" + in.string(0) + "' is not a truth value");
        };
    }

    private static Value choose(Invocation in) {
        if (!(in.value(0) instanceof UnknownValue condition)) {
            return in.value(in.bool(0) ? 1 : 2);
        }
        Value yes;
        Value no;
        try {
            yes = in.value(1);
            no = in.value(2);
        } catch (EvaluationException e) {
            Unknown why = condition.unknown();
            in.hangsOn(condition);
            return in.unknown(Unknown.because(why.cause(), why.reason()));
        }
        Value either = Unknowns.either(in, condition.unknown(), yes, no);
        if (!either.isWhollyKnown()) {
            in.hangsOn(condition);
        }
        return either;
    }
}
