package dev.plumbline.publish.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class SourceLineTest {
    private static final Glyphs GLYPHS = Glyphs.of(StandardCharsets.UTF_8);

    @Test
    void expandsTabs() {
        SourceLine line = line("\ta\tb", 3, 40);
        assertThat(line.shown()).isEqualTo("    a   b");
        assertThat(line.column(1)).isEqualTo(4);
        assertThat(line.column(3)).isEqualTo(8);
        assertThat(line.column(4)).isEqualTo(9);
    }

    @Test
    void countsWideAndCombiningCharacters() {
        SourceLine line = line("名=\uD83D\uDE00e\u0301!", 2, 40);
        assertThat(line.column(1)).isEqualTo(2);
        assertThat(line.column(2)).isEqualTo(3);
        assertThat(line.column(4)).as("after the emoji, two UTF-16 units").isEqualTo(5);
        assertThat(line.column(6)).as("after e with an accent of its own").isEqualTo(6);
    }

    @Test
    void replacesWhatATerminalWouldObey() {
        SourceLine line = line("a\u001B[2Jb\u202Ec\u009Bd\uD800e", 0, 40);
        assertThat(line.shown()).isEqualTo("a\u241B[2Jb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(line.column(5)).isEqualTo(5);
    }

    @Test
    void cutsLongLinesAroundThePlace() {
        String text = "x".repeat(500) + "HERE" + "y".repeat(500);
        SourceLine line = line(text, 500, 40);
        assertThat(line.shown())
                .hasSizeLessThanOrEqualTo(40)
                .startsWith("…x")
                .endsWith("y…")
                .contains("xHEREy");
        int column = line.column(500);
        assertThat(line.shown().substring(column, column + 4)).isEqualTo("HERE");
    }

    @Test
    void leavesALineThatFitsAsItIs() {
        assertThat(line("x".repeat(38), 37, 40).shown()).isEqualTo("x".repeat(38));
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "\uD83D\uDE00".repeat(3000);
        for (int from = 2990; from < 3010; from++) {
            assertThat(line(text, from, 40)
                            .shown()
                            .codePoints()
                            .filter(c -> Character.getType(c) == Character.SURROGATE))
                    .isEmpty();
        }
    }

    @Test
    void masksWithoutTellingTheLength() {
        BitSet masked = new BitSet();
        masked.set(5, 30);
        SourceLine line = new SourceLine("pw = " + "s".repeat(25) + " # x", 0, masked, 0, 80, GLYPHS);
        assertThat(line.shown()).isEqualTo("pw = •••••••• # x");
        assertThat(line.column(30)).isEqualTo(13);
    }

    @Test
    void hasAColumnForAnyIndex() {
        for (int index : new int[] {-5, 0, 3, 4, 1000}) {
            assertThat(line("abc", index, 40).column(index)).isBetween(0, 3);
        }
        assertThat(line("", 0, 40).column(0)).isZero();
    }

    private static SourceLine line(String text, int from, int room) {
        int low = SourceLine.windowStart(text, from);
        String window = text.substring(low, SourceLine.windowEnd(text, from));
        return new SourceLine(window, low, new BitSet(), from, room, GLYPHS);
    }
}
