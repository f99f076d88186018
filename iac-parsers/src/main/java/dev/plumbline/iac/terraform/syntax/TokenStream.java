package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;

/**
 * The tokens as a parser sees them: one at hand, the line breaks among them or not, with ranges and failures.
 *
 * <p>Line breaks end arguments and separate the items of objects; inside of parentheses, brackets and template
 * sequences they are space.
 */
final class TokenStream {
    final Lexer lexer;
    final Problems problems;

    private final String path;
    private boolean newlines = true;
    private int depth;
    private int endLine = 1;
    private int endColumn = 1;

    TokenStream(SourceFile source, boolean template, Problems problems) {
        this.lexer = new Lexer(source, template, problems);
        this.problems = problems;
        this.path = source.path();
        lexer.next();
    }

    Token token() {
        return lexer.token;
    }

    boolean at(Token token) {
        return lexer.token == token;
    }

    int line() {
        return lexer.startLine;
    }

    int column() {
        return lexer.startColumn;
    }

    /** Moves on to the next token. */
    void advance() {
        endLine = lexer.endLine();
        endColumn = lexer.endColumn();
        lexer.next();
        skipNewlines();
    }

    /** Moves on if this token is at hand, or fails. */
    void expect(Token token, String summary, String detail) {
        if (!at(token)) {
            throw fail(summary, detail);
        }
        advance();
    }

    boolean newlines() {
        return newlines;
    }

    /** Whether line breaks are tokens, from the token at hand on. */
    void newlines(boolean include) {
        newlines = include;
        skipNewlines();
    }

    /** From a token's start up to the end of the last token passed. */
    SourceRange rangeFrom(int line, int column) {
        return new SourceRange(path, line, column, endLine, endColumn);
    }

    /** From a node's start up to the end of the last token passed. */
    SourceRange rangeFrom(Expression first) {
        SourceRange range = first.range();
        return new SourceRange(path, range.startLine(), range.startColumn(), endLine, endColumn);
    }

    /** Enters a nested construct. Every recursion of the parser passes through here. */
    void enter() {
        if (++depth > HclParser.MAX_DEPTH) {
            throw tooDeep("Nested too deeply", "At most " + HclParser.MAX_DEPTH + " levels are read.");
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** After a failure: nothing of what was entered since is still open. */
    void restoreDepth(int before) {
        depth = before;
    }

    /** Goes back to a token of a body, to read it again. */
    void rewind(int offset, int line, int column) {
        newlines = true;
        lexer.rewind(offset, line, column);
    }

    SyntaxException tooDeep(String summary, String detail) {
        problems.tooDeep(lexer.range(), summary, detail);
        return new SyntaxException();
    }

    /** Reports a problem with the token at hand, unless the lexer has. */
    SyntaxException fail(String summary, String detail) {
        return fail(lexer.range(), summary, detail);
    }

    /** Reports a problem with the token at hand, unless the lexer has, and goes on. */
    void report(String summary, String detail) {
        report(lexer.range(), summary, detail);
    }

    SyntaxException fail(SourceRange range, String summary, String detail) {
        report(range, summary, detail);
        return new SyntaxException();
    }

    private void report(SourceRange range, String summary, String detail) {
        if (!at(Token.INVALID) && !at(Token.UNCLOSED_QUOTE)) {
            problems.syntax(range, summary, detail);
        }
    }

    private void skipNewlines() {
        while (!newlines && lexer.token == Token.NEWLINE) {
            lexer.next();
        }
    }
}
