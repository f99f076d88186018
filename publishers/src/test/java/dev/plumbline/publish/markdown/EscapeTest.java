package dev.plumbline.publish.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapeTest {

    @Test
    void textHoldsNoMarkup() {
        assertThat(Escape.text("*a* [b](c) `d` | <script> & @team #1 _e_\n# f"))
                .isEqualTo("\\*a\\* \\[b\\](c) \\`d\\` \\| &lt;script&gt; &amp; &#64;&#8203;team \\#1 \\_e\\_ \\# f");
    }

    @Test
    void codeIsHeldByFencesLongerThanItsOwn() {
        assertThat(Escape.code("a[\"b\"]")).isEqualTo("`a[\"b\"]`");
        assertThat(Escape.code("a`b``c")).isEqualTo("``` a`b``c ```");
        assertThat(Escape.code("a|b")).isEqualTo("`a\\|b`");
    }
}
