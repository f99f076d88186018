package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.TemplatePiece.Kind;
import java.util.ArrayList;
import java.util.List;

/** Templates: quoted strings, heredocs, and files that are templates as a whole. */
final class TemplateParser {
    private static final String INVALID_FOR = "Invalid 'for' directive";

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    TemplateParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** A quoted string or a heredoc, from its opening token on. */
    Template template() {
        int line = tokens.line();
        int column = tokens.column();
        boolean quoted = tokens.at(Token.OPEN_QUOTE);
        boolean flush = !quoted && tokens.lexer.text[tokens.lexer.start + 2] == '-';
        tokens.advance();
        List<TemplatePiece> pieces = pieces(quoted ? Token.CLOSE_QUOTE : Token.CLOSE_HEREDOC, quoted);
        tokens.advance();
        if (flush) {
            Indentation.remove(pieces);
        }
        return new TemplateTree(tokens, expressions, pieces).build(tokens.rangeFrom(line, column));
    }

    /** A whole file. */
    Template file() {
        int line = tokens.line();
        int column = tokens.column();
        List<TemplatePiece> pieces = pieces(Token.END_OF_FILE, false);
        return new TemplateTree(tokens, expressions, pieces).build(tokens.rangeFrom(line, column));
    }

    /** Up to the token that ends the template, which is not passed. */
    private List<TemplatePiece> pieces(Token end, boolean quoted) {
        List<TemplatePiece> pieces = new ArrayList<>();
        boolean strip = false;
        while (!tokens.at(end)) {
            switch (tokens.token()) {
                case TEXT -> {
                    TemplatePiece text = TemplatePiece.text(TemplateText.resolve(tokens, quoted), tokens.lexer.range());
                    if (strip) {
                        text.stripStart();
                    }
                    strip = false;
                    pieces.add(text);
                    tokens.advance();
                }
                case INTERPOLATION, DIRECTIVE -> {
                    boolean stripBefore = tokens.lexer.text[tokens.lexer.position - 1] == '~';
                    if (stripBefore
                            && !pieces.isEmpty()
                            && pieces.get(pieces.size() - 1).isText()) {
                        pieces.get(pieces.size() - 1).stripEnd();
                    }
                    strip = sequence(pieces);
                }
                default -> throw tokens.fail("Unterminated template string", "Its end is missing.");
            }
        }
        return pieces;
    }

    /** From <code>${</code> or <code>%{</code> to its brace; tells whether that brace strips what follows. */
    private boolean sequence(List<TemplatePiece> pieces) {
        int line = tokens.line();
        int column = tokens.column();
        boolean newlines = tokens.newlines();
        boolean interpolation = tokens.at(Token.INTERPOLATION);
        tokens.advance();
        tokens.newlines(false);
        Kind kind = interpolation ? Kind.INTERPOLATION : keyword();
        String first = null;
        String second = null;
        if (kind == Kind.FOR) {
            first = variable("A variable's name is expected after 'for'.");
            if (tokens.at(Token.COMMA)) {
                tokens.advance();
                second = variable("A variable's name is expected after the comma.");
            }
            if (!tokens.lexer.is("in")) {
                throw tokens.fail(INVALID_FOR, "The keyword 'in' is expected after the variables.");
            }
            tokens.advance();
        }
        boolean bare = kind == Kind.ELSE || kind == Kind.END_IF || kind == Kind.END_FOR;
        Expression expression = bare ? null : expressions.expression();
        if (!tokens.at(Token.TEMPLATE_END)) {
            throw tokens.fail(
                    interpolation ? "Extra characters after interpolation expression" : "Extra characters in directive",
                    "A closing brace is expected here. To write \"${\" or \"%{\" as text, double its first character.");
        }
        boolean strip = tokens.lexer.text[tokens.lexer.start] == '~';
        expressions.close(newlines);
        int height = bare ? 0 : expressions.height();
        pieces.add(new TemplatePiece(
                kind,
                expression,
                second == null ? null : first,
                second == null ? first : second,
                height,
                tokens.rangeFrom(line, column)));
        return strip;
    }

    private Kind keyword() {
        if (!tokens.at(Token.IDENTIFIER)) {
            throw tokens.fail(
                    "Invalid template directive", "A keyword is expected here: if, else, endif, for, endfor.");
        }
        Kind kind =
                switch (tokens.lexer.identifier()) {
                    case "if" -> Kind.IF;
                    case "else" -> Kind.ELSE;
                    case "endif" -> Kind.END_IF;
                    case "for" -> Kind.FOR;
                    case "endfor" -> Kind.END_FOR;
                    default ->
                        throw tokens.fail(
                                "Invalid template control keyword", "The keywords are: if, else, endif, for, endfor.");
                };
        tokens.advance();
        return kind;
    }

    private String variable(String missing) {
        if (!tokens.at(Token.IDENTIFIER)) {
            throw tokens.fail(INVALID_FOR, missing);
        }
        String name = tokens.lexer.identifier();
        tokens.advance();
        return name;
    }
}
