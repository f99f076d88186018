package dev.plumbline.iac.cloudformation.template;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.cloudformation.sam.SamTranslator;
import dev.plumbline.iac.exemption.Exemptions;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A template: its sections, each member by its name, in the order of the file.
 *
 * @param root what the sections are read from: the file's, or what a transform made of it
 * @param includes the other files that parts of it stand in, by their paths
 * @param transforms the names of the macros that are applied to the whole template
 * @param diagnostics of the syntax, and of what transforms could not do
 * @param exemptions what its comments and metadata exempt
 */
public record Template(
        SourceFile file,
        Mapping root,
        Map<String, SourceFile> includes,
        Map<String, Member> parameters,
        Map<String, Member> rules,
        Map<String, Member> mappings,
        Map<String, Member> conditions,
        Map<String, Member> resources,
        Map<String, Member> outputs,
        List<Scalar> transforms,
        List<Diagnostic> diagnostics,
        List<Exemption> exemptions) {

    /** Adds functions ({@code Fn::Length}, {@code Fn::ToJsonString}…) and makes no resources of its own. */
    public static final String LANGUAGE_EXTENSIONS = "AWS::LanguageExtensions";

    /** The transforms that we apply; what AWS::Include takes from elsewhere is told where it does. */
    private static final Set<String> APPLIED = Set.of(LANGUAGE_EXTENSIONS, "AWS::Include", SamTranslator.TRANSFORM);

    /** @param root the document's, or an empty one where that has none that can be read */
    public static Template of(SourceFile file, Mapping root, Document document) {
        Exemptions exemptions = TemplateExemptions.read(file, document);
        List<Diagnostic> diagnostics = Stream.concat(document.diagnostics().stream(), exemptions.problems().stream())
                .toList();
        return of(file, root, Map.of(), diagnostics, exemptions.found());
    }

    private static Template of(
            SourceFile file,
            Mapping root,
            Map<String, SourceFile> includes,
            List<Diagnostic> diagnostics,
            List<Exemption> exemptions) {
        return new Template(
                file,
                root,
                Map.copyOf(includes),
                section(root, "Parameters"),
                section(root, "Rules"),
                section(root, "Mappings"),
                section(root, "Conditions"),
                section(root, "Resources"),
                section(root, "Outputs"),
                transforms(root.get("Transform")),
                List.copyOf(diagnostics),
                List.copyOf(exemptions));
    }

    /** The same template with another root: what a transform makes of it, and has to say. */
    public Template transformed(Mapping to, Map<String, SourceFile> files, List<Diagnostic> problems) {
        Map<String, SourceFile> all = new LinkedHashMap<>(includes);
        all.putAll(files);
        List<Diagnostic> told = new ArrayList<>(diagnostics);
        told.addAll(problems);
        return of(file, to, all, told, exemptions);
    }

    /** The file that a node of this template stands in. */
    public SourceFile fileOf(Node node) {
        return includes.getOrDefault(node.range().file(), file);
    }

    /** Whether a transform is applied to the whole template. */
    public boolean isTransformedBy(String name) {
        return transforms.stream().anyMatch(transform -> transform.text().equals(name));
    }

    /** Whether it could not be read to its end. */
    public boolean isBroken() {
        return diagnostics.stream().anyMatch(it -> it.severity() == Diagnostic.Severity.ERROR);
    }

    /** The macros that are applied to the whole template and that only its account knows. */
    public List<Scalar> macros() {
        return transforms.stream()
                .filter(name -> !APPLIED.contains(name.text()))
                .toList();
    }

    /** Whether a macro may add resources, parameters or conditions that are not in the text. */
    public boolean isGenerated() {
        return !macros().isEmpty()
                || Stream.of(resources, parameters, conditions, mappings)
                        .flatMap(section -> section.keySet().stream())
                        .anyMatch(Intrinsic::isFunction)
                || root.members().stream().anyMatch(member -> Intrinsic.isFunction(member.key()));
    }

    /** The members of a mapping; the last one counts where a name is written twice. */
    public static Map<String, Member> members(Node node) {
        if (!(node instanceof Mapping mapping)) {
            return Map.of();
        }
        Map<String, Member> members = new LinkedHashMap<>();
        mapping.members().forEach(member -> members.put(member.key(), member));
        return Collections.unmodifiableMap(members);
    }

    private static Map<String, Member> section(Mapping root, String name) {
        return members(root.get(name));
    }

    private static List<Scalar> transforms(Node node) {
        List<Scalar> names = new ArrayList<>();
        List<Node> written = node == null ? List.of() : node instanceof Sequence list ? list.items() : List.of(node);
        for (Node transform : written) {
            Node name = transform instanceof Mapping mapping ? mapping.get("Name") : transform;
            if (name instanceof Scalar scalar) {
                names.add(scalar);
            }
        }
        return names;
    }
}
