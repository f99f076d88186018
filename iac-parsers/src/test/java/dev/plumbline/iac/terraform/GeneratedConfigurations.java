package dev.plumbline.iac.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random configurations, the same ones each time: modules with typed variables, given values that fit after conversion,
 * their resources and inner modules repeated by {@code count} and {@code for_each}. All are called by one root module.
 */
final class GeneratedConfigurations {
    private static final long SEED = 20_251_125;
    private static final int MODULE_LEVELS = 2;
    private static final int TYPE_LEVELS = 2;

    private final Random random = new Random(SEED);

    /** A type constraint as it is written; {@code parts} are those of its elements or attributes. */
    private record Type(String text, String kind, Map<String, Type> parts) {}

    private record Variable(String name, Type type, boolean optional, boolean nullable, boolean sensitive) {
        String reference() {
            return "var." + name;
        }
    }

    private GeneratedConfigurations() {}

    /** Writes so many configurations and a root module that calls them. */
    static void write(Path root, int count) throws IOException {
        GeneratedConfigurations configurations = new GeneratedConfigurations();
        StringBuilder main = new StringBuilder();
        for (int i = 0; i < count; i++) {
            main.append(configurations.call(root, "g" + i, MODULE_LEVELS, List.of()));
        }
        Files.writeString(root.resolve("main.tf"), main);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    /** Writes a module and gives a call of it. */
    private String call(Path caller, String name, int levels, List<Variable> known) throws IOException {
        List<Variable> variables = variables();
        writeModule(caller.resolve(name), variables, levels);
        StringBuilder call = new StringBuilder("module \"%s\" {\n  source = \"./%s\"\n".formatted(name, name));
        String repetition = repetition(known);
        call.append(repetition);
        for (Variable variable : variables) {
            if (!variable.optional() || random.nextBoolean()) {
                String value = variable.nullable() && oneIn(6) ? "null" : value(variable.type());
                boolean each =
                        !repetition.isEmpty() && variable.type().kind().equals("string") && !variable.sensitive();
                call.append("  %s = %s\n".formatted(variable.name(), each ? key(repetition) : value));
            }
        }
        return call.append("}\n").toString();
    }

    private static String key(String repetition) {
        return repetition.contains("count") ? "\"n-${count.index}\"" : "each.key";
    }

    private List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Type type = type(TYPE_LEVELS);
            boolean sensitive = type.kind().equals("string") && oneIn(4);
            variables.add(new Variable("v" + i, type, random.nextBoolean(), !oneIn(3), sensitive));
        }
        return variables;
    }

    private void writeModule(Path directory, List<Variable> variables, int levels) throws IOException {
        Files.createDirectories(directory);
        StringBuilder text = new StringBuilder();
        for (Variable variable : variables) {
            text.append("variable \"%s\" {\n  type = %s\n"
                    .formatted(variable.name(), variable.type().text()));
            if (variable.optional()) {
                text.append("  default = %s\n".formatted(value(variable.type())));
            }
            text.append(variable.nullable() ? "" : "  nullable = false\n");
            text.append(variable.sensitive() ? "  sensitive = true\n" : "").append("}\n");
        }
        List<String> results = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String repetition = repetition(variables);
            String input = variables.stream()
                    .map(variable -> variable.name() + " = " + variable.reference())
                    .collect(Collectors.joining(", "));
            String key = repetition.isEmpty() ? "\"one\"" : key(repetition);
            String more = repetition.contains("for_each") ? ", value = each.value" : "";
            text.append("resource \"terraform_data\" \"r%d\" {\n%s  input = { key = %s%s, %s }\n}\n"
                    .formatted(i, repetition, key, more, input));
            results.add(resultOf("terraform_data.r" + i, repetition, "input.key"));
        }
        if (levels > 1 && random.nextBoolean()) {
            String inner = call(directory, "inner", levels - 1, variables);
            text.append(inner);
            results.add(resultOf("module.inner", inner, "result"));
        }
        for (Variable variable : variables) {
            if (!variable.sensitive()) {
                results.add(variable.reference());
            }
        }
        text.append("output \"result\" {\n  value = [%s]\n}\n".formatted(String.join(", ", results)));
        text.append(
                "resource \"terraform_data\" \"result\" {\n  input = [%s]\n}\n".formatted(String.join(", ", results)));
        Files.writeString(directory.resolve("main.tf"), text.toString());
    }

    /** The attribute of all instances of what is repeated like that. */
    private static String resultOf(String name, String repetition, String attribute) {
        if (repetition.contains("  count =")) {
            return name + "[*]." + attribute;
        } else if (repetition.contains("  for_each =")) {
            return "{ for key, one in %s : key => one.%s }".formatted(name, attribute);
        }
        return name + "." + attribute;
    }

    /** {@code count} or {@code for_each} over what is there, or neither. */
    private String repetition(List<Variable> variables) {
        List<String> choices = new ArrayList<>(List.of(
                "",
                "",
                "  count = %d\n".formatted(random.nextInt(3)),
                "  count = \"2\"\n",
                "  for_each = toset([\"b\", \"a\", \"b\"])\n",
                "  for_each = { for i in range(%d) : \"k${i}\" => i }\n".formatted(random.nextInt(4)),
                "  for_each = { x = 1, y = \"two\" }\n"));
        for (Variable variable : variables) {
            String reference = variable.reference();
            switch (variable.sensitive() ? "" : variable.type().kind()) {
                case "list" -> {
                    choices.add("  count = %1$s == null ? 0 : length(%1$s)\n".formatted(reference));
                    choices.add(
                            "  for_each = { for i, v in coalesce(%s, []) : \"i${i}\" => v }\n".formatted(reference));
                }
                case "map" -> choices.add("  for_each = %1$s == null ? {} : %1$s\n".formatted(reference));
                case "bool" -> choices.add("  count = coalesce(%s, false) ? 1 : 0\n".formatted(reference));
                default -> {}
            }
        }
        return choices.get(random.nextInt(choices.size()));
    }

    private Type type(int levels) {
        if (levels == 0 || oneIn(3)) {
            String simple = pick("string", "number", "bool");
            return new Type(simple, simple, Map.of());
        }
        Map<String, Type> parts = new LinkedHashMap<>();
        String kind = pick("list", "set", "map", "object", "tuple");
        switch (kind) {
            case "object" -> {
                List<String> attributes = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    String name = "a" + i;
                    Type part = type(levels - 1);
                    boolean optional = random.nextBoolean();
                    parts.put(optional ? "?" + name : name, part);
                    String optionalText = oneIn(2)
                            ? "optional(%s)".formatted(part.text())
                            : "optional(%s, %s)".formatted(part.text(), value(part));
                    attributes.add(name + " = " + (optional ? optionalText : part.text()));
                }
                return new Type("object({ %s })".formatted(String.join(", ", attributes)), kind, parts);
            }
            case "tuple" -> {
                parts.put("0", type(levels - 1));
                parts.put("1", type(levels - 1));
                return new Type(
                        "tuple([%s, %s])"
                                .formatted(parts.get("0").text(), parts.get("1").text()),
                        kind,
                        parts);
            }
            default -> {
                parts.put("", type(levels - 1));
                return new Type("%s(%s)".formatted(kind, parts.get("").text()), kind, parts);
            }
        }
    }

    /** Of that type, or of one that is converted to it. */
    private String value(Type type) {
        Type element = type.parts().get("");
        return switch (type.kind()) {
            case "string" -> pick("\"x\"", "\"é ü\"", "12", "0.5", "true", "\"\"", "\"a\\nb\"");
            case "number" -> pick("3", "\"4.5\"", "1e3", "-7", "0", "\"0010\"");
            case "bool" -> pick("true", "false", "\"true\"", "\"false\"");
            case "list", "set" ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(element))
                        .collect(Collectors.joining(", ", "[", "]"));
            case "map" ->
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> "k%d = %s".formatted(i, value(element)))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case "tuple" ->
                "[%s, %s]"
                        .formatted(
                                value(type.parts().get("0")), value(type.parts().get("1")));
            default -> {
                List<String> attributes = new ArrayList<>();
                type.parts().forEach((name, part) -> {
                    if (!name.startsWith("?") || random.nextBoolean()) {
                        attributes.add(name.replace("?", "") + " = " + value(part));
                    }
                });
                if (oneIn(4)) {
                    attributes.add("surplus = 1");
                }
                yield "{ " + String.join(", ", attributes) + " }";
            }
        };
    }
}
