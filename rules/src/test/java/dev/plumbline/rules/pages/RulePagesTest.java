package dev.plumbline.rules.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.BenchmarkSources;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleSources;
import dev.plumbline.rules.compliance.Benchmarks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in {@code docs/rules} that are made of the rules; {@code -Dplumbline.updateGolden=true} writes them anew. */
class RulePagesTest {
    private static final Path DIRECTORY = Path.of("../docs/rules");

    private final List<Rule> rules = RuleSources.rules();
    private final Benchmarks benchmarks = BenchmarkSources.all();
    private final List<DefenderRecommendation> recommendations = DefenderRecommendation.read();

    @Test
    void pagesAreUpToDate() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("plumbline.updateGolden")) {
            write(pages);
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = DIRECTORY.resolve(page.getKey());
            assertThat(file).as("write it with -Dplumbline.updateGolden=true").exists();
            assertThat(Files.readString(file).replace("\r\n", "\n").equals(page.getValue()))
                    .as("docs/rules/%s is up to date; -Dplumbline.updateGolden=true writes it anew", page.getKey())
                    .isTrue();
        }
        assertThat(servicePages()).as("pages of services without rules").isSubsetOf(pages.keySet());
    }

    @Test
    void everyRecommendationIsClassified() {
        for (DefenderRecommendation each : recommendations) {
            boolean sound = each.coverage().equals("open")
                    || !each.named().isEmpty()
                    || DefenderPage.REASONS.containsKey(each.reason());
            assertThat(sound)
                    .as("coverage of '%s': %s", each.title(), each.coverage())
                    .isTrue();
            assertThat(rules.stream().map(Rule::id)).as(each.title()).containsAll(each.named());
            if (!each.reason().isEmpty()) {
                assertThat(each.rules(rules))
                        .as("'%s' is said not to be visible", each.title())
                        .isEmpty();
            }
        }
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", IndexPages.services(rules));
        pages.put("by-language.md", IndexPages.languages(rules));
        pages.put("by-benchmark.md", new BenchmarkPage(rules, benchmarks.covering(rules)).text());
        pages.put("defender.md", DefenderPage.of(recommendations, rules));
        rules.stream()
                .collect(Collectors.groupingBy(Markdown::file))
                .forEach((file, of) -> pages.put(file, ServicePage.of(of, benchmarks)));
        return pages;
    }

    private static void write(Map<String, String> pages) throws IOException {
        for (String stale : servicePages()) {
            if (!pages.containsKey(stale)) {
                Files.delete(DIRECTORY.resolve(stale));
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = DIRECTORY.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, page.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> servicePages() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String cloud : List.of("aws", "azure")) {
            Path directory = DIRECTORY.resolve(cloud);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    files.forEach(file -> pages.add(cloud + "/" + file.getFileName()));
                }
            }
        }
        return pages;
    }
}
