package dev.plumbline.iac.arm;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.arm.template.TemplateFiles.TemplateFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.Locale;
import java.util.Optional;

/** The Bicep file that a template was compiled from: what is wrong in the template is put right there. */
final class BicepSource {
    private static final String JSON = ".json";

    private BicepSource() {}

    /** Tells which file it is; empty where the template is not compiled, or its source is not beside it. */
    static Optional<Diagnostic> note(TemplateFile file, SourceTree tree) {
        Mapping metadata = Nodes.mapping(file.template(), "metadata");
        Node generator = metadata == null ? null : Nodes.get(metadata, "_generator");
        String path = file.source().path();
        boolean compiled = generator instanceof Mapping mapping
                && Nodes.text(mapping, "name").equalsIgnoreCase("bicep")
                && path.toLowerCase(Locale.ROOT).endsWith(JSON);
        if (!compiled) {
            return Optional.empty();
        }
        String source = path.substring(0, path.length() - JSON.length()) + ".bicep";
        return tree.isFile(source)
                ? Optional.of(new Diagnostic(
                        Diagnostic.Severity.INFO,
                        "arm-bicep",
                        "Template is compiled from " + source,
                        "Look there for what is found here: compiling it again overwrites this file.",
                        generator.range()))
                : Optional.empty();
    }
}
