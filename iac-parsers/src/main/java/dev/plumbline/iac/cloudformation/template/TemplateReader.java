package dev.plumbline.iac.cloudformation.template;

import com.google.re2j.Pattern;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells templates from the many other files of YAML and JSON by what they hold, and reads them.
 *
 * <p>A template has {@code AWSTemplateFormatVersion} at its top, or {@code Resources} with the types of a CloudFormation
 * registry. A file with a syntax error is one if what could be read of it says so, or else its text does.
 */
public final class TemplateReader {
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json", ".template");

    /** How much of a file that cannot be read shows whether it is a template, in characters. */
    private static final int HEAD = 1 << 17;

    private static final String VERSION = "AWSTemplateFormatVersion";

    /** {@code AWS::S3::Bucket}, {@code Custom::Anything}, {@code Alexa::ASK::Skill}, any other of the registry. */
    private static final Pattern TYPE = Pattern.compile("Custom::[\\w@-]+|[A-Za-z0-9]{1,64}(::[A-Za-z0-9]{1,64}){2,3}");

    private static final Pattern BROKEN_TEMPLATE =
            Pattern.compile("(?m)^[\\s{]*[\"']?" + VERSION + "[\"']?\\s*:|^[\\s{]{0,4}[\"']?Resources[\"']?\\s*:(?s:.*)"
                    + "^\\s*[\"']?Type[\"']?\\s*:\\s*[\"']?(AWS|Custom|Alexa)::");

    private TemplateReader() {}

    /** Whether a file of that name may be a template. */
    public static boolean isCandidate(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(name::endsWith);
    }

    /**
     * The template at a path; empty where that holds something else. One that cannot be read, but starts as a template
     * does, is a template with nothing but an error in it.
     */
    public static Optional<Template> at(SourceTree tree, String path) {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<SourceFile> file = tree.read(path, problems::add);
        if (file.isPresent()) {
            return read(file.get());
        }
        return looksLikeOne(tree.head(path, HEAD))
                ? Optional.of(empty(new SourceFile(path, ""), new Document(null, List.of(), problems)))
                : Optional.empty();
    }

    private static Template empty(SourceFile file, Document document) {
        return Template.of(file, new Mapping(List.of(), "", file.range(0, 0)), document);
    }

    /** The template that a file holds; empty where it holds something else. */
    public static Optional<Template> read(SourceFile file) {
        String text = file.text();
        if (!text.contains(VERSION) && !(text.contains("Resources") && text.contains("::"))) {
            return Optional.empty();
        }
        Document document = parse(file);
        boolean broken = document.diagnostics().stream().anyMatch(TemplateReader::isError);
        if (document.root() instanceof Mapping root && (isTemplate(root) || (broken && looksLikeOne(text)))) {
            return Optional.of(Template.of(file, root, document));
        }
        boolean unread = document.root() == null || document.root() instanceof Scalar;
        return broken && unread && looksLikeOne(text) ? Optional.of(empty(file, document)) : Optional.empty();
    }

    /** What CloudFormation takes for JSON is what starts with a brace; flow-style YAML does so, too. */
    public static Document parse(SourceFile file) {
        if (!file.text().stripLeading().startsWith("{")) {
            return TreeReader.yaml(file);
        }
        Document json = TreeReader.json(file);
        if (json.diagnostics().stream().anyMatch(TemplateReader::isError)
                && !file.path().toLowerCase(Locale.ROOT).endsWith(".json")) {
            Document yaml = TreeReader.yaml(file);
            if (yaml.diagnostics().stream().noneMatch(TemplateReader::isError)) {
                return yaml;
            }
        }
        return json;
    }

    private static boolean isTemplate(Mapping root) {
        return root.get(VERSION) != null
                || (root.get("Resources") instanceof Mapping resources
                        && resources.members().stream().anyMatch(TemplateReader::isResource));
    }

    private static boolean isResource(Member member) {
        return Intrinsic.isFunction(member.key())
                || member.value() instanceof Mapping resource
                        && resource.get("Type") instanceof Scalar type
                        && isType(type.text());
    }

    static boolean isType(String text) {
        return TYPE.matches(text);
    }

    private static boolean looksLikeOne(String text) {
        return BROKEN_TEMPLATE
                .matcher(text.substring(0, Math.min(text.length(), HEAD)))
                .find();
    }

    private static boolean isError(Diagnostic diagnostic) {
        return diagnostic.severity() == Diagnostic.Severity.ERROR;
    }

    /** The type of a resource as written; null where it is none. */
    public static String type(Node resource) {
        return resource instanceof Mapping mapping
                        && mapping.get("Type") instanceof Scalar type
                        && type.tag().isEmpty()
                ? type.text()
                : null;
    }
}
