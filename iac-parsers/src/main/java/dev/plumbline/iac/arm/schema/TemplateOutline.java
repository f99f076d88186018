package dev.plumbline.iac.arm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A template as the schema sees it: names of elements in lower case, and of what is not a template's own but a
 * resource's or a variable's value no more than its type.
 */
final class TemplateOutline {
    /** Many times what a template may have: 800 resources, and parameters, variables and outputs by the hundred. */
    private static final int MAX_NODES = 100_000;

    private int nodes;

    /** What is made of the parts of something. */
    private interface Part {
        JsonNode of(String name, Node node);
    }

    private TemplateOutline() {}

    /** Thrown where there is more of a template than can be one. */
    private static final class TooLargeException extends RuntimeException {
        TooLargeException() {
            super("too large", null, false, false);
        }
    }

    /** Empty where there is more of it than can be a template. */
    static Optional<JsonNode> of(Mapping template) {
        try {
            return Optional.of(new TemplateOutline().template(template));
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }

    private JsonNode template(Mapping template) {
        return object(template, (name, node) -> switch (name) {
            case "parameters", "outputs", "definitions" -> named(node, this::declaration);
            case "variables" -> named(node, this::type);
            case "functions" -> whole(node);
            case "resources" -> each(node);
            default -> type(node);
        });
    }

    private JsonNode declaration(Node node) {
        return node instanceof Mapping mapping ? object(mapping, (name, value) -> type(value)) : type(node);
    }

    private JsonNode resource(Node node) {
        if (!(node instanceof Mapping resource)) {
            return type(node);
        }
        return object(resource, (name, value) -> switch (name) {
            case "dependson", "copy" -> whole(value);
            case "resources" -> each(value);
            case "properties" -> properties(resource, value);
            default -> type(value);
        });
    }

    /** Of a nested deployment, the template. */
    private JsonNode properties(Mapping resource, Node node) {
        boolean deployment = resource.members().stream()
                .anyMatch(member -> member.key().equalsIgnoreCase("type")
                        && member.value() instanceof Scalar type
                        && type.text().equalsIgnoreCase("Microsoft.Resources/deployments"));
        ObjectNode outline = JsonTree.JSON.objectNode();
        if (deployment && node instanceof Mapping properties) {
            for (Node.Member member : properties.members()) {
                if (member.key().equalsIgnoreCase("template") && member.value() instanceof Mapping template) {
                    outline.set("template", template(template));
                }
            }
            return outline;
        }
        return type(node);
    }

    private JsonNode each(Node resources) {
        if (resources instanceof Sequence sequence) {
            ArrayNode outline = (ArrayNode) type(sequence);
            sequence.items().forEach(item -> outline.add(resource(item)));
            return outline;
        }
        return named(resources, this::resource);
    }

    private JsonNode whole(Node node) {
        if (node instanceof Sequence sequence) {
            ArrayNode outline = (ArrayNode) type(sequence);
            sequence.items().forEach(item -> outline.add(whole(item)));
            return outline;
        }
        return node instanceof Mapping mapping ? object(mapping, (name, value) -> whole(value)) : type(node);
    }

    /** An object whose names are its author's. */
    private JsonNode named(Node node, Function<Node, JsonNode> part) {
        if (!(node instanceof Mapping mapping)) {
            return type(node);
        }
        ObjectNode outline = (ObjectNode) type(mapping);
        mapping.members().forEach(member -> outline.set(member.key(), part.apply(member.value())));
        return outline;
    }

    private JsonNode object(Mapping mapping, Part part) {
        ObjectNode outline = (ObjectNode) type(mapping);
        for (Node.Member member : mapping.members()) {
            String name = member.key().toLowerCase(Locale.ROOT);
            outline.set(name, part.of(name, member.value()));
        }
        return outline;
    }

    /** A scalar, or an empty array or object. */
    private JsonNode type(Node node) {
        if (++nodes > MAX_NODES) {
            throw new TooLargeException();
        }
        if (node instanceof Sequence) {
            return JsonTree.JSON.arrayNode();
        }
        if (!(node instanceof Scalar scalar)) {
            return JsonTree.JSON.objectNode();
        }
        return JsonTree.of(scalar);
    }
}
