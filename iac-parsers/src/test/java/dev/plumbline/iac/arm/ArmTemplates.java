package dev.plumbline.iac.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Templates for tests, written with single quotes where JSON has double ones, {@code `} for the quotes of expressions, and
 * {@code 1} for an apiVersion that does not matter.
 */
final class ArmTemplates {
    private final Map<String, String> files = new LinkedHashMap<>();

    static final String SCHEMA =
            "'$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                    + " 'contentVersion': '1.0.0.0'";

    static String json(String text) {
        return text.replace('\'', '"')
                .replace('`', '\'')
                .replace("\"apiVersion\": \"1\"", "\"apiVersion\": \"2024-01-01\"");
    }

    /** A template of that body, members separated by commas. */
    static String template(String body) {
        return json("{ " + SCHEMA + ", " + body + " }");
    }

    ArmTemplates with(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** The only unit of the files. */
    Read read() {
        List<Read> units = readAll(Inputs.NONE);
        assertThat(units).hasSize(1);
        return units.get(0);
    }

    static Read read(String body) {
        return new ArmTemplates().with("main.json", template(body)).read();
    }

    List<Read> readAll(Inputs inputs) {
        try {
            Path base = Files.createTempDirectory("arm");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Path path = base.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                SourceTree tree = SourceTree.open(base);
                return new ArmFrontEnd()
                        .read(tree, inputs, FrontEnd.Progress.NONE).stream()
                                .map(unit -> new Read(unit, files))
                                .toList();
            } finally {
                delete(base);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path base) throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** What became of a template. */
    record Read(ScanUnit unit, Map<String, String> files) {

        ResourceGraph graph() {
            return unit.worlds().get(0).graph();
        }

        List<String> addresses() {
            return graph().resources().stream().map(Resource::address).toList();
        }

        Resource at(String address) {
            return graph().at(address).orElseThrow(() -> new AssertionError(address + " is not among " + addresses()));
        }

        /** The only resource. */
        Resource only() {
            assertThat(graph().resources()).hasSize(1);
            return graph().resources().get(0);
        }

        /** An attribute of the only resource, by a path such as {@code properties.subnets[0].name}. */
        Value attribute(String path) {
            return attribute(only(), path);
        }

        static Value attribute(Resource resource, String path) {
            Value value = resource.attributes();
            for (String step : path.split("[.\\[]")) {
                value = step.endsWith("]")
                        ? ((ListValue) value).elements().get(Integer.parseInt(step.substring(0, step.length() - 1)))
                        : ((ObjectValue) value).get(step);
            }
            return value;
        }

        List<String> diagnostics() {
            return unit.diagnostics().stream().map(Diagnostic::summary).toList();
        }

        /** {@code from fromPath -> to} for each edge of that kind. */
        List<String> edges(Edge.Kind kind) {
            return graph().edges().stream()
                    .filter(edge -> edge.kind() == kind)
                    .map(edge -> (edge.from() + " " + edge.fromPath() + " -> " + edge.to()).replace("  ", " "))
                    .toList();
        }

        /** The text at a range. */
        String text(SourceRange range) {
            SourceFile file = new SourceFile(range.file(), files.get(range.file()));
            assertThat(range.startLine()).isEqualTo(range.endLine());
            return file.line(range.startLine()).substring(range.startColumn() - 1, range.endColumn() - 1);
        }
    }
}
