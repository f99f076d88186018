package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Value.UnknownValue;
import java.util.OptionalInt;

/**
 * What is certain of an unknown string by the {@linkplain Symbols symbol} that stands for it: {@code
 * logs<uniqueString(…)>} has 17 characters, since every {@code uniqueString} has 13.
 *
 * @param minimumLength how long it is at least, in characters
 * @param length how long it is, where that is certain
 * @param suffix what it ends with; empty where that is not known
 * @param lowerCase whether it is certain to have no upper case letters
 */
public record SymbolText(int minimumLength, OptionalInt length, String suffix, boolean lowerCase) {

    private static final SymbolText NOTHING = new SymbolText(0, OptionalInt.empty(), "", false);
    private static final int UNIQUE_STRING = 13;
    private static final int GUID = 36;

    /** Nothing is certain of a value that no symbol stands for. */
    public static SymbolText of(UnknownValue value) {
        return of(value.unknown().symbol());
    }

    static SymbolText of(String symbol) {
        int length = 0;
        boolean exact = !symbol.isEmpty();
        boolean lowerCase = exact;
        int literal = 0;
        for (int i = 0; i < symbol.length(); ) {
            if (symbol.charAt(i) == '<') {
                int end = closing(symbol, i);
                if (end < 0) {
                    return NOTHING;
                }
                int known = lengthOf(symbol, i, end);
                length += known;
                exact &= known > 0;
                lowerCase &= known > 0;
                i = end;
                literal = end;
            } else {
                lowerCase &= Character.toLowerCase(symbol.charAt(i)) == symbol.charAt(i);
                length++;
                i++;
            }
        }
        return new SymbolText(
                length, exact ? OptionalInt.of(length) : OptionalInt.empty(), symbol.substring(literal), lowerCase);
    }

    /** Behind the bracket that closes the one at {@code open}; -1 where none does. */
    private static int closing(String symbol, int open) {
        int depth = 0;
        for (int i = open; i < symbol.length(); i++) {
            depth += symbol.charAt(i) == '<' ? 1 : symbol.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The length of what a function returns whose results have one length; 0 for others. */
    private static int lengthOf(String symbol, int start, int end) {
        if (!symbol.startsWith(")>", end - 2)) {
            return 0;
        }
        return symbol.startsWith("<uniqueString(", start)
                ? UNIQUE_STRING
                : symbol.startsWith("<guid(", start) ? GUID : 0;
    }
}
