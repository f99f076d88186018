package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.functions.Function;
import dev.plumbline.iac.terraform.functions.FunctionTable;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The function table, the page about it and Terraform's own list agree. */
class FunctionTableTest {
    /** What the evaluator handles itself, for it does not evaluate all arguments. */
    private static final Set<String> LAZY = Set.of("can", "try");

    private static final Pattern PAGE_NAME = Pattern.compile("`([a-z0-9]+)`");

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(FunctionTable.TERRAFORM.names());
        names.addAll(LAZY);
        return names;
    }

    @Test
    void thePageNamesEveryFunctionWithItsStatus() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "terraform.md"));
        String section = page.substring(page.indexOf("## Functions"), page.indexOf("## Bounds"));
        int split = section.indexOf("These give an unknown result");
        List<String> evaluated = new ArrayList<>();
        section.substring(0, split)
                .lines()
                .filter(line -> line.startsWith("| "))
                .forEach(line -> {
                    Matcher name = PAGE_NAME.matcher(line);
                    while (name.find()) {
                        evaluated.add(name.group(1));
                    }
                });
        Map<String, String> unknown = new TreeMap<>();
        section.substring(split).lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            String[] cells = line.split(" \\| ");
            unknown.put(cells[0].replaceAll("[| `]", ""), cells[1].replaceAll(" \\|$", ""));
        });

        Map<String, String> expected = new TreeMap<>();
        names().forEach(name -> FunctionTable.TERRAFORM.whyUnknown(name).ifPresent(why -> expected.put(name, why)));
        assertThat(unknown).isEqualTo(expected);
        assertThat(evaluated)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(names().stream()
                        .filter(name -> !expected.containsKey(name))
                        .toList());
    }

    @Test
    void theFunctionsAreTerraforms() throws Exception {
        assumeTrue(TerraformConsole.isThere(), "needs terraform");
        Process process = new ProcessBuilder("terraform", "metadata", "functions", "-json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String json = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        ObjectValue said = (ObjectValue) TerraformJson.decode(json, Origin.at(SourceRange.startOf("functions")));
        ObjectValue signatures = (ObjectValue) said.get("function_signatures");
        Set<String> theirs = new TreeSet<>(signatures.members().keySet());
        theirs.removeIf(name -> name.startsWith("core::"));

        assertThat(names()).isEqualTo(theirs);
        List<String> wrong = new ArrayList<>();
        for (String name : FunctionTable.TERRAFORM.names()) {
            ObjectValue signature = (ObjectValue) signatures.get(name);
            Function ours = FunctionTable.TERRAFORM.find(name).orElseThrow();
            int parameters = signature.get("parameters") instanceof ListValue list
                    ? list.elements().size()
                    : 0;
            boolean variadic = signature.get("variadic_parameter") != null;
            if (ours.parameters().size() != parameters || (ours.rest() != null) != variadic) {
                wrong.add("%s takes %d%s".formatted(name, parameters, variadic ? " or more" : ""));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
