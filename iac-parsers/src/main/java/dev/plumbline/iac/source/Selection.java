package dev.plumbline.iac.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which files below a base directory are scanned: those that the inputs lead to and nothing excludes. */
public final class Selection {
    /** Directories that hold copies, build results or metadata, never what a team wrote to deploy. */
    private static final Set<String> SKIPPED = Set.of(".git", ".hg", ".svn", ".terraform", "node_modules", "target");

    private static final Path BASE = Path.of("");

    private final List<Path> inputs;
    private final List<Glob> excludes;

    private Selection(List<Path> inputs, List<Glob> excludes) {
        this.inputs = List.copyOf(inputs);
        this.excludes = List.copyOf(excludes);
    }

    /**
     * @param base absolute and normalised
     * @throws IllegalArgumentException where an input lies outside of the base directory or a glob is malformed
     */
    static Selection of(Path base, List<Path> inputs, List<String> globs) {
        List<Path> relative = new ArrayList<>();
        for (Path input : inputs) {
            Path start = base.resolve(input).normalize();
            if (!start.startsWith(base)) {
                throw new IllegalArgumentException(input + " is outside of " + base);
            }
            relative.add(base.relativize(start));
        }
        return new Selection(relative, globs.stream().map(Glob::of).toList());
    }

    /** Relative to the base directory. */
    List<Path> inputs() {
        return inputs;
    }

    /**
     * Whether a file at this path is scanned, if there is one.
     *
     * @param path relative to the base directory, with {@code /} as separator
     */
    public boolean covers(String path) {
        Path file = Path.of(path);
        return inputs.stream().anyMatch(input -> leadsTo(input, file));
    }

    private boolean leadsTo(Path input, Path file) {
        if (!input.equals(BASE) && !file.startsWith(input)) {
            return false;
        }
        Path directory = file.getParent();
        while (directory != null && !directory.equals(input) && !input.startsWith(directory)) {
            if (skips(directory)) {
                return false;
            }
            directory = directory.getParent();
        }
        return !excludes(file);
    }

    /** Whether a directory that is met on the way is not looked into. */
    boolean skips(Path directory) {
        return SKIPPED.contains(directory.getFileName().toString()) || excludes(directory);
    }

    boolean excludes(Path path) {
        if (excludes.isEmpty()) {
            return false;
        }
        String name = path.toString().replace('\\', '/');
        return excludes.stream().anyMatch(glob -> glob.matches(name));
    }
}
