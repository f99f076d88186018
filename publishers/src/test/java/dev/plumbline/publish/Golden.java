package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.ScanResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares reports with files; {@code -Dplumbline.updateGolden=true} writes these anew. */
final class Golden {
    private static final Path DIRECTORY = Path.of("src/test/resources/dev/plumbline/publish/golden");

    private Golden() {}

    static String publish(ScanResult result, ReportFormat format, PublishOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MadeUpBenchmarks.publisher(format).publish(result, options, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static void check(String name, String actual) throws IOException {
        String stable = actual.replace(ToolVersion.current(), "VERSION");
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("plumbline.updateGolden")) {
            Files.writeString(file, stable);
        }
        assertThat(stable).as(name).isEqualTo(Files.readString(file));
    }
}
