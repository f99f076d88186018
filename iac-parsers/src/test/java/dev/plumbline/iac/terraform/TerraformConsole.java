package dev.plumbline.iac.terraform;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the {@code terraform} binary makes of expressions, in the words of {@link ExpressionTable}: all of them are
 * evaluated in one plan of a single output.
 */
final class TerraformConsole {
    private static final Pattern FAULTY_LINE = Pattern.compile("main\\.tf line (\\d+)");

    private final Path directory;

    TerraformConsole(Path directory) {
        this.directory = directory;
    }

    static boolean isThere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "terraform")));
    }

    /**
     * Evaluates them all. An expression whose error {@code try} does not catch stops Terraform, and one that is unknown
     * keeps it from telling types: they are left out, and the others are planned again.
     */
    List<String> evaluate(List<String> expressions) throws IOException, InterruptedException {
        String[] answers = new String[expressions.size()];
        TreeSet<Integer> open = new TreeSet<>();
        for (int i = 0; i < expressions.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            String problems = plan(expressions, open);
            if (!problems.isEmpty()) {
                List<Integer> faulty = faulty(problems, expressions, open);
                if (faulty.isEmpty()) {
                    throw new AssertionError(problems);
                }
                faulty.forEach(i -> answers[i] = "error");
                faulty.forEach(open::remove);
                continue;
            }
            String json = run("show", "-json", "plan");
            ObjectValue plan = (ObjectValue) TerraformJson.decode(json, Origin.at(SourceRange.startOf("plan")));
            ObjectValue known = (ObjectValue) at(plan, "output_changes", "all", "after");
            List<Integer> unknown =
                    open.stream().filter(i -> isUnknown(known.get("e" + i))).toList();
            if (unknown.isEmpty()) {
                ObjectValue output = (ObjectValue) at(plan, "planned_values", "outputs", "all");
                open.forEach(i -> answers[i] = answer(output, "e" + i));
                open.clear();
            }
            unknown.forEach(i -> answers[i] = "unknown");
            unknown.forEach(open::remove);
        }
        return List.of(answers);
    }

    private static boolean isUnknown(Value value) {
        return value == null || value instanceof ObjectValue object && object.get("j") == null;
    }

    private static String answer(ObjectValue output, String name) {
        Value value = at(output, "value", name);
        if (value instanceof StringValue error) {
            return error.value();
        }
        ObjectValue type =
                (ObjectValue) ((ListValue) at(output, "type")).elements().get(1);
        ListValue wrapper = (ListValue) type.get(name);
        return text(at((ObjectValue) wrapper.elements().get(1), "v")) + "  "
                + ((StringValue) at((ObjectValue) value, "j")).value();
    }

    private static Value at(ObjectValue object, String... path) {
        Value value = object;
        for (String step : path) {
            value = value == null ? null : ((ObjectValue) value).get(step);
        }
        return value;
    }

    private static String text(Value type) {
        if (type instanceof StringValue simple) {
            return simple.value();
        }
        List<Value> parts = ((ListValue) type).elements();
        String kind = ((StringValue) parts.get(0)).value();
        if (parts.get(1) instanceof ObjectValue attributes) {
            return new TreeMap<>(attributes.members())
                    .entrySet().stream()
                            .map(attribute -> attribute.getKey() + "="
                                    + text(attribute.getValue().value()))
                            .collect(Collectors.joining(",", kind + "({", "})"));
        } else if (kind.equals("tuple")) {
            return ((ListValue) parts.get(1))
                    .elements().stream().map(TerraformConsole::text).collect(Collectors.joining(",", "tuple([", "])"));
        }
        return kind + "(" + text(parts.get(1)) + ")";
    }

    private String plan(List<String> expressions, TreeSet<Integer> included) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("output \"all\" {\n  sensitive = true\n  value = {\n");
        for (int i : included) {
            String expression = expressions.get(i).endsWith("\n") ? "(" + expressions.get(i) + ")" : expressions.get(i);
            text.append(
                    "    e%d = try({ v = %s, j = jsonencode(%s) }, \"error\")\n".formatted(i, expression, expression));
        }
        Files.writeString(directory.resolve("main.tf"), text.append("  }\n}\n"));
        try {
            run("plan", "-no-color", "-input=false", "-out=plan");
            return "";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    /** The expressions on the lines that Terraform complains of. */
    private static List<Integer> faulty(String problems, List<String> expressions, TreeSet<Integer> included) {
        TreeMap<Integer, Integer> byLine = new TreeMap<>();
        int line = 4;
        for (int i : included) {
            byLine.put(line, i);
            line += 1
                    + 2
                            * (int) expressions
                                    .get(i)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
        }
        List<Integer> faulty = new ArrayList<>();
        Matcher matcher = FAULTY_LINE.matcher(problems);
        while (matcher.find()) {
            Map.Entry<Integer, Integer> expression = byLine.floorEntry(Integer.parseInt(matcher.group(1)));
            if (expression != null) {
                faulty.add(expression.getValue());
            }
        }
        return faulty;
    }

    /** What Terraform prints; an exception with what it complains of where it does not succeed. */
    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        Path errors = directory.resolve("err");
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(errors));
        }
        return Files.readString(out);
    }
}
