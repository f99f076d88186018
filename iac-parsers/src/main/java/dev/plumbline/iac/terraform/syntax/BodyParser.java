package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Body.Label;
import java.util.ArrayList;
import java.util.List;

/** Bodies: arguments and blocks. An item that is broken is left out, and parsing goes on after it. */
final class BodyParser {
    private static final String ITEM_REQUIRED = "Argument or block definition required";

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Recovery recovery;
    private boolean unclosed;

    BodyParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.recovery = new Recovery(tokens);
    }

    /** A whole file. */
    Body file() {
        SourceRange first = tokens.lexer.range();
        BodyItems items = new BodyItems();
        while (!tokens.at(Token.END_OF_FILE)) {
            item(items, 0);
        }
        return items.body(SourceRange.startOf(first.file()).to(tokens.lexer.range()));
    }

    /** @param blockColumn where the block starts whose body this is; 0 for a file */
    private void item(BodyItems items, int blockColumn) {
        if (tokens.at(Token.NEWLINE)) {
            tokens.advance();
            return;
        }
        recovery.mark(blockColumn);
        int depth = tokens.depth();
        try {
            if (!tokens.at(Token.IDENTIFIER)) {
                throw notAnItem();
            }
            String name = tokens.lexer.identifier();
            SourceRange nameRange = tokens.lexer.range();
            tokens.advance();
            switch (tokens.token()) {
                case EQUALS -> {
                    Attribute attribute = attribute(name, nameRange);
                    endOfArgument();
                    items.add(attribute, tokens.problems);
                }
                case STRING, OPEN_QUOTE, OPEN_BRACE, IDENTIFIER -> {
                    items.add(block(name, nameRange));
                    endOfBlock();
                }
                default ->
                    throw tokens.fail(
                            nameRange, ITEM_REQUIRED, "To set an argument, write an equals sign and its value.");
            }
        } catch (SyntaxException e) {
            tokens.restoreDepth(depth);
            recovery.skipItem();
        }
    }

    private SyntaxException notAnItem() {
        return tokens.at(Token.STRING) || tokens.at(Token.OPEN_QUOTE)
                ? tokens.fail("Invalid argument name", "Names are written without quotes.")
                : tokens.fail(
                        ITEM_REQUIRED,
                        "An argument or a block is expected here, not "
                                + tokens.token().description() + ".");
    }

    private Attribute attribute(String name, SourceRange nameRange) {
        tokens.advance();
        Expression value = expressions.expression();
        return new Attribute(name, nameRange, value, nameRange.to(value.range()));
    }

    private void endOfArgument() {
        if (tokens.at(Token.NEWLINE)) {
            tokens.advance();
        } else if (!tokens.at(Token.END_OF_FILE)) {
            throw tokens.at(Token.COMMA)
                    ? tokens.fail("Unexpected comma after argument", "Arguments are separated by line breaks.")
                    : tokens.fail("Missing newline after argument", "An argument ends with its line.");
        }
    }

    /** The block has been read: what follows on its line may be read as well. */
    private void endOfBlock() {
        if (tokens.at(Token.NEWLINE)) {
            tokens.advance();
        } else if (!tokens.at(Token.END_OF_FILE)) {
            tokens.report("Missing newline after block definition", "A block ends with its line.");
        }
    }

    /** From the first label or the opening brace on. */
    private Block block(String type, SourceRange typeRange) {
        tokens.enter();
        List<Label> labels = new ArrayList<>(2);
        while (!tokens.at(Token.OPEN_BRACE)) {
            labels.add(label());
        }
        SourceRange header = labels.isEmpty()
                ? typeRange
                : typeRange.to(labels.get(labels.size() - 1).range());
        SourceRange open = tokens.lexer.range();
        tokens.advance();
        BodyItems items = new BodyItems();
        if (tokens.at(Token.NEWLINE) || tokens.at(Token.CLOSE_BRACE) || tokens.at(Token.END_OF_FILE)) {
            while (!tokens.at(Token.CLOSE_BRACE) && !tokens.at(Token.END_OF_FILE)) {
                item(items, typeRange.startColumn());
            }
        } else {
            items.add(singleArgument(), tokens.problems);
        }
        if (tokens.at(Token.END_OF_FILE)) {
            unclosed(open);
        }
        tokens.advance();
        tokens.leave();
        Body body = items.body(tokens.rangeFrom(open.startLine(), open.startColumn()));
        return new Block(
                type,
                typeRange,
                labels,
                body,
                header,
                tokens.rangeFrom(typeRange.startLine(), typeRange.startColumn()));
    }

    /** The innermost block is told of; those around it are unclosed because it is. */
    private void unclosed(SourceRange open) {
        if (!unclosed) {
            tokens.problems.syntax(open, "Unclosed configuration block", "There is no closing brace for this block.");
            unclosed = true;
        }
    }

    /** The body of a block in one line. */
    private Attribute singleArgument() {
        if (!tokens.at(Token.IDENTIFIER)) {
            throw notAnItem();
        }
        String name = tokens.lexer.identifier();
        SourceRange nameRange = tokens.lexer.range();
        tokens.advance();
        if (!tokens.at(Token.EQUALS)) {
            throw tokens.fail(
                    nameRange, "Argument definition required", "A block in one line holds a single argument only.");
        }
        Attribute attribute = attribute(name, nameRange);
        if (!tokens.at(Token.CLOSE_BRACE) && !tokens.at(Token.END_OF_FILE)) {
            throw tokens.fail(
                    "Invalid single-argument block definition",
                    "A block in one line holds a single argument, and ends on that line.");
        }
        return attribute;
    }

    private Label label() {
        int line = tokens.line();
        int column = tokens.column();
        switch (tokens.token()) {
            case IDENTIFIER -> {
                String name = tokens.lexer.identifier();
                tokens.advance();
                return new Label(name, tokens.rangeFrom(line, column));
            }
            case STRING -> {
                String text = tokens.lexer.text(tokens.lexer.start + 1, tokens.lexer.position - 1);
                tokens.advance();
                return new Label(text, tokens.rangeFrom(line, column));
            }
            case OPEN_QUOTE -> {
                StringBuilder text = new StringBuilder();
                tokens.advance();
                while (!tokens.at(Token.CLOSE_QUOTE)) {
                    if (!tokens.at(Token.TEXT)) {
                        throw tokens.fail("Invalid string literal", "A label is plain text, without templates.");
                    }
                    text.append(TemplateText.resolve(tokens, true));
                    tokens.advance();
                }
                tokens.advance();
                return new Label(text.toString(), tokens.rangeFrom(line, column));
            }
            default ->
                throw tokens.fail(
                        "Invalid block definition",
                        "A label or an opening brace is expected on this line, not "
                                + tokens.token().description() + ".");
        }
    }
}
