package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.terraform.syntax.Expression.NumberLiteral;
import java.math.BigDecimal;

/** Number literals. */
final class Numbers {
    /** Far above what a configuration holds: bounds the time that conversion takes, which is more than linear. */
    private static final int MAX_LENGTH = 1000;

    private static final BigDecimal[] SMALL = new BigDecimal[256];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = BigDecimal.valueOf(i);
        }
    }

    private Numbers() {}

    /** The literal at hand, which is not passed. */
    static NumberLiteral literal(TokenStream tokens) {
        return new NumberLiteral(value(tokens), tokens.lexer.range());
    }

    static BigDecimal value(TokenStream tokens) {
        Lexer lexer = tokens.lexer;
        int length = lexer.position - lexer.start;
        long whole = 0;
        for (int i = lexer.start; i < lexer.position; i++) {
            char c = lexer.text[i];
            if (!Characters.isDigit(c) || length > 18) {
                return other(tokens);
            }
            whole = 10 * whole + (c - '0');
        }
        return whole < SMALL.length ? SMALL[(int) whole] : BigDecimal.valueOf(whole);
    }

    private static BigDecimal other(TokenStream tokens) {
        String text = tokens.lexer.text(tokens.lexer.start, tokens.lexer.position);
        if (text.length() > MAX_LENGTH) {
            throw tokens.fail("Invalid number literal", "At most " + MAX_LENGTH + " digits are read.");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw tokens.fail("Invalid number literal", "\"" + text + "\" is not a number.");
        }
    }
}
