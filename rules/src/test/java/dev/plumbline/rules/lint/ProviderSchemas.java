package dev.plumbline.rules.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.iac.Dialect;
import dev.plumbline.rules.ResourceTypes;
import dev.plumbline.rules.view.Path;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The resource types and attributes that providers have: those of the schemas beside this class, and those that rules
 * name on purpose although a schema lacks them, most of them of earlier versions. Where they come from is told in the
 * README there.
 */
final class ProviderSchemas {
    private static final Set<String> BESIDE_THE_PROPERTIES =
            Set.of("DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy", "CreationPolicy", "Metadata", "DependsOn");

    private static final ProviderSchemas INSTANCE = new ProviderSchemas();

    private final Map<String, Map<String, Object>> schemas = new HashMap<>();
    private final Map<String, String> armTypes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Set<String>> exceptions = new HashMap<>();
    private final Set<String> unused = new HashSet<>();

    private ProviderSchemas() {
        for (String file : List.of("terraform-aws", "terraform-azurerm", "cloudformation")) {
            schemas.putAll(read(file + ".json.gz"));
        }
        lines("arm-types.txt").forEach(type -> armTypes.put(type, type));
        for (String line : lines("beside-the-schemas.txt")) {
            String[] words = line.split("\\s+", 3);
            if (words.length < 3) {
                throw new IllegalStateException("beside-the-schemas.txt: a line without a reason: " + line);
            }
            exceptions.computeIfAbsent(words[0], type -> new HashSet<>()).add(words[1]);
            unused.add(words[0] + " " + words[1]);
        }
    }

    static ProviderSchemas get() {
        return INSTANCE;
    }

    /** What is wrong with a type as a rule writes it; empty where nothing is. */
    Optional<String> problem(String type) {
        if (type.startsWith("data.") || type.startsWith("provider.")) {
            return Optional.empty();
        } else if (!schemas.containsKey(type) && exceptions.containsKey(type)) {
            unused.remove(type + " *");
            return Optional.empty();
        } else if (ResourceTypes.dialect(type) == Dialect.ARM) {
            String known = armTypes.get(type);
            return type.equals(known)
                    ? Optional.empty()
                    : Optional.of(known == null ? "no such type " + type : type + " is spelled " + known);
        }
        return schemas.containsKey(type) ? Optional.empty() : Optional.of("no such type " + type);
    }

    /** What is wrong with a path into resources of a type; empty where nothing is, or where no schema is at hand. */
    Optional<String> problem(String type, String path) {
        Map<String, Object> schema = schemas.get(type);
        if (problem(type).isPresent() || (schema == null && !exceptions.containsKey(type))) {
            return Optional.empty();
        }
        List<String> names = Path.parse(path).steps().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (schema != null && (has(schema, names) || isBesideTheProperties(names))) {
            return Optional.empty();
        }
        for (int i = names.size(); i >= 0; i--) {
            String listed = i == 0 ? "*" : String.join(".", names.subList(0, i));
            if (exceptions.getOrDefault(type, Set.of()).contains(listed)) {
                unused.remove(type + " " + listed);
                return Optional.empty();
            }
        }
        return Optional.of(type + " has no " + path);
    }

    /** The listed exceptions that no type and no path needed so far. */
    Set<String> unusedExceptions() {
        return Set.copyOf(unused);
    }

    private static boolean isBesideTheProperties(List<String> names) {
        return names.size() > 1
                && names.get(0).equals("AWS::CloudFormation")
                && BESIDE_THE_PROPERTIES.contains(names.get(1));
    }

    /** What lies in a leaf, the keys of a map or a document of JSON, is not told by a schema. */
    @SuppressWarnings("unchecked")
    private static boolean has(Map<String, Object> schema, List<String> names) {
        Object at = schema;
        for (String name : names) {
            if (!(at instanceof Map)) {
                return true;
            }
            at = ((Map<String, Object>) at).get(name);
            if (at == null) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(ProviderSchemas.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> read(String file) {
        try (InputStream in = new GZIPInputStream(ProviderSchemas.class.getResourceAsStream(file));
                JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            return (Map<String, Map<String, Object>>) (Map<?, ?>) object(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, parser.nextToken() == JsonToken.START_OBJECT ? object(parser) : Boolean.TRUE);
        }
        return members;
    }
}
