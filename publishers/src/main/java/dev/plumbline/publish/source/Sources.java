package dev.plumbline.publish.source;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text of the files that a report speaks of; the last is kept, since reports go by place. */
public final class Sources {
    private final SourceTree tree;
    private String path;
    private Optional<SourceFile> file = Optional.empty();
    private int number;
    private String line;

    private Sources(SourceTree tree) {
        this.tree = tree;
    }

    /** Files below a directory; none where it cannot be read. */
    public static Sources below(Path base) {
        try {
            return new Sources(SourceTree.open(base, List.of(), List.of()));
        } catch (IOException e) {
            return new Sources(null);
        }
    }

    /** A line without its break, counted from 1; empty where it cannot be read: the scan has told so. */
    public String line(String wanted, int wantedNumber) {
        if (tree == null) {
            return "";
        }
        if (!wanted.equals(path)) {
            path = wanted;
            file = tree.read(wanted, problem -> {});
            number = 0;
        }
        if (wantedNumber != number) {
            number = wantedNumber;
            line = file.map(text -> text.line(wantedNumber)).orElse("");
        }
        return line;
    }
}
