package dev.plumbline.rules.compliance;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Benchmarks in bytes. */
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
                write(control, out);
            }
        }
        out.flush();
        return bytes.toByteArray();
    }

    private static void write(Benchmark.Control control, DataOutputStream out) throws IOException {
        out.writeUTF(control.id());
        out.writeUTF(control.title());
        out.writeBoolean(control.counts());
        out.writeShort(control.maps().size());
        for (Map.Entry<String, List<String>> map : control.maps().entrySet()) {
            out.writeUTF(map.getKey());
            writeTexts(map.getValue(), out);
        }
        writeTexts(control.rules(), out);
    }

    private static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static List<Benchmark> read(DataInput in) throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("the benchmarks are of another version");
        }
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
                        readList(in, () -> readControl(in))));
    }

    private static Benchmark.Control readControl(DataInput in) throws IOException {
        return new Benchmark.Control(in.readUTF(), in.readUTF(), in.readBoolean(), readMaps(in), readTexts(in));
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
