package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobsTest {

    @ParameterizedTest
    @ValueSource(strings = {"infra", "a/b c", "mod[1]/x", "{a,b}", "50%-!", "größe"})
    void matchesThePathAndNothingElse(String path) {
        PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + Globs.exactly(Path.of(path)));

        assertThat(glob.matches(Path.of(path))).isTrue();
        assertThat(glob.matches(Path.of(path + "x"))).isFalse();
        assertThat(glob.matches(Path.of(path).resolve("below"))).isFalse();
    }
}
