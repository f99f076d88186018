package dev.plumbline.iac.cloudformation.template;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a parameter file gives, in any of the forms that AWS's tools read: a list of {@code ParameterKey} and
 * {@code ParameterValue}, a list of {@code "Key=Value"}, an object with {@code Parameters} in it, lines of {@code
 * Key=Value}. Any other file gives none.
 */
public final class ParameterFile {

    /**
     * A value for a parameter.
     *
     * @param text null where the parameter keeps the value that its stack has
     * @param range where it is written; null where it was given with the scan itself
     */
    public record Given(String text, SourceRange range) {}

    private ParameterFile() {}

    public static Map<String, Given> read(SourceFile file) {
        String text = file.text().strip();
        if (!text.startsWith("[") && !text.startsWith("{") && firstLine(text).indexOf('=') > 0) {
            return lines(file);
        }
        Document document =
                text.startsWith("[") || text.startsWith("{") ? TreeReader.json(file) : TreeReader.yaml(file);
        Map<String, Given> given = new LinkedHashMap<>();
        if (document.root() instanceof Mapping mapping) {
            Template.members(mapping.get("Parameters")).forEach((name, member) -> put(given, name, member.value()));
        } else if (document.root() instanceof Sequence list) {
            list.items().forEach(item -> item(given, item));
        }
        return given;
    }

    private static void item(Map<String, Given> given, Node item) {
        if (item instanceof Scalar scalar) {
            pair(given, scalar.text(), scalar.range());
        } else if (item instanceof Mapping mapping && mapping.get("ParameterKey") instanceof Scalar key) {
            Member value = mapping.member("ParameterValue");
            if (value != null) {
                put(given, key.text(), value.value());
            } else if (mapping.get("UsePreviousValue") instanceof Scalar previous
                    && previous.text().equals("true")) {
                given.put(key.text(), new Given(null, previous.range()));
            }
        }
    }

    private static void put(Map<String, Given> given, String name, Node value) {
        if (value instanceof Scalar scalar) {
            given.put(name, new Given(scalar.text(), scalar.range()));
        } else if (value instanceof Sequence list && list.items().stream().allMatch(Scalar.class::isInstance)) {
            List<String> items = new ArrayList<>();
            list.items().forEach(item -> items.add(((Scalar) item).text()));
            given.put(name, new Given(String.join(",", items), list.range()));
        }
    }

    private static void pair(Map<String, Given> given, String text, SourceRange range) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            given.put(
                    text.substring(0, equals).strip(),
                    new Given(unquoted(text.substring(equals + 1).strip()), range));
        }
    }

    private static Map<String, Given> lines(SourceFile file) {
        Map<String, Given> given = new LinkedHashMap<>();
        String text = file.text();
        int start = 0;
        while (start < text.length()) {
            int eol = text.indexOf('\n', start);
            int end = eol < 0 ? text.length() : eol;
            String line = text.substring(start, end).strip();
            if (!line.startsWith("#")) {
                pair(given, line, file.range(start, end));
            }
            start = end + 1;
        }
        return given;
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
