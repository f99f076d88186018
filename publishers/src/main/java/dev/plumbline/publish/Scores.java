package dev.plumbline.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How scores are written: never rounded up to what was not reached. */
public final class Scores {
    private Scores() {}

    /** {@code "63.4 %"}. */
    public static String percent(double percent) {
        return rounded(percent, 1).toPlainString() + " %";
    }

    /** {@code "2.5"}, {@code "4"}. */
    public static String points(double points) {
        return rounded(points, 1).stripTrailingZeros().toPlainString();
    }

    /** Rounded down, after what binary fractions lost is given back. */
    public static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(9, RoundingMode.HALF_UP).setScale(digits, RoundingMode.DOWN);
    }
}
