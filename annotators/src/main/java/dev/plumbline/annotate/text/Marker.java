package dev.plumbline.annotate.text;

import java.util.List;
import java.util.Optional;

/**
 * What a comment carries, unseen, so that the next run knows it: an HTML comment in its last line.
 *
 * @param subject {@link #FINDING}, {@link #RESOLVED} or {@link #SUMMARY}
 * @param fingerprint of the finding; {@code -} for the summary
 */
public record Marker(String subject, String fingerprint, String version) {
    public static final String FINDING = "finding";
    public static final String RESOLVED = "resolved";
    public static final String SUMMARY = "summary";

    private static final String START = "<!-- plumbline:";
    private static final String END = " -->";

    /** The text with the marker below it. */
    public String below(String text) {
        return text + "\n\n" + START + subject + " " + fingerprint + " " + version + END;
    }

    /** The marker of a comment; empty where there is none. It proves nothing of who wrote the comment. */
    public static Optional<Marker> of(String comment) {
        String text = comment.stripTrailing();
        int start = text.lastIndexOf(START);
        if (start < 0 || !text.endsWith(END)) {
            return Optional.empty();
        }
        String[] words = text.substring(start + START.length(), text.length() - END.length())
                .split(" ", -1);
        return words.length == 3 && List.of(FINDING, RESOLVED, SUMMARY).contains(words[0])
                ? Optional.of(new Marker(words[0], words[1], words[2]))
                : Optional.empty();
    }
}
