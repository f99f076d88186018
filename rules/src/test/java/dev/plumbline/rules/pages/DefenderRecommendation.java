package dev.plumbline.rules.pages;

import dev.plumbline.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A recommendation of Defender for Cloud, a line of {@code docs/rules/defender-recommendations.tsv}.
 *
 * @param cloud {@code aws} or {@code azure}
 * @param area the part of Defender's reference it stands in
 * @param policy the id of the Azure Policy definition behind it; empty where there is none
 * @param coverage as the head of the file explains it
 */
public record DefenderRecommendation(
        String cloud, String area, String severity, String title, String policy, String coverage) {
    private static final Path FILE = Path.of("../docs/rules/defender-recommendations.tsv");

    /** All of them, in the order of the file. */
    public static List<DefenderRecommendation> read() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("cloud\t"))
                    .map(DefenderRecommendation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DefenderRecommendation parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalStateException("a line has six cells, not " + cells.length + ": " + line);
        }
        return new DefenderRecommendation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    /** The ids of the rules that the line names. */
    public List<String> named() {
        return coverage.startsWith("rule ")
                ? List.of(coverage.substring("rule ".length()).split(" "))
                : List.of();
    }

    /** Why no template shows it; empty where one does. */
    public String reason() {
        return coverage.startsWith("no ") ? coverage.substring("no ".length()) : "";
    }

    /** The rules that say it: by their title, by the policy, or because the line names them. */
    public List<Rule> rules(List<Rule> all) {
        return all.stream()
                .filter(rule -> plain(rule.title()).equals(plain(title))
                        || (!policy.isEmpty() && rule.defender().equals(policy))
                        || named().contains(rule.id()))
                .toList();
    }

    /** A title without what does not tell recommendations apart. */
    private static String plain(String title) {
        String words = title.toLowerCase(Locale.ROOT)
                .replaceAll("[(\\[](preview|enable if required)[)\\]]", "")
                .replace("n't", " not")
                .replaceAll("[^a-z0-9]+", " ");
        return String.join(
                " ",
                Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList());
    }
}
