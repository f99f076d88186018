package dev.plumbline.iac.arm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells where a template is not of the shape that Azure Resource Manager asks for. */
public final class TemplateSchema {
    private static final String RESOURCE = "template.schema.json";

    private static final JsonSchema SCHEMA = load();

    /** Where these rules of the schema are broken, resources are not assessed. */
    private static final Set<String> FATAL = Set.of(
            "#/$defs/template/properties/resources/type",
            "#/$defs/resource/properties/resources/type",
            "#/$defs/resource/type",
            "#/$defs/resource/required",
            "#/$defs/resource/properties/type/type");

    private TemplateSchema() {}

    /** Reads the schema as it does templates: the validator's own way has a whole object mapper loaded for one file. */
    private static JsonSchema load() {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .errorMessageKeyword("message")
                .locale(Locale.ROOT)
                .build();
        try (InputStream in = TemplateSchema.class.getResourceAsStream(RESOURCE)) {
            SourceFile file = new SourceFile(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            JsonNode schema = JsonTree.of(TreeReader.json(file).root());
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, config);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from the class path", e);
        }
    }

    /** Reports each fault of a template and of those nested in it, at its line. */
    public static void check(Mapping template, Consumer<Diagnostic> problems) {
        Optional<JsonNode> outline = TemplateOutline.of(template);
        if (outline.isEmpty()) {
            problems.accept(Diagnostic.warning(
                    "arm-limit", "Template is too large for its shape to be checked", "", opening(template)));
            return;
        }
        boolean hasProfile = Nodes.get(template, "apiProfile") != null;
        for (ValidationMessage fault : SCHEMA.validate(outline.get())) {
            if (hasProfile && "apiversion".equals(fault.getProperty())) {
                continue; // the profile says which version is meant
            }
            SourceRange range = range(template, fault.getInstanceLocation());
            problems.accept(
                    FATAL.contains(fault.getSchemaLocation().toString())
                            ? Diagnostic.error("arm-structure", fault.getError(), "It is not assessed.", range)
                            : Diagnostic.warning("arm-structure", fault.getError(), "It cannot be deployed.", range));
        }
    }

    /** The name under which the faulty value is written; of an element of an array, the value, or the line that opens it. */
    private static SourceRange range(Mapping template, JsonNodePath path) {
        Node node = template;
        SourceRange range = opening(template);
        for (int i = 0; i < path.getNameCount(); i++) {
            if (node instanceof Sequence sequence && path.getElement(i) instanceof Integer index) {
                node = sequence.items().get(index);
                range = opening(node);
            } else {
                Node.Member member = Nodes.member((Mapping) node, path.getName(i));
                node = member.value();
                range = node instanceof Node.Scalar ? node.range() : member.keyRange();
            }
        }
        return range;
    }

    /** The type of a resource; the line that opens it where it has none. */
    private static SourceRange opening(Node node) {
        Node.Member type = node instanceof Mapping mapping ? Nodes.member(mapping, "type") : null;
        if (type != null) {
            return type.range();
        }
        SourceRange whole = node.range();
        return whole.startLine() == whole.endLine()
                ? whole
                : new SourceRange(
                        whole.file(),
                        whole.startLine(),
                        whole.startColumn(),
                        whole.startLine(),
                        whole.startColumn() + 1);
    }
}
