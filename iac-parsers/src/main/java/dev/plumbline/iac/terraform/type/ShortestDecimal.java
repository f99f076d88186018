package dev.plumbline.iac.terraform.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a given binary number: Go's {@code big.Float.Text('f', -1)}, which is how
 * Terraform writes numbers.
 */
final class ShortestDecimal {
    private final String digits;
    private final int point;

    /** Digits without leading or trailing zeros; {@code point} of them stand before the decimal point. */
    private ShortestDecimal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        this.digits = stripped.unscaledValue().toString();
        this.point = stripped.precision() - stripped.scale();
    }

    /**
     * The decimal.
     *
     * @param exact the exact value of a number with a mantissa of {@code bits} bits
     */
    static BigDecimal of(BigDecimal exact, int bits) {
        if (exact.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal magnitude = exact.abs();
        int halfUnit = exponent(magnitude) - bits - 1;
        BigDecimal half = power(halfUnit);
        BigInteger mantissa = magnitude.divide(half).toBigInteger();
        // A neighbour's bound belongs to this number where rounding half to even leads here.
        boolean inclusive = !mantissa.testBit(1);
        BigDecimal rounded = round(
                new ShortestDecimal(magnitude),
                new ShortestDecimal(magnitude.subtract(half)),
                new ShortestDecimal(magnitude.add(half)),
                inclusive);
        return exact.signum() < 0 ? rounded.negate() : rounded;
    }

    /** Takes digits until they are told apart from both bounds. */
    private static BigDecimal round(
            ShortestDecimal number, ShortestDecimal lower, ShortestDecimal upper, boolean inclusive) {
        String digits = number.digits;
        for (int i = 0; i < digits.length(); i++) {
            char low = lower.at(i);
            char digit = digits.charAt(i);
            char high = upper.at(i);
            boolean down = low != digit || inclusive && i + 1 == lower.digits.length();
            boolean up = digit != high && (inclusive || digit + 1 < high || i + 1 < upper.digits.length());
            if (down || up) {
                return number.cut(i + 1, up && (!down || isUpperHalf(digits, i + 1)));
            }
        }
        return number.cut(digits.length(), false);
    }

    private BigDecimal cut(int length, boolean upwards) {
        BigInteger kept = new BigInteger(digits.substring(0, length));
        return new BigDecimal(upwards ? kept.add(BigInteger.ONE) : kept, length - point).stripTrailingZeros();
    }

    private char at(int position) {
        return position < digits.length() ? digits.charAt(position) : '0';
    }

    private static boolean isUpperHalf(String digits, int from) {
        if (from >= digits.length()) {
            return false;
        } else if (digits.charAt(from) == '5' && from + 1 == digits.length()) {
            return (digits.charAt(from - 1) - '0') % 2 == 1;
        }
        return digits.charAt(from) >= '5';
    }

    /** The {@code e} of {@code 2^(e-1) <= number < 2^e}. */
    private static int exponent(BigDecimal number) {
        int scale = Math.max(0, number.scale());
        BigInteger numerator = number.movePointRight(scale).toBigInteger();
        int estimate = numerator.bitLength() - BigInteger.TEN.pow(scale).bitLength();
        while (power(estimate).compareTo(number) <= 0) {
            estimate++;
        }
        return estimate;
    }

    private static BigDecimal power(int exponent) {
        return exponent >= 0
                ? new BigDecimal(BigInteger.ONE.shiftLeft(exponent))
                : BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
    }
}
