package dev.plumbline.rules.catalog;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a part of the catalogue. Texts are cut out of the bytes in one piece: {@link java.io.DataInput} takes them
 * character by character, which is most of what a scan's start would pay for the rules. A read beyond the end throws
 * {@link java.nio.BufferUnderflowException}, as only a damaged catalogue makes one.
 */
final class RuleBytes {
    private final byte[] content;
    private final ByteBuffer at;

    /** Reads from an offset on. */
    RuleBytes(byte[] content, int offset) {
        this.content = content;
        this.at = ByteBuffer.wrap(content).position(offset);
    }

    /** A part of the catalogue that says by itself where it ends. */
    interface Part<T> {
        T read() throws IOException;
    }

    int offset() {
        return at.position();
    }

    boolean flag() {
        return at.get() != 0;
    }

    /** 0 to 255. */
    int tag() {
        return Byte.toUnsignedInt(at.get());
    }

    /** 0 to 65535. */
    int count() {
        return Short.toUnsignedInt(at.getShort());
    }

    int integer() {
        return at.getInt();
    }

    long number() {
        return at.getLong();
    }

    double fraction() {
        return at.getDouble();
    }

    String text() {
        int length = count();
        String text = new String(content, at.position(), length, StandardCharsets.UTF_8);
        at.position(at.position() + length);
        return text;
    }

    List<String> texts() throws IOException {
        return list(this::text);
    }

    <T> List<T> list(Part<T> part) throws IOException {
        int count = count();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(part.read());
        }
        return items;
    }

    /** Writes what {@link #text()} reads. */
    static void write(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0xFFFF) {
            throw new IOException("a text of a rule is longer than 65,535 bytes");
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    /** Writes what {@link #texts()} reads. */
    static void write(List<String> texts, DataOutput out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }
}
