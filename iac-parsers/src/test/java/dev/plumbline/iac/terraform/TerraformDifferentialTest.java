package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table's expectations are what the {@code terraform} binary says, where there is one. */
class TerraformDifferentialTest {
    private static final Pattern FAULTY_OUTPUT = Pattern.compile("in output \"e(\\d+)\"");
    private static final Pattern FAULTY_LINE = Pattern.compile("main\\.tf line (\\d+)");

    @TempDir
    Path directory;

    @Test
    void tableIsWhatTerraformSays() throws Exception {
        assumeTrue(terraformIsThere(), "needs terraform");
        List<ExpressionTable> table = ExpressionTable.read();
        Map<Integer, String> expressions = new LinkedHashMap<>();
        for (int i = 0; i < table.size(); i++) {
            expressions.put(i, table.get(i).expression());
        }
        // An error that try does not catch stops Terraform: leave such expressions out until a plan succeeds.
        String problems = plan(expressions);
        while (!problems.isEmpty()) {
            List<Integer> written = List.copyOf(expressions.keySet());
            TreeSet<Integer> faulty = new TreeSet<>();
            numbers(FAULTY_OUTPUT, problems).forEach(faulty::add);
            numbers(FAULTY_LINE, problems).forEach(line -> faulty.add(written.get(line - 1)));
            assertThat(faulty).as(problems).isNotEmpty();
            faulty.forEach(expressions::remove);
            problems = plan(expressions);
        }
        ObjectValue outputs = outputs();
        for (int i = 0; i < table.size(); i++) {
            ExpressionTable row = table.get(i);
            String said = expressions.containsKey(i)
                    ? ((StringValue) ((ObjectValue) outputs.get("e" + i)).get("value")).value()
                    : "error";
            assertThat(row.expected()).as(row.expression()).isEqualTo(said);
        }
    }

    private static boolean terraformIsThere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "terraform")));
    }

    private String plan(Map<Integer, String> expressions) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        expressions.forEach((number, expression) -> text.append(
                "output \"e%d\" { value = try(jsonencode(%s), \"error\") }\n".formatted(number, expression)));
        Files.writeString(directory.resolve("main.tf"), text);
        return run("plan", "-no-color", "-out=plan");
    }

    private ObjectValue outputs() throws IOException, InterruptedException {
        run("show", "-json", "plan");
        String json = Files.readString(directory.resolve("out"));
        ObjectValue plan = (ObjectValue) TerraformJson.decode(json, Origin.at(SourceRange.startOf("plan")));
        return (ObjectValue) ((ObjectValue) plan.get("planned_values")).get("outputs");
    }

    /** What Terraform complains of; empty where it succeeds. */
    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        Path errors = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(errors.toFile())
                .start();
        return process.waitFor() == 0 ? "" : Files.readString(errors);
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            numbers.add(Integer.parseInt(matcher.group(1)));
        }
        return numbers;
    }
}
