package dev.plumbline.rules.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A recommendation of Defender for Cloud, a line of {@code docs/rules/defender-recommendations.tsv}.
 *
 * @param cloud {@code aws} or {@code azure}
 * @param area the part of Defender's reference it stands in
 * @param coverage {@code rule ID…}, {@code open}, or {@code no REASON}
 */
public record DefenderRecommendation(String cloud, String area, String severity, String title, String coverage) {
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
        if (cells.length != 5) {
            throw new IllegalStateException("a line has five cells, not " + cells.length + ": " + line);
        }
        return new DefenderRecommendation(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }
}
