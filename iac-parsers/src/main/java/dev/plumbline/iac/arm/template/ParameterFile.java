package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A parameter file: what a template's parameters are on deployment.
 *
 * @param path relative to the scan's base directory
 * @param parameters name to {@code value} or {@code reference}
 */
public record ParameterFile(String path, Mapping parameters) {

    private static final String SUFFIX = ".json";

    /** The parameter file that is kept beside a template by the usual naming; empty where there is none. */
    public static Optional<String> beside(SourceTree tree, String template) {
        int dot = template.toLowerCase(Locale.ROOT).endsWith(SUFFIX) ? template.length() - SUFFIX.length() : -1;
        if (dot < 0) {
            return Optional.empty();
        }
        String stem = template.substring(0, dot);
        int slash = stem.lastIndexOf('/') + 1;
        List<String> candidates = new ArrayList<>(List.of(stem + ".parameters.json", stem + ".param.json"));
        if (stem.substring(slash).equals("template")) {
            candidates.add(stem.substring(0, slash) + "parameters.json");
        }
        return candidates.stream().filter(tree::isFile).findFirst();
    }

    /** Reads one; empty where it cannot be read or is not a parameter file. */
    public static Optional<ParameterFile> read(SourceTree tree, String path, Consumer<Diagnostic> problems) {
        Optional<SourceFile> file = tree.read(path, problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Document document = TreeReader.json(file.get());
        Nodes.faults(document).forEach(problems);
        Mapping parameters = parameters(document.root());
        if (parameters == null) {
            problems.accept(Diagnostic.warning(
                    "arm-parameters",
                    "File is not a parameter file",
                    "It has no object named parameters; the template's parameters get no values from it.",
                    SourceRange.startOf(path)));
            return Optional.empty();
        }
        return Optional.of(new ParameterFile(path, parameters));
    }

    /** The parameters of a file, or a file that is nothing but parameters, as the Azure CLI takes it, too. */
    private static Mapping parameters(Node root) {
        if (!(root instanceof Mapping mapping) || Nodes.get(mapping, "resources") != null) {
            return null;
        }
        Mapping parameters = Nodes.mapping(mapping, "parameters");
        boolean bare = !mapping.members().isEmpty()
                && mapping.members().stream()
                        .allMatch(member -> member.value() instanceof Mapping given
                                && (Nodes.get(given, "value") != null || Nodes.get(given, "reference") != null));
        return parameters == null && bare ? mapping : parameters;
    }
}
