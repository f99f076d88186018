package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.terraform.syntax.Expression.Operator;

/** The kinds of token of HCL's native syntax. Comments are not tokens; a {@link Lexer} keeps them aside. */
enum Token {
    END_OF_FILE("the end of the file"),
    NEWLINE("the end of the line"),
    IDENTIFIER("an identifier"),
    NUMBER("a number"),

    /** A whole quoted string without escapes and template sequences, quotes included. */
    STRING("a string"),

    OPEN_QUOTE("a string"),
    CLOSE_QUOTE("a closing quote"),
    OPEN_HEREDOC("a heredoc"),
    CLOSE_HEREDOC("the end of the heredoc"),

    /** A stretch of text in a template: in a heredoc never more than one line, with its line break. */
    TEXT("text"),
    INTERPOLATION("\"${\""),
    DIRECTIVE("\"%{\""),
    TEMPLATE_END("the \"}\" of a template sequence"),

    OPEN_BRACE("\"{\""),
    CLOSE_BRACE("\"}\""),
    OPEN_BRACKET("\"[\""),
    CLOSE_BRACKET("\"]\""),
    OPEN_PARENTHESIS("\"(\""),
    CLOSE_PARENTHESIS("\")\""),

    EQUALS("\"=\""),
    COMMA("\",\""),
    DOT("\".\""),
    ELLIPSIS("\"...\""),
    COLON("\":\""),
    DOUBLE_COLON("\"::\""),
    QUESTION_MARK("\"?\""),
    ARROW("\"=>\""),
    BANG("\"!\""),

    OR("\"||\"", 1, Operator.OR),
    AND("\"&&\"", 2, Operator.AND),
    EQUAL("\"==\"", 3, Operator.EQUAL),
    NOT_EQUAL("\"!=\"", 3, Operator.NOT_EQUAL),
    LESS("\"<\"", 4, Operator.LESS),
    LESS_OR_EQUAL("\"<=\"", 4, Operator.LESS_OR_EQUAL),
    GREATER("\">\"", 4, Operator.GREATER),
    GREATER_OR_EQUAL("\">=\"", 4, Operator.GREATER_OR_EQUAL),
    PLUS("\"+\"", 5, Operator.ADD),
    MINUS("\"-\"", 5, Operator.SUBTRACT),
    STAR("\"*\"", 6, Operator.MULTIPLY),
    SLASH("\"/\"", 6, Operator.DIVIDE),
    PERCENT("\"%\"", 6, Operator.MODULO),

    /** The end of a line inside of a quoted string; the lexer has reported it and left the string. */
    UNCLOSED_QUOTE("the end of the line"),

    /** Something that is not part of the language; the lexer has reported it. */
    INVALID("an invalid character");

    /** How tightly it binds as a binary operator, from 1; 0 for what is none. */
    final int precedence;

    /** The binary operator, or null. */
    final Operator operator;

    private final String description;

    Token(String description) {
        this(description, 0, null);
    }

    Token(String description, int precedence, Operator operator) {
        this.description = description;
        this.precedence = precedence;
        this.operator = operator;
    }

    /** For messages: {@code a number}. */
    String description() {
        return description;
    }
}
