package dev.plumbline.iac.arm.functions;

import java.util.function.IntUnaryOperator;

/** Upper and lower case as .NET's invariant culture has them: each character by itself, the Turkish i left alone. */
final class LetterCase {
    private static final int DOTTED_CAPITAL_I = 'İ';
    private static final int DOTLESS_SMALL_I = 'ı';

    private LetterCase() {}

    static String lower(String text) {
        return map(text, Character::toLowerCase);
    }

    static String upper(String text) {
        return map(text, Character::toUpperCase);
    }

    private static String map(String text, IntUnaryOperator mapping) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == DOTTED_CAPITAL_I || c == DOTLESS_SMALL_I ? c : mapping.applyAsInt(c))
                .forEach(mapped::appendCodePoint);
        return mapped.toString();
    }
}
