package dev.plumbline.rules.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Texts by number. Each is there once, however often it is referred to, and is made when it is first asked for: to make
 * texts is most of what it takes to decode a rule. What Latin-1 can write, nearly all, is kept so: it need only be copied.
 */
final class TextTable {
    private static final byte LATIN = 0;
    private static final byte UNICODE = 1;

    private final byte[] content;

    /** Where each text starts, and behind them where the last one ends. */
    private final int[] starts;

    /** Those that were asked for. Threads do not wait for each other: at worst both make the same text. */
    private final String[] made;

    private TextTable(byte[] content, int[] starts) {
        this.content = content;
        this.starts = starts;
        this.made = new String[starts.length - 1];
    }

    /** The table that was {@link Collector#write written} at an offset. */
    static TextTable read(byte[] content, int offset) {
        ByteBuffer in = ByteBuffer.wrap(content).position(offset);
        int[] starts = new int[in.getInt() + 1];
        in.asIntBuffer().get(starts);
        return new TextTable(content, starts);
    }

    String get(int number) {
        String text = made[number];
        if (text == null) {
            int start = starts[number];
            Charset charset = content[start] == LATIN ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            text = new String(content, start + 1, starts[number + 1] - start - 1, charset);
            made[number] = text;
        }
        return text;
    }

    /** Gathers texts for a table. */
    static final class Collector {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String text) {
            Integer known = numbers.putIfAbsent(text, numbers.size());
            return known == null ? numbers.size() - 1 : known;
        }

        /** @param offset where the table will be in what is written */
        byte[] write(int offset) {
            byte[][] texts = numbers.keySet().stream().map(Collector::encode).toArray(byte[][]::new);
            int head = Integer.BYTES * (texts.length + 2);
            int size = head;
            for (byte[] text : texts) {
                size += text.length;
            }
            ByteBuffer out = ByteBuffer.allocate(size).putInt(texts.length);
            int start = offset + head;
            for (byte[] text : texts) {
                out.putInt(start);
                start += text.length;
            }
            out.putInt(start);
            for (byte[] text : texts) {
                out.put(text);
            }
            return out.array();
        }

        private static byte[] encode(String text) {
            boolean latin = text.chars().allMatch(c -> c < 256);
            byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            return ByteBuffer.allocate(bytes.length + 1)
                    .put(latin ? LATIN : UNICODE)
                    .put(bytes)
                    .array();
        }
    }
}
