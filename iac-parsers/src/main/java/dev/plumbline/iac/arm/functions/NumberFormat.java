package dev.plumbline.iac.arm.functions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Number formats of .NET as far as they are the same in all cultures that Azure may run in. */
final class NumberFormat {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int MAX_LENGTH = 60;

    private NumberFormat() {}

    /**
     * @param format a standard format (D, E, F, G, N, X, with a precision or without), or a custom one of {@code 0},
     *     {@code #}, a comma between digits and a point
     * @return null where the format is another one, or not one for that number
     */
    static String apply(BigDecimal value, String format) {
        if (isCustom(format)) {
            DecimalFormat custom = new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT));
            custom.setRoundingMode(RoundingMode.HALF_UP);
            return custom.format(value);
        }
        String digits = format.substring(1);
        if (digits.length() > 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return standard(value, format.charAt(0), digits.isEmpty() ? -1 : Integer.parseInt(digits));
    }

    private static String standard(BigDecimal value, char format, int precision) {
        boolean integer = value.stripTrailingZeros().scale() <= 0;
        return switch (format) {
            case 'D', 'd' -> integer ? padded(value.toBigInteger(), precision) : null;
            case 'E', 'e' -> exponent(value, format, precision < 0 ? 6 : precision);
            case 'F', 'f' -> fixed("0", value, precision);
            case 'G', 'g' -> integer && precision < 1 ? value.toBigInteger().toString() : null;
            case 'N', 'n' -> fixed("#,##0", value, precision);
            case 'X', 'x' -> integer ? hexadecimal(value.toBigInteger(), format, precision) : null;
            default -> null;
        };
    }

    private static String fixed(String pattern, BigDecimal value, int precision) {
        int decimals = precision < 0 ? 2 : precision;
        return apply(value, decimals == 0 ? pattern : pattern + "." + "0".repeat(Math.min(decimals, MAX_LENGTH - 6)));
    }

    private static String exponent(BigDecimal value, char format, int precision) {
        DecimalFormat scientific = new DecimalFormat(
                (precision == 0 ? "0" : "0." + "0".repeat(precision)) + "E000",
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        scientific.setRoundingMode(RoundingMode.HALF_UP);
        String text = scientific.format(value);
        String signed = text.contains("E-") ? text : text.replace("E", "E+");
        return format == 'e' ? signed.replace('E', 'e') : signed;
    }

    /** Negative numbers in two's complement of 64 bits. */
    private static String hexadecimal(BigInteger value, char format, int precision) {
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0) {
            return null;
        }
        String hex = Long.toHexString(value.longValue());
        return "0".repeat(Math.max(0, precision - hex.length())) + (format == 'X' ? LetterCase.upper(hex) : hex);
    }

    private static String padded(BigInteger value, int length) {
        String digits = value.abs().toString();
        return (value.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /** Whether Java reads it as .NET does: optional digits, then certain ones, then decimals the other way round. */
    private static boolean isCustom(String format) {
        int point = format.indexOf('.');
        String whole = point < 0 ? format : format.substring(0, point);
        String decimals = point < 0 ? "" : format.substring(point + 1);
        return format.length() <= MAX_LENGTH
                && (whole.equals("#,##0") || (whole.endsWith("0") && isRun(whole, '#', '0')))
                && (point < 0 || (!decimals.isEmpty() && isRun(decimals, '0', '#')));
    }

    /** Whether there is nothing but any number of one character and then any number of another. */
    private static boolean isRun(String text, char first, char second) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == first) {
            i++;
        }
        while (i < text.length() && text.charAt(i) == second) {
            i++;
        }
        return i == text.length();
    }
}
