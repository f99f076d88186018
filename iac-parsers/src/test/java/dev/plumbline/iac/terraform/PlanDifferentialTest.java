package dev.plumbline.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole configurations have the instances and values that {@code terraform plan} gives them, where it is there. */
class PlanDifferentialTest {
    private static final int GENERATED = 80;

    /** Unknown until applied, each of another type. */
    private static final String UNKNOWN_VALUES = """
            resource "terraform_data" "unknown" { input = "known" }
            locals {
              s   = terraform_data.unknown.id
              any = jsondecode(local.s)
              n   = tonumber(local.s)
              b   = tobool(local.s)
              l   = split(",", local.s)
              lb  = tolist([for x in local.l : tobool(x)])
              m   = tomap(zipmap(local.l, local.l))
              set = toset(local.l)
              o   = { a = local.s, b = "known", c = null }
              ml  = { for k, v in local.m : k => split(",", v) }
              lo  = [for x in local.l : { a = x }]
              t   = "hi $${a}"
            }
            """;

    @TempDir
    Path directory;

    @BeforeAll
    static void terraform() {
        assumeTrue(TerraformBinary.isThere(), "needs terraform");
    }

    private static List<FileArchive> archives(boolean root) throws IOException, URISyntaxException {
        Path directory =
                Path.of(PlanDifferentialTest.class.getResource("configurations").toURI());
        List<FileArchive> archives = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                FileArchive archive = FileArchive.read(file);
                if (archive.root() == root) {
                    archives.add(archive);
                }
            }
        }
        return archives;
    }

    /** One plan for all of them: each is a module of one root. */
    @Test
    void modulesAreWhatIsPlanned() throws Exception {
        StringBuilder main = new StringBuilder();
        for (FileArchive archive : archives(false)) {
            archive.writeTo(directory.resolve(archive.name()));
            main.append("module \"%1$s\" {\n  source = \"./%1$s\"\n}\n".formatted(archive.name()));
        }
        Files.writeString(directory.resolve("main.tf"), main);

        assertAgreement(directory, List.of());
    }

    @Test
    void rootModulesAreWhatIsPlanned() throws Exception {
        for (FileArchive archive : archives(true)) {
            Path root = directory.resolve(archive.name());
            archive.writeTo(root);
            assertAgreement(root, archive.options());
        }
    }

    @Test
    void generatedConfigurationsAreWhatIsPlanned() throws Exception {
        GeneratedConfigurations.write(directory, GENERATED);

        assertAgreement(directory, List.of());
    }

    /**
     * Functions, operators, loops and splats of what is not known before it is applied. A plus stands before those of
     * which we know more.
     */
    @Test
    void expressionsOfUnknownValuesAreKnownAsFarAsPlanned() throws Exception {
        StringBuilder main = new StringBuilder(UNKNOWN_VALUES);
        Set<String> knownToUs = new TreeSet<>();
        int number = 0;
        for (String line : unknownArguments()) {
            String name = "e%03d".formatted(++number);
            if (line.startsWith("+ ")) {
                knownToUs.add("terraform_data.%s.input".formatted(name));
            }
            main.append("resource \"terraform_data\" \"%s\" {\n  input = %s\n}\n"
                    .formatted(name, line.replaceFirst("^\\+ ", "")));
        }
        Files.writeString(directory.resolve("main.tf"), main);

        assertAgreement(directory, List.of(), knownToUs);
    }

    private static List<String> unknownArguments() throws IOException, URISyntaxException {
        return Files.readAllLines(Path.of(
                PlanDifferentialTest.class.getResource("unknown-arguments.txt").toURI()));
    }

    private static void assertAgreement(Path root, List<String> options) throws Exception {
        assertAgreement(root, options, Set.of());
    }

    /** @param knownToUs what is unknown to Terraform and not to us */
    private static void assertAgreement(Path root, List<String> options, Set<String> knownToUs) throws Exception {
        TerraformBinary terraform = new TerraformBinary(root);
        terraform.init();
        Map<String, String> planned = PlannedInstances.ofPlan(terraform.plan(options));
        List<ScanUnit> units =
                new TerraformFrontEnd().read(SourceTree.open(root), inputs(root, options), Progress.NONE);

        assertThat(units).hasSize(1);
        Map<String, String> evaluated =
                PlannedInstances.ofGraph(units.get(0).worlds().get(0).graph());
        for (String known : knownToUs) {
            assertThat(planned).as(known).containsEntry(known, "?");
            assertThat(evaluated.get(known)).as(known).isNotEqualTo("?");
            planned.put(known, evaluated.get(known));
        }
        assertThat(disagreements(planned, evaluated)).isEmpty();
        assertThat(units.get(0).diagnostics())
                .as("what Terraform accepts is no problem")
                .isEmpty();
    }

    private static List<String> disagreements(Map<String, String> planned, Map<String, String> evaluated) {
        Set<String> all = new TreeSet<>(planned.keySet());
        all.addAll(evaluated.keySet());
        return all.stream()
                .filter(key -> !Objects.equals(planned.get(key), evaluated.get(key)))
                .map(key -> "%s%n  planned   %s%n  evaluated %s".formatted(key, planned.get(key), evaluated.get(key)))
                .toList();
    }

    private static Inputs inputs(Path root, List<String> options) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        for (String option : options) {
            String[] parts = option.split("=", 3);
            if (parts[0].equals("-var")) {
                variables.put(parts[1], parts[2]);
            } else {
                files.add(root.resolve(parts[1]));
            }
        }
        return new Inputs(variables, files, List.of(), Map.of(), "default");
    }
}
