package dev.plumbline.iac.cloudformation.template;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.cloudformation.sam.SamTranslator;
import dev.plumbline.iac.source.SourceFile;
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
import java.util.stream.Stream;

/**
 * A template as written: its sections, each member by its name, in the order of the file.
 *
 * @param transforms the names of the macros that are applied to the whole template
 * @param diagnostics of the syntax
 */
public record Template(
        SourceFile file,
        Map<String, Member> parameters,
        Map<String, Member> mappings,
        Map<String, Member> conditions,
        Map<String, Member> resources,
        Map<String, Member> outputs,
        List<Scalar> transforms,
        List<Diagnostic> diagnostics) {

    /** Adds functions ({@code Fn::Length}, {@code Fn::ToJsonString}…) and makes no resources of its own. */
    public static final String LANGUAGE_EXTENSIONS = "AWS::LanguageExtensions";

    public static Template of(SourceFile file, Mapping written, List<Diagnostic> diagnostics) {
        SamTranslator.Translation translation = SamTranslator.translate(written);
        Mapping root = translation.root();
        return new Template(
                file,
                section(root, "Parameters"),
                section(root, "Mappings"),
                section(root, "Conditions"),
                section(root, "Resources"),
                section(root, "Outputs"),
                transforms(root.get("Transform")),
                Stream.concat(diagnostics.stream(), translation.diagnostics().stream())
                        .toList());
    }

    /** Whether it could not be read to its end. */
    public boolean isBroken() {
        return diagnostics.stream().anyMatch(it -> it.severity() == Diagnostic.Severity.ERROR);
    }

    /** The macros that are applied to the whole template and that only its account knows. */
    public List<Scalar> macros() {
        return transforms.stream()
                .filter(name ->
                        !name.text().equals(LANGUAGE_EXTENSIONS) && !name.text().equals(SamTranslator.TRANSFORM))
                .toList();
    }

    /** Whether a macro may add resources and parameters that are not in the text. */
    public boolean isGenerated() {
        return !macros().isEmpty() || resources.keySet().stream().anyMatch(Intrinsic::isFunction);
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
