package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseDirectoryTest {

    @TempDir
    private Path root;

    @Test
    void isTheWorkingDirectoryWhereAllLiesInIt() {
        assertThat(BaseDirectory.of(root, List.of(root, root.resolve("a/b")))).isEqualTo(root);
    }

    @Test
    void isOtherwiseTheDirectoryThatHoldsAll() throws IOException {
        Path work = Files.createDirectories(root.resolve("work"));
        Path one = Files.createDirectories(root.resolve("infra/one"));
        Path two = Files.createFile(root.resolve("infra/two.json"));
        assertThat(BaseDirectory.of(work, List.of(one))).isEqualTo(one);
        assertThat(BaseDirectory.of(work, List.of(two))).isEqualTo(root.resolve("infra"));
        assertThat(BaseDirectory.of(work, List.of(one, two))).isEqualTo(root.resolve("infra"));
        assertThat(BaseDirectory.of(work, List.of(work, two))).isEqualTo(root);
    }
}
