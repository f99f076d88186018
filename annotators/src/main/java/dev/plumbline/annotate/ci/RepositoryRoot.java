package dev.plumbline.annotate.ci;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a directory lies in its repository: platforms name files from the root, reports from where a scan ran. */
public final class RepositoryRoot {
    private RepositoryRoot() {}

    /** The path from the repository's root to a directory, with {@code /} as separator; empty for the root, or without one. */
    public static String prefix(Path directory) {
        Path start = directory.toAbsolutePath().normalize();
        for (Path path = start; path != null; path = path.getParent()) {
            // In a worktree and in a submodule it is a file.
            if (Files.exists(path.resolve(".git"))) {
                return path.relativize(start).toString().replace('\\', '/');
            }
        }
        return "";
    }
}
