package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.source.SourceFile;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads HCL's native syntax, after the <a
 * href="https://github.com/hashicorp/hcl/blob/v2.23.0/hclsyntax/spec.md">specification</a> and, where it leaves a
 * question open, HashiCorp's own parser: what that accepts is accepted, what it rejects has a diagnostic.
 *
 * <p>Never throws for bad input, and takes time in proportion to the text's length. Nesting is bounded by {@link
 * #MAX_DEPTH} and {@link #MAX_HEIGHT}, so that neither this parser nor a recursive reader of its trees can exhaust the stack.
 */
public final class HclParser {
    /** How deep blocks, brackets, templates and other constructs are nested at most. */
    public static final int MAX_DEPTH = 200;

    /** How high the tree of an expression is at most: operators and indexes in a row make it high without nesting. */
    public static final int MAX_HEIGHT = 1000;

    private HclParser() {}

    /** Reads a file: a body of arguments and blocks. */
    public static HclFile parse(SourceFile source) {
        Problems problems = new Problems();
        TokenStream tokens = new TokenStream(source, false, problems);
        Body body = new BodyParser(tokens).file();
        return new HclFile(source, body, tokens.lexer.comments(), problems.sorted());
    }

    /** Reads a text that is one expression; line breaks in it are space. */
    public static HclExpression parseExpression(SourceFile source) {
        return read(source, false, tokens -> {
            tokens.newlines(false);
            Expression expression = new ExpressionParser(tokens).expression();
            if (!tokens.at(Token.END_OF_FILE)) {
                throw tokens.fail("Extra characters after expression", "The expression ends before them.");
            }
            return expression;
        });
    }

    /** Reads a text that is a template, as those of {@code templatefile} are. */
    public static HclExpression parseTemplate(SourceFile source) {
        return read(
                source, true, tokens -> new ExpressionParser(tokens).templates().file());
    }

    private static HclExpression read(SourceFile source, boolean template, Function<TokenStream, Expression> parser) {
        Problems problems = new Problems();
        TokenStream tokens = new TokenStream(source, template, problems);
        Optional<Expression> expression;
        try {
            expression = Optional.of(parser.apply(tokens));
        } catch (SyntaxException e) {
            expression = Optional.empty();
        }
        return new HclExpression(source, problems.isEmpty() ? expression : Optional.empty(), problems.sorted());
    }
}
