package dev.plumbline.iac.arm.expression;

/**
 * @param text the content of a string, quotes and escapes resolved; the text as written otherwise
 * @param start offset of its first character
 * @param end offset behind its last character
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME("a name"),
        TEXT("a string"),
        NUMBER("a number"),
        OPEN_PARENTHESIS("'('"),
        CLOSE_PARENTHESIS("')'"),
        OPEN_BRACKET("'['"),
        CLOSE_BRACKET("']'"),
        COMMA("','"),
        DOT("'.'"),
        QUESTION("'?'"),
        END("the end of the expression");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }
}
