package dev.plumbline.rules.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads what {@link RuleOutput} wrote. A read beyond the end throws {@link IndexOutOfBoundsException}, as only a damaged
 * catalogue makes one. Bytes are taken one by one, with no buffer around them: rules are decoded by a process that has
 * just started and interprets its code, where each call counts.
 */
final class RuleInput {
    private final byte[] content;
    private final TextTable texts;
    private int at;

    /** Reads from an offset on. */
    RuleInput(byte[] content, TextTable texts, int offset) {
        this.content = content;
        this.texts = texts;
        this.at = offset;
    }

    boolean flag() {
        return content[at++] != 0;
    }

    /** 0 to 255. */
    int tag() {
        return content[at++] & 0xFF;
    }

    int integer() {
        int value = content[at] << 24
                | (content[at + 1] & 0xFF) << 16
                | (content[at + 2] & 0xFF) << 8
                | content[at + 3] & 0xFF;
        at += Integer.BYTES;
        return value;
    }

    long number() {
        return (long) integer() << 32 | integer() & 0xFFFF_FFFFL;
    }

    double fraction() {
        return Double.longBitsToDouble(number());
    }

    String text() {
        return texts.get(integer());
    }

    List<String> texts() {
        return list(this::text);
    }

    /** @param part says by itself where it ends */
    <T> List<T> list(Supplier<T> part) {
        int count = integer();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(part.get());
        }
        return items;
    }
}
