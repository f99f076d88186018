package dev.plumbline.rules.comparison;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as plain maps, lists, strings and numbers, for the small objects of a report; anything missing is empty. */
final class JsonValues {
    private JsonValues() {}

    /** The value at which the parser stands, which then stands at its end. Jackson bounds the depth. */
    static Object read(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                object.put(name, read(json));
            }
            return object;
        } else if (token == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                array.add(read(json));
            }
            return array;
        } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return json.getDoubleValue();
        }
        return token == JsonToken.VALUE_STRING ? json.getText() : "";
    }

    /** A member's text; empty where there is none. */
    static String text(Object object, String member) {
        return object instanceof Map<?, ?> map && map.get(member) instanceof String text ? text : "";
    }

    /** What is at a way of members; null where there is nothing. */
    static Object at(Object object, String... members) {
        Object at = object;
        for (String member : members) {
            at = at instanceof Map<?, ?> map ? map.get(member) : null;
        }
        return at;
    }

    /** The first element; null where there is none. */
    static Object first(Object array) {
        return array instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
    }
}
