package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.schema.TemplateSchema;
import dev.plumbline.iac.exemption.Exemptions;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a template links to, each read once. Not for use by several threads at once. */
public final class TemplateFiles {

    /** How much text a template may link to, in characters. */
    private static final int MAX_TEXT = 16 << 20;

    private final SourceTree tree;
    private final Map<String, Optional<TemplateFile>> read = new HashMap<>();
    private int characters;

    /**
     * A file that holds a template.
     *
     * @param root the file's JSON, which is the template or wraps it
     * @param exemptions what its comments and metadata exempt
     */
    public record TemplateFile(
            SourceFile source,
            Mapping root,
            Mapping template,
            List<Diagnostic> diagnostics,
            List<Exemption> exemptions) {
        public TemplateFile {
            diagnostics = List.copyOf(diagnostics);
            exemptions = List.copyOf(exemptions);
        }
    }

    public TemplateFiles(SourceTree tree) {
        this.tree = tree;
    }

    public SourceTree tree() {
        return tree;
    }

    /** The template in a file of the tree; empty where there is none, or no more can be read. */
    public Optional<TemplateFile> template(String path) {
        Optional<TemplateFile> known = read.get(path);
        if (known == null) {
            known = characters < MAX_TEXT && tree.isFile(path) ? read(tree, path) : Optional.empty();
            known.ifPresent(file -> characters += file.source().text().length());
            read.put(path, known);
        }
        return known;
    }

    /** The length of all that was read, in characters. */
    public int characters() {
        return characters;
    }

    /** The template in a file; of a file that cannot be read nobody knows that it is one. */
    public static Optional<TemplateFile> read(SourceTree tree, String path) {
        return tree.read(path, any -> {})
                .filter(file -> TemplateShape.mayBeTemplate(file.text()))
                .flatMap(TemplateFiles::parse);
    }

    private static Optional<TemplateFile> parse(SourceFile file) {
        Document document = TreeReader.json(file);
        Mapping template = TemplateShape.template(document.root());
        if (template == null) {
            return Optional.empty();
        }
        List<Diagnostic> diagnostics = new ArrayList<>(Nodes.faults(document));
        if (diagnostics.stream().noneMatch(found -> found.severity() == Diagnostic.Severity.ERROR)) {
            TemplateSchema.check(template, diagnostics::add);
        }
        Exemptions exemptions = TemplateExemptions.read(file, document, template);
        diagnostics.addAll(exemptions.problems());
        return Optional.of(
                new TemplateFile(file, (Mapping) document.root(), template, diagnostics, exemptions.found()));
    }
}
