package dev.plumbline.iac.cloudformation.expansion;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the identifiers of the loops around a place stand for. */
record Bindings(Map<String, String> values) {
    static final Bindings NONE = new Bindings(Map.of());

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** What an identifier stands for; null where it is none. */
    String get(String identifier) {
        return identifier == null ? null : values.get(identifier);
    }

    Bindings with(String identifier, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(identifier, value);
        return new Bindings(more);
    }

    /**
     * A text with the values in the places of {@code ${Identifier}} and, letters and digits alone, {@code &{Identifier}}.
     */
    String in(String text) {
        if (values.isEmpty() || text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{', 1); open > 0; open = text.indexOf('{', open + 1)) {
            char sign = text.charAt(open - 1);
            String name = sign == '$' || sign == '&' ? identifierAt(text, open + 1) : null;
            if (name != null) {
                String value = values.get(name);
                out.append(text, at, open - 1).append(sign == '$' ? value : alphanumeric(value));
                at = open + name.length() + 2;
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    /** The identifier that is written at an index, with a brace after it; null where none is. */
    private String identifierAt(String text, int start) {
        for (String name : values.keySet()) {
            if (text.startsWith(name, start) && text.startsWith("}", start + name.length())) {
                return name;
            }
        }
        return null;
    }

    private static String alphanumeric(String value) {
        StringBuilder kept = new StringBuilder();
        value.chars().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
