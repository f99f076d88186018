package dev.plumbline.it;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Body.Label;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what the parser makes of every {@code .tf} file of a directory, one JSON object a line, to be compared with
 * what another parser makes of them: attributes and blocks with their ranges, expressions in a canonical form, and the
 * values of those that depend on nothing.
 */
public final class HclDump {
    private final LiteralValues values;
    private final Graphemes graphemes;
    private final List<String> entries = new ArrayList<>();

    private HclDump(SourceFile source, LiteralValues values) {
        this.values = values;
        this.graphemes = new Graphemes(source);
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: hcl-dump DIR > out.jsonl");
            System.exit(2);
        }
        SourceTree tree = SourceTree.open(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String file : tree.files()) {
            if (file.endsWith(".tf")) {
                out.println(line(tree, file));
            }
        }
        out.flush();
    }

    private static String line(SourceTree tree, String file) {
        List<Diagnostic> unreadable = new ArrayList<>();
        Optional<SourceFile> source = tree.read(file, unreadable::add);
        if (source.isEmpty()) {
            return error(file, unreadable.get(0));
        }
        HclFile parsed = HclParser.parse(source.get());
        if (!parsed.diagnostics().isEmpty()) {
            return error(file, parsed.diagnostics().get(0));
        }
        HclDump dump = new HclDump(source.get(), new LiteralValues(tree));
        dump.body(parsed.body(), "");
        return "{\"file\": %s, \"entries\": [%s]}".formatted(Json.quote(file), String.join(", ", dump.entries));
    }

    private static String error(String file, Diagnostic diagnostic) {
        return "{\"file\": %s, \"error\": %s, \"at\": %s}"
                .formatted(
                        Json.quote(file),
                        Json.quote(diagnostic.summary()),
                        Json.quote(diagnostic.range().toString()));
    }

    private void body(Body body, String path) {
        for (Attribute attribute : body.attributes()) {
            entries.add("{\"kind\": \"attribute\", \"path\": %s, \"range\": %s, \"valueRange\": %s, \"expr\": %s%s}"
                    .formatted(
                            Json.quote(path + "/" + attribute.name()),
                            range(attribute.nameRange()),
                            range(attribute.value().range()),
                            Json.quote(CanonicalForm.of(attribute.value())),
                            values.of(attribute.value())
                                    .map(value -> ", \"value\": " + value)
                                    .orElse("")));
        }
        for (Block block : body.blocks()) {
            String inner = path
                    + "/"
                    + block.type()
                    + block.labels().stream().map(Label::text).collect(Collectors.joining("|", "[", "]"));
            entries.add("{\"kind\": \"block\", \"path\": %s, \"range\": %s}"
                    .formatted(Json.quote(inner), range(block.range())));
            body(block.body(), inner);
        }
    }

    private String range(SourceRange range) {
        return "[%d, %d, %d, %d]"
                .formatted(
                        range.startLine(),
                        graphemes.column(range.startLine(), range.startColumn()),
                        range.endLine(),
                        graphemes.column(range.endLine(), range.endColumn()));
    }
}
