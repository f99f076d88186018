package dev.plumbline.rules;

import dev.plumbline.iac.FrontEnd;
import java.util.List;

/** Scans a tree of files: the one way in for every host. */
public final class Scanner {
    /** A reader for each language, in the order of their names. */
    public static final List<FrontEnd> FRONT_ENDS = List.of();

    private Scanner() {}
}
