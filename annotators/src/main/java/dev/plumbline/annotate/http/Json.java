package dev.plumbline.annotate.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the bodies of requests. */
public final class Json {
    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An object of one field. */
    public static ObjectNode object(String field, String value) {
        return object().put(field, value);
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
