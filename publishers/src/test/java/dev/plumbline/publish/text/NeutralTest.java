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

    @Test
    void aLineOfALogIsNoCommand() {
        assertThat(Neutral.inert("  12 | # ##vso[task.complete result=Succeeded;]"))
                .isEqualTo("  12 | # #\uFFFDvso[task.complete result=Succeeded;]");
        assertThat(Neutral.inert("a ##[add-mask]b")).isEqualTo("a #\uFFFD[add-mask]b");
        assertThat(Neutral.inert("###[group]")).isEqualTo("##\uFFFD[group]");
        assertThat(Neutral.inert("  ::stop-commands::x")).isEqualTo("  \uFFFD:stop-commands::x");
        assertThat(Neutral.inert("aws::s3 ## [x]")).isEqualTo("aws::s3 ## [x]");
    }
}
