package dev.plumbline.iac.terraform.functions;

/** Logarithm and power to the last bit as Go's {@code math} package computes them, which differs from Java's. */
final class GoMath {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double[] L = {
        6.666666666666735130e-01,
        3.999999999940941908e-01,
        2.857142874366239149e-01,
        2.222219843214978396e-01,
        1.818357216161805012e-01,
        1.531383769920937332e-01,
        1.479819860511658591e-01
    };

    private GoMath() {}

    /** The natural logarithm, by the method of FreeBSD's {@code e_log.c}. */
    static double log(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return Math.log(x);
        }
        int exponent = Math.getExponent(x) + 1;
        double fraction = Math.scalb(x, -exponent);
        if (fraction < Math.sqrt(2) / 2) {
            fraction *= 2;
            exponent--;
        }
        double f = fraction - 1;
        double k = exponent;
        double s = f / (2 + f);
        double s2 = s * s;
        double s4 = s2 * s2;
        double t1 = s2 * (L[0] + s4 * (L[2] + s4 * (L[4] + s4 * L[6])));
        double t2 = s4 * (L[1] + s4 * (L[3] + s4 * L[5]));
        double half = 0.5 * f * f;
        return k * LN2_HIGH - ((half - (s * (half + (t1 + t2)) + k * LN2_LOW)) - f);
    }

    /** {@code x} to the power of {@code y}: whole powers by repeated squaring of the mantissa. */
    static double pow(double x, double y) {
        double whole = Math.rint(Math.abs(y) < 0x1p52 ? (double) (long) Math.abs(y) : Math.abs(y));
        double rest = Math.abs(y) - whole;
        boolean special = x == 0 || y == 0 || x == 1 || Double.isNaN(x) || Double.isInfinite(x) || whole >= 0x1p62;
        if (special || rest != 0 && x < 0) {
            return Math.pow(x, y);
        } else if (y == 0.5 || y == -0.5) {
            return y > 0 ? Math.sqrt(x) : 1 / Math.sqrt(x);
        }
        double result = 1;
        if (rest != 0) {
            if (rest > 0.5) {
                rest--;
                whole++;
            }
            result = Math.exp(rest * log(x));
        }
        int exponent = Math.getExponent(x) + 1;
        double fraction = Math.scalb(x, -exponent);
        long shift = 0;
        for (long i = (long) whole; i != 0; i >>= 1) {
            if (exponent < -4096 || exponent > 4096) {
                shift += exponent;
                break;
            }
            if ((i & 1) == 1) {
                result *= fraction;
                shift += exponent;
            }
            fraction *= fraction;
            exponent <<= 1;
            if (fraction < 0.5) {
                fraction += fraction;
                exponent--;
            }
        }
        if (y < 0) {
            result = 1 / result;
            shift = -shift;
        }
        return Math.scalb(result, (int) Math.max(-10_000, Math.min(10_000, shift)));
    }
}
