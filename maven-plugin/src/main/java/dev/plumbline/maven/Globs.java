package dev.plumbline.maven;

import java.nio.file.Path;

/** Globs as {@link dev.plumbline.rules.ScanRequest#excludes()} has them. */
final class Globs {
    private static final String SPECIAL = "\\*?[]{}";

    private Globs() {}

    /** A glob that matches this one path and no other. */
    static String exactly(Path relative) {
        String path = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
        StringBuilder glob = new StringBuilder();
        path.chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                glob.append('\\');
            }
            glob.append((char) c);
        });
        return glob.toString();
    }
}
