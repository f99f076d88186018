package dev.plumbline.it;

import dev.plumbline.iac.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns in grapheme clusters, as HashiCorp's parser counts them. */
final class Graphemes {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final SourceFile source;

    Graphemes(SourceFile source) {
        this.source = source;
    }

    /** @param column in UTF-16 code units, from 1 */
    int column(int line, int column) {
        String text = source.line(line);
        int clusters = 0;
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find() && matcher.start() < column - 1) {
            clusters++;
        }
        return clusters + 1 + Math.max(0, column - 1 - text.length());
    }
}
