package dev.plumbline.iac.terraform.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the place after a broken item where parsing goes on.
 *
 * <p>The item is read again, by its brackets alone, to the end of the line on which they are all closed, or to the
 * closing brace of the block around it. Where they do not match, layout has to serve: from the line of the error on, the first line that starts with a name no further to
 * the right than the item, or with the closing brace of the block around it. As that reads on from the error, while
 * brackets are matched from the item's start, brackets are given up for good once they did not match: so time stays
 * linear, however many items are broken.
 */
final class Recovery {
    private final TokenStream tokens;
    private boolean bracketsMatch = true;

    private int offset;
    private int line;
    private int column;
    private int blockColumn;

    Recovery(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Remembers the token at hand as the start of an item. */
    void mark(int enclosingBlockColumn) {
        offset = tokens.lexer.start;
        line = tokens.line();
        column = tokens.column();
        blockColumn = enclosingBlockColumn;
    }

    /** Goes from an error in the item last marked to the first token after it. */
    void skipItem() {
        int errorOffset = tokens.lexer.start;
        int errorLine = tokens.line();
        int errorColumn = tokens.column();
        if (bracketsMatch) {
            tokens.rewind(offset, line, column);
            bracketsMatch = skipBrackets();
        }
        if (!bracketsMatch) {
            tokens.rewind(errorOffset - errorColumn + 1, errorLine, 1);
            skipLines(errorLine);
        }
    }

    private boolean skipBrackets() {
        Deque<Token> open = new ArrayDeque<>();
        while (!tokens.at(Token.END_OF_FILE)) {
            Token token = tokens.token();
            switch (token) {
                case OPEN_BRACE, OPEN_BRACKET, OPEN_PARENTHESIS, OPEN_QUOTE, OPEN_HEREDOC -> open.push(token);
                case INTERPOLATION, DIRECTIVE -> open.push(Token.TEMPLATE_END);
                case CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS, CLOSE_QUOTE, CLOSE_HEREDOC, TEMPLATE_END -> {
                    if (open.isEmpty()) {
                        return token == Token.CLOSE_BRACE && blockColumn > 0;
                    }
                    if (open.pop() != opening(token)) {
                        return false;
                    }
                }
                case UNCLOSED_QUOTE -> {
                    return false;
                }
                case NEWLINE -> {
                    if (open.isEmpty()) {
                        return true;
                    }
                }
                default -> {}
            }
            tokens.advance();
        }
        return open.isEmpty();
    }

    private static Token opening(Token closing) {
        return switch (closing) {
            case CLOSE_BRACE -> Token.OPEN_BRACE;
            case CLOSE_BRACKET -> Token.OPEN_BRACKET;
            case CLOSE_PARENTHESIS -> Token.OPEN_PARENTHESIS;
            case CLOSE_QUOTE -> Token.OPEN_QUOTE;
            case CLOSE_HEREDOC -> Token.OPEN_HEREDOC;
            default -> closing;
        };
    }

    private void skipLines(int errorLine) {
        if (errorLine == line) {
            tokens.lexer.skipLine();
        }
        while (!tokens.at(Token.END_OF_FILE) && !isItem() && !isEndOfBlock()) {
            tokens.lexer.skipLine();
        }
    }

    private boolean isItem() {
        return tokens.at(Token.IDENTIFIER) && tokens.column() <= column;
    }

    private boolean isEndOfBlock() {
        return tokens.at(Token.CLOSE_BRACE) && tokens.column() <= blockColumn;
    }
}
