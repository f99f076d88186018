package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedLinesTest {
    @TempDir
    private Path directory;

    private Clone clone;

    @BeforeEach
    void aRepository() {
        clone = Clone.init(directory)
                .write("infra/a.tf", "one\ntwo\nthree\nfour\nfive\n")
                .commit("first");
    }

    @AfterEach
    void close() {
        clone.close();
    }

    /** Whether each line of the file is one that was changed. */
    private String changed(String file, int lines) throws IOException {
        try (GitBase base = GitBase.of(directory, "HEAD")) {
            ChangedLines changed = ChangedLines.between(base.open(clone.now()), clone.now());
            StringBuilder marks = new StringBuilder();
            for (int line = 1; line <= lines; line++) {
                marks.append(changed.within(file, line, line) ? '+' : '.');
            }
            return marks.toString();
        }
    }

    @Test
    void knowsAddedAndChangedLines() throws IOException {
        clone.write("infra/a.tf", "one\n2\nthree\nfour\nfour and a half\nfive\n");
        assertThat(changed("infra/a.tf", 6)).isEqualTo(".+..+.");
    }

    @Test
    void endsOfLinesDoNotMatter() throws IOException {
        clone.write("infra/a.tf", "one\r\ntwo\r\nthree\r\n4\r\nfive\r\n");
        assertThat(changed("infra/a.tf", 5)).isEqualTo("...+.");
    }

    @Test
    void whatWasDeletedLiesBetweenLines() throws IOException {
        clone.write("infra/a.tf", "one\ntwo\nfour\nfive\n");
        assertThat(changed("infra/a.tf", 4)).isEqualTo("....");
        try (GitBase base = GitBase.of(directory, "HEAD")) {
            ChangedLines changed = ChangedLines.between(base.open(clone.now()), clone.now());
            assertThat(changed.within("infra/a.tf", 2, 3)).isTrue();
            assertThat(changed.within("infra/a.tf", 1, 4)).isTrue();
            assertThat(changed.within("infra/a.tf", 1, 2)).isFalse();
            assertThat(changed.within("infra/a.tf", 3, 4)).isFalse();
        }
    }

    @Test
    void allOfANewFileIsNew() throws IOException {
        clone.write("infra/b.tf", "one\ntwo\n");
        assertThat(changed("infra/b.tf", 2)).isEqualTo("++");
    }

    @Test
    void nothingOfAnUntouchedFileIs() throws IOException {
        clone.write("infra/b.tf", "one\n");
        assertThat(changed("infra/a.tf", 5)).isEqualTo(".....");
    }

    /** Every line a hundred times: what cannot be matched in linear time is a replacement. */
    @Test
    void repetitionIsBounded() throws IOException {
        clone.write("infra/a.tf", "a\nb\n".repeat(50_000)).commit("many");
        clone.write("infra/a.tf", "b\na\n".repeat(50_000) + "c\n");
        assertThat(changed("infra/a.tf", 1)).isNotEmpty();
    }
}
