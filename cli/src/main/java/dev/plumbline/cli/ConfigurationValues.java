package dev.plumbline.cli;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate.Response;
import dev.plumbline.rules.secret.SecretNames;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of settings as files would write them. */
final class ConfigurationValues {
    private ConfigurationValues() {}

    /** A line for each item of a list, for each entry of a mapping, for a value. */
    static List<String> lines(Object value, Path base) {
        if (value instanceof Collection<?> items) {
            return items.isEmpty()
                    ? List.of("none")
                    : items.stream().map(item -> text(item, base)).toList();
        } else if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty()
                    ? List.of("none")
                    : entries.entrySet().stream()
                            .map(entry -> text(entry.getKey(), base) + " = " + text(shown(entry), base))
                            .toList();
        }
        String text = text(value, base);
        return List.of(text.isEmpty() ? "none" : text);
    }

    /** The value of an entry, unless its name says that it is a secret. */
    static Object shown(Map.Entry<?, ?> entry) {
        return entry.getKey() instanceof String name && SecretNames.isSecret(name) ? "(sensitive)" : entry.getValue();
    }

    /** One value. Paths are relative to the scan's base where they lead into it. */
    static String text(Object value, Path base) {
        if (value instanceof Path path) {
            String relative =
                    path.startsWith(base) ? base.relativize(path).toString().replace('\\', '/') : path.toString();
            return relative.isEmpty() ? "." : relative;
        } else if (value instanceof Optional<?> optional) {
            return optional.map(present -> text(present, base)).orElse("none");
        } else if (value instanceof Severity severity) {
            return severity.id();
        } else if (value instanceof Response response) {
            return response.id();
        }
        return value.toString();
    }
}
