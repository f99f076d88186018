package dev.plumbline.iac.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An expression and what Terraform 1.11 makes of it: a type and JSON, or {@code error}, or {@code unknown}.
 *
 * <p>{@code true ? 1 : "a"  ==>  string  "1"}; an arrow with a hook stands for a line break.
 */
record ExpressionTable(String expression, String expected) {
    private static final String ARROW = "  ==>  ";

    /** What the table's expressions refer to. */
    static final String DECLARATIONS = """
            locals {
              t  = "hi $${name}"
              ts = ["x $${a}"]
              m  = { t = "y $${a}" }
            }
            """;

    static List<ExpressionTable> read() {
        try (InputStream table = ExpressionTable.class.getResourceAsStream("expressions.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new ExpressionTable(
                            line.substring(0, line.indexOf(ARROW)).replace('⏎', '\n'),
                            line.substring(line.indexOf(ARROW) + ARROW.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
