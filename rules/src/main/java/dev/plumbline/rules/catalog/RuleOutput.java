package dev.plumbline.rules.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes parts of the catalogue: numbers as they are, texts by their number in a {@link TextTable}. */
final class RuleOutput {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final TextTable.Collector texts;

    RuleOutput(TextTable.Collector texts) {
        this.texts = texts;
    }

    int size() {
        return content.size();
    }

    byte[] content() {
        return content.toByteArray();
    }

    void flag(boolean value) {
        content.write(value ? 1 : 0);
    }

    /** 0 to 255. */
    void tag(int value) {
        content.write(value);
    }

    void integer(int value) {
        content.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    void number(long value) {
        content.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    void fraction(double value) {
        number(Double.doubleToLongBits(value));
    }

    void text(String text) {
        integer(texts.number(text));
    }

    void texts(List<String> items) {
        integer(items.size());
        items.forEach(this::text);
    }
}
