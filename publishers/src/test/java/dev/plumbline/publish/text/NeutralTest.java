package dev.plumbline.publish.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeutralTest {

    @Test
    void leavesPlainTextAlone() {
        String text = "größe = 公開 \uD83D\uDE00 ~";
        assertThat(Neutral.line(text)).isSameAs(text);
    }

    @Test
    void showsControlCharactersAsPictures() {
        assertThat(Neutral.line("\u001B]0;x\u0007\u007F")).isEqualTo("\u241B]0;x\u2407\u2421");
    }

    @Test
    void joinsLines() {
        assertThat(Neutral.line("a\r\nb\tc")).isEqualTo("a  b c");
    }

    @Test
    void replacesWhatHidesOrTurnsText() {
        assertThat(Neutral.line("\u202E\u2066\u200B\u2028\uDC00\u0085")).isEqualTo("\uFFFD".repeat(6));
    }
}
