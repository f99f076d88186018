package dev.plumbline.rules.comparison;

import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;

/** An earlier state of the files of a scan, such as a commit: it is scanned too, and the findings are compared. */
public interface Base {
    /** What to call it in a sentence: {@code "main (4f1c9a2)"}. */
    String name();

    /**
     * The files of that state, found as those of the scan are.
     *
     * @param now the files of the scan
     * @throws IOException where they cannot be read; the message says why and what to do
     */
    SourceTree open(SourceTree now) throws IOException;
}
