package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Numbers;
import dev.plumbline.iac.terraform.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code format} and {@code formatlist}: the verbs of go-cty's {@code format}, which are much like those of Go. */
final class Formatter {
    private static final int MAX_WIDTH = 100_000;

    private final String template;
    private final List<Value> arguments;
    private final StringBuilder result = new StringBuilder();
    private int at;
    private int next;
    private int used;

    private boolean plus;
    private boolean minus;
    private boolean sharp;
    private boolean space;
    private boolean zero;
    private int width;
    private int precision;

    private Formatter(String template, List<Value> arguments) {
        this.template = template;
        this.arguments = arguments;
    }

    static Value format(Call call) throws FunctionException {
        for (Value argument : call.arguments()) {
            if (isBareNull(argument)) {
                return bareNull(call, Shape.STRING);
            }
        }
        return apply(call, call.arguments().subList(1, call.count()));
    }

    /** As often as the lists among the arguments are long; other arguments are the same each time. */
    static Value formatList(Call call) throws FunctionException {
        for (Value argument : call.arguments()) {
            if (isBareNull(argument)) {
                return bareNull(call, Shape.LIST);
            }
        }
        int length = -1;
        for (int i = 1; i < call.count(); i++) {
            if (call.argument(i) instanceof ListValue list) {
                if (length >= 0 && length != list.elements().size()) {
                    throw new FunctionException("argument %d has length %d, which is inconsistent with other arguments"
                            .formatted(i, list.elements().size()));
                }
                length = list.elements().size();
            }
        }
        List<Value> results = new ArrayList<>();
        for (int row = 0; row < (length < 0 ? 1 : length); row++) {
            List<Value> arguments = new ArrayList<>();
            for (int i = 1; i < call.count(); i++) {
                arguments.add(
                        call.argument(i) instanceof ListValue list
                                ? list.elements().get(row)
                                : call.argument(i));
            }
            results.add(apply(call, arguments));
        }
        return call.listOf(results, Type.Simple.STRING);
    }

    private static boolean isBareNull(Value argument) {
        return argument instanceof NullValue && Type.of(argument) == Type.Simple.ANY;
    }

    /** Terraform does not format what has no type, and does not call it an error either. */
    private static Value bareNull(Call call, Shape shape) {
        return call.unknown(Cause.ERROR, call.function() + " cannot format a null that has no type", shape);
    }

    private static Value apply(Call call, List<Value> arguments) throws FunctionException {
        Formatter formatter = new Formatter(call.string(0), arguments);
        UnknownValue unknown = formatter.run();
        if (unknown == null) {
            return call.of(formatter.result.toString());
        }
        UnknownValue value = call.unknownLike(unknown, Shape.STRING);
        return new UnknownValue(
                value.unknown().startingWith(formatter.result.toString()), value.origin(), value.sensitive());
    }

