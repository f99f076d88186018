package io.jenkins.plugins.plumbline.view;

import dev.plumbline.publish.text.Neutral;

/** Text for pages. Jelly escapes markup; characters that would mislead a reader are replaced here. */
final class Shown {
    private Shown() {}

    static String text(String text) {
        return text == null ? "" : Neutral.line(text);
    }

    /** {@code "1 finding"}, {@code "2 findings"}. */
    static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
