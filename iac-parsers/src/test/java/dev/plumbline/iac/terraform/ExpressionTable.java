package dev.plumbline.iac.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Expressions and what Terraform 1.11 makes of them, as JSON or {@code error}: {@code 1 + 2 ==> 3}. */
record ExpressionTable(String expression, String expected) {
    private static final String ARROW = "  ==>  ";

    static List<ExpressionTable> read() {
        try (InputStream table = ExpressionTable.class.getResourceAsStream("expressions.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new ExpressionTable(
                            line.substring(0, line.indexOf(ARROW)),
                            line.substring(line.indexOf(ARROW) + ARROW.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
