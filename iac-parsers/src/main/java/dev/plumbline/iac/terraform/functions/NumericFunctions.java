package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;
import static dev.plumbline.iac.terraform.functions.Parameter.NUMBER;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** {@code abs}, {@code ceil}, {@code floor}, {@code log}, {@code max}, {@code min}, {@code parseint}, {@code pow}, {@code signum}. */
final class NumericFunctions {

    private NumericFunctions() {}

    static void register(FunctionTable table) {
        table.add("abs", Shape.NUMBER, call -> call.of(call.number(0).abs()), NUMBER);
        table.add("ceil", Shape.NUMBER, call -> call.of(call.number(0).setScale(0, RoundingMode.CEILING)), NUMBER);
        table.add("floor", Shape.NUMBER, call -> call.of(call.number(0).setScale(0, RoundingMode.FLOOR)), NUMBER);
        table.add("signum", Shape.NUMBER, call -> call.of(Integer.signum(call.integer(0))), NUMBER);
        table.addVariadic("max", Shape.NUMBER, call -> extreme(call, 1), NUMBER);
        table.addVariadic("min", Shape.NUMBER, call -> extreme(call, -1), NUMBER);
        table.add("log", Shape.NUMBER, NumericFunctions::log, NUMBER, NUMBER);
        table.add("pow", Shape.NUMBER, NumericFunctions::pow, NUMBER, NUMBER);
        table.add("parseint", Shape.NUMBER, NumericFunctions::parseInt, ANY, NUMBER);
    }

    private static Value extreme(Call call, int sign) throws FunctionException {
        if (call.count() == 0) {
            throw new FunctionException("must pass at least one number");
        }
        BigDecimal found = call.number(0);
        for (int i = 1; i < call.count(); i++) {
            if (Integer.signum(call.number(i).compareTo(found)) == sign) {
                found = call.number(i);
            }
        }
        return call.of(found);
    }

    /** Computed in double precision, as Terraform does. */
    private static Value log(Call call) throws FunctionException {
        return ofDouble(
                call,
                GoMath.log(call.number(0).doubleValue())
                        / GoMath.log(call.number(1).doubleValue()));
    }

    private static Value pow(Call call) throws FunctionException {
        return ofDouble(
                call, GoMath.pow(call.number(0).doubleValue(), call.number(1).doubleValue()));
    }

    private static Value ofDouble(Call call, double result) throws FunctionException {
        if (Double.isNaN(result) || Double.isInfinite(result)) {
            throw new FunctionException(call.function() + ": the result is not a finite number");
        }
        return call.of(Numbers.ofDouble(result));
    }

    private static Value parseInt(Call call) throws FunctionException {
        if (!(call.argument(0) instanceof StringValue)) {
            throw new FunctionException("first argument must be a string, not "
                    + Type.of(call.argument(0)).describe());
        }
        int base = call.integer(1);
        String text = call.string(0);
        if (base < 2 || base > 62) {
            throw new FunctionException("base must be a whole number between 2 and 62 inclusive");
        }
        BigInteger result = BigInteger.ZERO;
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || digits.length() > 1000) {
            throw notInBase(text, base);
        }
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits.charAt(i), base);
            if (digit < 0 || digit >= base) {
                throw notInBase(text, base);
            }
            result = result.multiply(BigInteger.valueOf(base)).add(BigInteger.valueOf(digit));
        }
        BigDecimal value = new BigDecimal(negative ? result.negate() : result);
        if (Numbers.outOfBounds(value)) {
            throw notInBase(text, base);
        }
        return call.of(value);
    }

    private static FunctionException notInBase(String text, int base) {
        return new FunctionException("cannot parse \"%s\" as a base %d integer".formatted(text, base));
    }

    /** Letters of both cases are the same digits up to base 36; beyond it capitals follow small letters. */
    private static int digit(char c, int base) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        } else if (c >= 'a' && c <= 'z') {
            return c - 'a' + 10;
        } else if (c >= 'A' && c <= 'Z') {
            return c - 'A' + (base <= 36 ? 10 : 36);
        }
        return -1;
    }
}
