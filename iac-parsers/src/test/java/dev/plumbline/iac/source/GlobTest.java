package dev.plumbline.iac.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "main.tf main.tf true",
                "main.tf net/main.tf false",
                "*.tf main.tf true",
                "*.tf net/main.tf false",
                "**/*.tf net/main.tf true",
                "**/*.tf main.tf true",
                "**.tf net/main.tf true",
                "net/** net/a/b.tf true",
                "net/** net false",
                "net/**/main.tf net/main.tf true",
                "net/**/main.tf net/a/b/main.tf true",
                "net/**/main.tf network/main.tf false",
                "ma?n.tf main.tf true",
                "a?b a/b false",
                "[mn]ain.tf nain.tf true",
                "[!mn]ain.tf main.tf false",
                "[!m]ain.tf rain.tf true",
                "a[!b]c a/c false",
                "[a-c]x bx true",
                "{net,app}/*.tf app/main.tf true",
                "{net,app}/*.tf db/main.tf false",
                "a,b a,b true",
                "a}b a}b true",
                "\\*.tf *.tf true",
                "\\*.tf x.tf false",
                "a.b axb false",
                "a+b a+b true",
            })
    void matchesPaths(String glob, String path, boolean matches) {
        assertThat(Glob.of(glob).matches(path)).isEqualTo(matches);
    }

    /** What we add is that a leading or inner {@code **&#47;} stands for no directory, too. */
    @ParameterizedTest
    @ValueSource(strings = {"*.tf", "a/*", "a/**", "?[ab]*", "{a,b}/c.tf", "[!a]/c.tf", "a/b/c.tf", "**.tf", "*"})
    void isTheSyntaxOfTheJdk(String glob) {
        for (String path : new String[] {"a", "a/b", "a/b/c.tf", "c.tf", "b/c.tf", "xa.tf", "a.tf", "ba/x"}) {
            assertThat(Glob.of(glob).matches(path))
                    .as(path)
                    .isEqualTo(FileSystems.getDefault()
                            .getPathMatcher("glob:" + glob)
                            .matches(Path.of(path)));
        }
    }

    @Test
    void coversWhatIsInADirectory() {
        assertThat(Glob.of("infra/legacy").covers("infra/legacy/a/main.tf")).isTrue();
        assertThat(Glob.of("infra/legacy").covers("infra/legacy")).isTrue();
        assertThat(Glob.of("infra/legacy").covers("infra/legacy2/main.tf")).isFalse();
        assertThat(Glob.of("**/test").covers("a/test/main.tf")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "{a,b", "a\\", "[z-a]", "[]"})
    void refusesWhatIsMalformed(String glob) {
        assertThatThrownBy(() -> Glob.of(glob))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(glob);
    }

    @Test
    void isBounded() {
        assertThatThrownBy(() -> Glob.of("a".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
        String stars = "*a".repeat(500);
        assertThat(Glob.of(stars).matches("a".repeat(4_000) + "b")).isFalse();
    }
}
