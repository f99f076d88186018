package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.source.Excerpt;
import dev.plumbline.publish.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {
    @TempDir
    Path directory;

    private Excerpt of(String text, int line, int from, int to) throws IOException {
        Files.writeString(directory.resolve("main.tf"), text);
        return Excerpt.of(
                new SourceRange("main.tf", line, from, line, to),
                1,
                Sources.below(directory),
                Secrets.of(ScanResults.of(List.of(), List.of())));
    }

    @Test
    void tellsTheExactRangeFromWhatStandsAroundIt() throws IOException {
        assertThat(of("resource {\n\tacl = \"public\" # why\n}\n", 2, 8, 16).lines())
                .containsExactly(
                        new Excerpt.Line(1, false, "resource {", "", ""),
                        new Excerpt.Line(2, true, "    acl = ", "\"public\"", " # why"),
                        new Excerpt.Line(3, false, "}", "", ""));
    }

    @Test
    void hidesWhatIsAssignedToTheNameOfASecret() throws IOException {
        assertThat(of("password = \"hunter2\"\n", 1, 1, 21).lines())
                .containsExactly(new Excerpt.Line(1, true, "", "password = \"•••\"", ""));
    }

    @Test
    void cutsLongLinesAroundTheRange() throws IOException {
        Excerpt.Line line =
                of("a".repeat(500) + "X" + "b".repeat(500), 1, 501, 502).lines().get(0);
        assertThat(line.before()).startsWith("…a").hasSize(61);
        assertThat(line.marked()).isEqualTo("X");
        assertThat(line.after()).endsWith("b…");
    }

    @Test
    void isEmptyWhereTheFileIsGone() {
        assertThat(Excerpt.of(
                                SourceRange.startOf("gone.tf"),
                                1,
                                Sources.below(directory),
                                Secrets.of(ScanResults.of(List.of(), List.of())))
                        .lines())
                .isEmpty();
    }
}
