package dev.plumbline.iac.tree;

import dev.plumbline.iac.tree.Node.Scalar.Kind;
import java.util.Set;

/**
 * What a plain scalar of YAML is.
 *
 * <p>Booleans and nulls are those of YAML 1.1, which CloudFormation follows. Numbers are the decimal ones of YAML 1.2:
 * what only YAML 1.1 takes for a number ({@code 012345678901}, {@code 22:22}, {@code 1_000}) is mostly an account
 * number, a port mapping or a name, and is left as the text it was written as.
 */
final class YamlScalars {

    /** More digits than any number has that means something. */
    private static final int MAX_NUMBER = 100;

    /** A larger exponent would make a number of gigabytes where it is written out. */
    private static final int MAX_EXPONENT = 3;

    private static final Set<String> BOOLEANS = Set.of(
            "true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON",
            "off", "Off", "OFF");

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private YamlScalars() {}

    static Kind kind(String text) {
        if (NULLS.contains(text)) {
            return Kind.NULL;
        }
        if (BOOLEANS.contains(text)) {
            return Kind.BOOLEAN;
        }
        return isNumber(text) ? Kind.NUMBER : Kind.STRING;
    }

    /** An optional sign, digits without leading zeros, optionally a fraction and an exponent. */
    private static boolean isNumber(String text) {
        if (text.length() > MAX_NUMBER) {
            return false;
        }
        int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int whole = digits(text, i);
        if (whole - i > 1 && text.charAt(i) == '0') {
            return false;
        }
        int digits = whole - i;
        i = whole;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = digits(text, i + 1);
            digits += fraction - i - 1;
            i = fraction;
        }
        if (digits > 0 && i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = i + 1 < text.length() && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '+') ? 1 : 0;
            int exponent = digits(text, i + 1 + sign);
            int length = exponent - i - 1 - sign;
            return length > 0 && length <= MAX_EXPONENT && exponent == text.length();
        }
        return digits > 0 && i == text.length();
    }

    /** The end of the digits that start at this offset. */
    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