    /** Formats up to the end, or to the first unknown argument, which is returned. */
    private UnknownValue run() throws FunctionException {
        while (at < template.length()) {
            int percent = template.indexOf('%', at);
            if (percent < 0) {
                result.append(template, at, template.length());
                break;
            }
            result.append(template, at, percent);
            at = percent + 1;
            UnknownValue unknown = verb();
            StringFunctions.checkLength(result.length());
            if (unknown != null) {
                return unknown;
            }
        }
        for (int i = used; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof UnknownValue unknown) {
                return unknown;
            }
        }
        if (used < arguments.size()) {
            throw new FunctionException(
                    used == 0
                            ? "too many arguments; no verbs in format string"
                            : "too many arguments; only %d used by format string".formatted(used));
        }
        return null;
    }

    private UnknownValue verb() throws FunctionException {
        plus = minus = sharp = space = zero = false;
        flags();
        width = Math.max(0, decimal());
        precision = -1;
        if (peek() == '.') {
            at++;
            precision = Math.max(0, decimal());
        }
        if (peek() == '[') {
            int end = template.indexOf(']', at);
            at++;
            int position = decimal();
            if (end < 0 || at != end || position < 1) {
                throw new FunctionException("malformed argument index in format string");
            }
            next = position - 1;
            at = end + 1;
        }
        if (at >= template.length()) {
            throw new FunctionException("unterminated verb at end of format string");
        }
        char verb = template.charAt(at++);
        if (verb == '%') {
            result.append('%');
            return null;
        }
        if (next >= arguments.size()) {
            throw new FunctionException("not enough arguments for \"%%%s\": need index %d but have %d total"
                    .formatted(verb, next + 1, arguments.size()));
        }
        Value argument = arguments.get(next++);
        used = Math.max(used, next);
        if (argument instanceof UnknownValue unknown) {
            if (verb == 's' && width == 0 && precision < 0) {
                result.append(unknown.unknown().prefix());
            }
            return unknown;
        }
        append(verb, argument);
        return null;
    }

    private void flags() {
        while (true) {
            switch (peek()) {
                case '+' -> plus = true;
                case '-' -> minus = true;
                case '#' -> sharp = true;
                case ' ' -> space = true;
                case '0' -> zero = true;
                default -> {
                    return;
                }
            }
            at++;
        }
    }

    private char peek() {
        return at < template.length() ? template.charAt(at) : '\0';
    }

    /** The number at hand; -1 where there is none. */
    private int decimal() throws FunctionException {
        int value = -1;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.max(0, value) * 10 + (template.charAt(at++) - '0');
            if (value > MAX_WIDTH) {
                throw new FunctionException("width or precision above %d in format string".formatted(MAX_WIDTH));
            }
        }
        return value;
    }

    private void append(char verb, Value argument) throws FunctionException {
        switch (verb) {
            case 'v' -> {
                if (argument instanceof StringValue string && !sharp) {
                    pad(string.value());
                } else if (argument instanceof NumberValue number && !sharp) {
                    pad(signed(number.value(), Numbers.format(number.value().abs())));
                } else {
                    pad(TerraformJson.encode(argument));
                }
            }
            case 's', 'q' -> {
                String text = ((StringValue) convert(verb, argument, Type.Simple.STRING)).value();
                if (precision >= 0) {
                    List<String> clusters = StringFunctions.graphemes(text);
                    text = String.join("", clusters.subList(0, Math.min(precision, clusters.size())));
                }
                pad(verb == 'q' ? quote(text) : text);
            }
            case 't' ->
                pad(Boolean.toString(((Value.BooleanValue) convert(verb, argument, Type.Simple.BOOLEAN)).value()));
            case 'b', 'd', 'o', 'x', 'X' -> integer(verb, number(verb, argument));
            case 'e', 'E', 'f', 'g', 'G' -> floating(verb, number(verb, argument));
            default ->
                throw new FunctionException("unrecognized format character '%s' in format string".formatted(verb));
        }
    }

    private static Value convert(char verb, Value argument, Type type) throws FunctionException {
        if (argument instanceof NullValue) {
            throw new FunctionException(
                    "unsupported value for \"%%%s\": null value cannot be formatted".formatted(verb));
        }
        try {
            return Conversion.convert(argument, type);
        } catch (ConversionException e) {
            throw new FunctionException("unsupported value for \"%%%s\": %s".formatted(verb, e.getMessage()));
        }
    }

    private static BigDecimal number(char verb, Value argument) throws FunctionException {
        return ((NumberValue) convert(verb, argument, Type.Simple.NUMBER)).value();
    }

    private void integer(char verb, BigDecimal number) throws FunctionException {
        if (!Numbers.isInteger(number)) {
            throw new FunctionException("unsupported value for \"%%%s\": an integer is required".formatted(verb));
        }
        BigInteger magnitude = number.abs().toBigInteger();
        String digits =
                switch (verb) {
                    case 'b' -> (sharp ? "0b" : "") + magnitude.toString(2);
                    case 'o' -> (sharp ? "0" : "") + magnitude.toString(8);
                    case 'x' -> (sharp ? "0x" : "") + magnitude.toString(16);
                    case 'X' -> (sharp ? "0X" : "") + magnitude.toString(16).toUpperCase(Locale.ROOT);
                    default -> magnitude.toString();
                };
        pad(signed(number, digits));
    }

    private void floating(char verb, BigDecimal number) {
        int digits = precision < 0 ? 6 : precision;
        BigDecimal magnitude = number.abs();
        String text =
                switch (verb) {
                    case 'f' ->
                        magnitude.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
                    case 'e', 'E' -> scientific(magnitude, digits);
                    default -> general(magnitude);
                };
        pad(signed(number, Character.isUpperCase(verb) ? text.toUpperCase(Locale.ROOT) : text));
    }

    private static String scientific(BigDecimal magnitude, int digits) {
        if (magnitude.signum() == 0) {
            return BigDecimal.ZERO.setScale(digits).toPlainString() + "e+00";
        }
        BigDecimal rounded = magnitude.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
        return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** With an exponent where that is below -4 or not below the precision, which counts as 6 where not given. */
    private String general(BigDecimal magnitude) {
        BigDecimal rounded = precision < 0
                ? magnitude
                : magnitude.round(new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN));
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        int digits = stripped.precision();
        int limit = precision < 0 ? 6 : Math.max(1, precision);
        if (precision > digits && digits > exponent) {
            limit = digits;
        }
        return stripped.signum() != 0 && (exponent < -4 || exponent >= limit)
                ? scientific(stripped, stripped.precision() - 1)
                : stripped.toPlainString();
    }

    private String signed(BigDecimal number, String magnitude) {
        String sign = number.signum() < 0 ? "-" : plus ? "+" : space ? " " : "";
        int missing = width - sign.length() - magnitude.length();
        return zero && !minus && missing > 0 ? sign + "0".repeat(missing) + magnitude : sign + magnitude;
    }

    private void pad(String text) {
        int missing = Math.max(0, width - text.codePointCount(0, text.length()));
        String padding = (zero && !minus ? "0" : " ").repeat(missing);
        result.append(minus ? "" : padding).append(text).append(minus ? padding : "");
    }

    /** In JSON's quotes, but without its escapes of angle brackets and ampersands. */
    private static String quote(String text) {
        return TerraformJson.quote(text);
    }
}
