package dev.plumbline.rules.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object made by an expression or a function. */
public record Fields(Map<String, Object> values) implements Struct {
    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
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
