package dev.plumbline.iac;

import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceTree;
import java.util.List;

/** Reads and evaluates one language. */
public interface FrontEnd {

    /** Says how far a reader has come; a file or directory a call. Called from any thread. */
    @FunctionalInterface
    interface Progress {
        void reading(String path);

        Progress NONE = path -> {};
    }

    /**
     * Everything of this language in the tree. Never throws for what the files hold: a file that cannot be read becomes
     * a unit, or a part of one, with an error diagnostic.
     *
     * @param memory of this tree, and of what was made of an earlier one with the same inputs
     * @return units in the order of their paths; one that was made of an earlier tree and would be equal is the same object
     */
    List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress, Memory memory);

    /** Everything of this language in a tree that is read once. */
    default List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress) {
        return read(tree, inputs, progress, Memory.none());
    }
}
