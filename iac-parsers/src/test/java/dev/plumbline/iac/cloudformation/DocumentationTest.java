package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.cloudformation.eval.IntrinsicFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/cloudformation.md} says what the code does. */
class DocumentationTest {
    private static final Pattern ROW = Pattern.compile("\\| `((?:Fn::\\w+)|Ref|Condition)` \\| (\\w+) \\|.*");

    @Test
    void thePageHasTheTableOfFunctions() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/cloudformation.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(IntrinsicFunction.values())
                        .map(function -> function.functionName() + " "
                                + function.status().name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void thePageHasTheCodesOfDiagnostics() throws IOException {
        String page = Files.readString(Path.of("../docs/cloudformation.md"));
        Path sources = Path.of("src/main/java/dev/plumbline/iac/cloudformation");
        try (var files = Files.walk(sources)) {
            List<String> codes = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("sam"))
                    .flatMap(file -> codes(file).stream())
                    .distinct()
                    .toList();
            assertThat(codes).hasSizeGreaterThan(10).allSatisfy(code -> assertThat(page)
                    .contains("`" + code + "`"));
        }
    }

    private static List<String> codes(Path file) {
        try {
            return Pattern.compile("\"(cfn-[a-z-]+)\"")
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(code -> !code.equals("cfn-expression") && !code.equals("cfn-lint")) // no codes of templates
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
