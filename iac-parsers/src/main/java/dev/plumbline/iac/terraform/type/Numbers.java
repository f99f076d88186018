package dev.plumbline.iac.terraform.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Terraform's numbers: binary floating point of 512 bits. A number is kept as the shortest decimal that stands for it,
 * which is how Terraform prints it, and every operation rounds as Terraform does.
 */
public final class Numbers {
    private static final int BITS = 512;

    private static final int DOUBLE_BITS = 53;

    /** No shorter decimal than this needs a look: 512 bits hold all decimals of 154 digits. */
    private static final int SAFE_DIGITS = 154;

    /** Exponents of ten beyond this are not computed with: the digits would fill memory. */
    private static final int MAX_EXPONENT = 100_000;

    private Numbers() {}

    /**
     * Reads what Terraform converts to a number: decimal digits with an optional sign, fraction and exponent. Empty
     * where the text is no number, or beyond all bounds.
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > 10_000 || !isDecimal(text)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT
                    ? Optional.empty()
                    : Optional.of(round(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isDecimal(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if ("+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    /** The number in digits, never with an exponent. */
    public static String format(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether a number is too large or too small to be computed with. */
    public static boolean outOfBounds(BigDecimal number) {
        return number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT;
    }

    /** The shortest decimal for the number of 512 bits that is nearest to this one. */
    public static BigDecimal round(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (stripped.precision() <= SAFE_DIGITS) {
            return stripped;
        }
        return shortest(binary(stripped));
    }

    public static BigDecimal add(BigDecimal a, BigDecimal b) {
        return small(a, b) ? round(a.add(b)) : round(binary(a).add(binary(b)));
    }

    public static BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return add(a, b.negate());
    }

    public static BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return isInteger(a) && isInteger(b)
                ? round(a.multiply(b))
                : shortest(binary(binary(a).multiply(binary(b))));
    }

    /** @throws ArithmeticException where {@code b} is zero */
    public static BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (isInteger(a) && isInteger(b) && a.remainder(b).signum() == 0) {
            return round(a.divideToIntegralValue(b));
        }
        BigDecimal x = binary(a);
        BigDecimal y = binary(b);
        // Both are exact fractions of integers: round their quotient to the wanted bits once.
        BigInteger numerator = x.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, y.scale() - x.scale())));
        BigInteger denominator = y.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, x.scale() - y.scale())));
        return shortest(nearest(numerator, denominator));
    }

    /** The remainder with the sign of the dividend. */
    public static BigDecimal modulo(BigDecimal a, BigDecimal b) {
        if (isInteger(a) && isInteger(b)) {
            return round(a.remainder(b));
        }
        BigDecimal times = divide(a, b).setScale(0, RoundingMode.DOWN);
        return subtract(a, multiply(b, times));
    }

    public static boolean isInteger(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** Decimals so short that the sum of their exact values rounds to the sum of their decimals. */
    private static boolean small(BigDecimal a, BigDecimal b) {
        return isInteger(a) && isInteger(b);
    }

    /** The exact value of the number of 512 bits that is nearest to the decimal. */
    private static BigDecimal binary(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (decimal.scale() <= 0) {
            BigInteger integer = decimal.toBigIntegerExact();
            return integer.bitLength() <= BITS ? decimal : nearest(integer, BigInteger.ONE);
        }
        return nearest(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The fraction rounded to 512 bits, half to even, as an exact decimal. */
    private static BigDecimal nearest(BigInteger numerator, BigInteger denominator) {
        int sign = numerator.signum() * denominator.signum();
        if (sign == 0) {
            return BigDecimal.ZERO;
        }
        BigInteger n = numerator.abs();
        BigInteger d = denominator.abs();
        int shift = BITS + 2 - (n.bitLength() - d.bitLength());
        BigInteger[] quotient =
                (shift >= 0 ? n.shiftLeft(shift) : n).divideAndRemainder(shift >= 0 ? d : d.shiftLeft(-shift));
        BigInteger q = quotient[0];
        int extra = q.bitLength() - BITS;
        BigInteger kept = q.shiftRight(extra);
        BigInteger cut = q.subtract(kept.shiftLeft(extra));
        int half = cut.compareTo(BigInteger.ONE.shiftLeft(extra - 1));
        boolean up = half > 0 || half == 0 && (quotient[1].signum() != 0 || kept.testBit(0));
        BigInteger mantissa = up ? kept.add(BigInteger.ONE) : kept;
        int exponent = extra - shift;
        BigDecimal magnitude = exponent >= 0
                ? new BigDecimal(mantissa.shiftLeft(exponent))
                : new BigDecimal(mantissa).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
        return sign < 0 ? magnitude.negate() : magnitude;
    }

    private static BigDecimal shortest(BigDecimal exact) {
        return ShortestDecimal.of(exact, BITS);
    }

    /** A finite number of double precision: a whole one exactly, another one as the shortest decimal for it. */
    public static BigDecimal ofDouble(double number) {
        BigDecimal exact = new BigDecimal(number);
        return isInteger(exact) ? exact : ShortestDecimal.of(exact, DOUBLE_BITS);
    }
}
