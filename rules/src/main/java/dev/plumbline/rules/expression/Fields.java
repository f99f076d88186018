package dev.plumbline.rules.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object made by an expression or a function.
 *
 * @param of what it was made of and is another form of, such as the block of a policy's statement; null for nothing single
 */
public record Fields(Map<String, Object> values, Object of) implements Struct {
    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Fields(Map<String, Object> values) {
        this(values, null);
    }

    /** What is written of an element: that which it was made of, or itself. */
    static Object written(Object element) {
        return element instanceof Fields fields && fields.of != null ? fields.of : element;
    }

    @Override
    public Object member(String name) {
        return values.get(name);
    }

    @Override
    public List<String> names() {
        return List.copyOf(values.keySet());
    }
}
