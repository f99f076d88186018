package dev.plumbline.rules.compliance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Benchmarks in bytes; the ids of rules stand once, before all. */
final class BenchmarkCodec {
    private static final int FORMAT = 1;

    private BenchmarkCodec() {}

    private interface Reader<T> {
        T read() throws IOException;
    }

    static byte[] write(List<Benchmark> benchmarks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(FORMAT);
        List<String> rules = benchmarks.stream()
                .flatMap(benchmark -> benchmark.controls().stream())
                .flatMap(control -> control.rules().stream())
                .distinct()
                .sorted()
                .toList();
        writeTexts(rules, out);
        out.writeShort(benchmarks.size());
        for (Benchmark benchmark : benchmarks) {
            for (String text : List.of(
                    benchmark.id(),
                    benchmark.name(),
                    benchmark.version(),
                    benchmark.publisher(),
                    benchmark.link(),
                    benchmark.asOf())) {
                out.writeUTF(text);
            }
            writeTexts(benchmark.clouds(), out);
            out.writeShort(benchmark.mappings().size());
            for (Benchmark.Mapping mapping : benchmark.mappings()) {
                out.writeUTF(mapping.to());
                out.writeUTF(mapping.by());
            }
            out.writeShort(benchmark.controls().size());
            for (Benchmark.Control control : benchmark.controls()) {
                write(control, rules, out);
            }
        }
        out.flush();
        return bytes.toByteArray();
    }

    private static void write(Benchmark.Control control, List<String> rules, DataOutputStream out) throws IOException {
        out.writeUTF(control.id());
        out.writeUTF(control.title());
        out.writeBoolean(control.counts());
        out.writeShort(control.maps().size());
        for (Map.Entry<String, List<String>> map : control.maps().entrySet()) {
            out.writeUTF(map.getKey());
            writeTexts(map.getValue(), out);
        }
        out.writeShort(control.rules().size());
        for (String rule : control.rules()) {
            out.writeShort(Collections.binarySearch(rules, rule));
        }
    }

    private static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<Benchmark> read(byte[] bytes) throws IOException {
        DataInput in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != FORMAT) {
            throw new IOException("the benchmarks are of another version");
        }
        List<String> rules = readTexts(in);
        return readList(
                in,
                () -> new Benchmark(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        readTexts(in),
                        readList(in, () -> new Benchmark.Mapping(in.readUTF(), in.readUTF())),
                        readList(in, () -> readControl(in, rules))));
    }

    private static Benchmark.Control readControl(DataInput in, List<String> rules) throws IOException {
        return new Benchmark.Control(
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                readMaps(in),
                readList(in, () -> rules.get(in.readUnsignedShort())));
    }

    private static Map<String, List<String>> readMaps(DataInput in) throws IOException {
        Map<String, List<String>> maps = new LinkedHashMap<>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            maps.put(in.readUTF(), readTexts(in));
        }
        return maps;
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        return readList(in, in::readUTF);
    }

    private static <T> List<T> readList(DataInput in, Reader<T> reader) throws IOException {
        int count = in.readUnsignedShort();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(reader.read());
        }
        return items;
    }
}
