package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Open;
import java.util.List;
import java.util.function.Function;

/** Tests of a value that may be one or a list of many. */
final class Any {
    private Any() {}

    /**
     * Whether the test holds for the operand or, where it is a list, for any element; unknown where that hangs on an
     * unknown one.
     *
     * @param test gives true, false or an unknown value; is asked of unknown operands too
     */
    static Object of(Object operand, Function<Object, Object> test) {
        if (!(operand instanceof List<?> list)) {
            return test.apply(operand);
        }
        Object undecided = false;
        for (Object each : list) {
            Object holds = of(Open.seen(each), test);
            if (holds.equals(true)) {
                return true;
            } else if (holds instanceof UnknownValue && undecided.equals(false)) {
                undecided = holds;
            }
        }
        return undecided;
    }
}
