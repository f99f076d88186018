package dev.plumbline.iac.source;

import java.util.HashSet;
import java.util.Set;

/** What was looked at in a tree to make something: whatever is the same there makes the same again. */
final class Footprint {
    private final Set<String> paths = new HashSet<>();
    private final Set<String> directories = new HashSet<>();
    private boolean files;

    /** What is at a path was asked or read, whether there is anything or not. */
    void path(String path) {
        paths.add(path);
    }

    /** The names in a directory were asked for. */
    void directory(String directory) {
        directories.add(directory);
    }

    /** The list of all files was asked for. */
    void files() {
        files = true;
    }

    void add(Footprint other) {
        paths.addAll(other.paths);
        directories.addAll(other.directories);
        files |= other.files;
    }

    boolean isSame(Differences differences) {
        return (!files || differences.sameFiles())
                && paths.stream().allMatch(differences::same)
                && directories.stream().allMatch(differences::sameNames);
    }
}
