package dev.plumbline.rules.configuration;

import dev.plumbline.iac.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the paths of a configuration file lead. Those of a file in the scanned tree come from whoever wrote that tree:
 * they stay inside of it, through symbolic links too.
 *
 * @param base the scan's base directory, absolute and normalised
 * @param directory what relative paths start from, or null where there is no directory to start from
 * @param confined whether paths have to lead into {@code base}
 */
record Locations(Path base, Path directory, boolean confined) {

    /** Tells what is wrong with a path. */
    interface Problem {
        void tell(SourceRange at, String summary, String detail);
    }

    /** What a path leads to, if it is there and as it should be; a problem where it is not. */
    Optional<Path> existing(String text, SourceRange at, Predicate<Path> kind, String what, Problem problem) {
        Optional<Path> path = resolve(text, at, problem);
        if (path.isEmpty()) {
            return path;
        }
        if (!kind.test(path.get())) {
            problem.tell(at, "There is no %s %s".formatted(what, text), "");
            return Optional.empty();
        }
        try {
            if (confined && !path.get().toRealPath().startsWith(base.toRealPath())) {
                problem.tell(at, "%s leads out of the scanned tree".formatted(text), "");
                return Optional.empty();
            }
        } catch (IOException e) {
            problem.tell(
                    at, "%s cannot be looked at".formatted(text), e.getClass().getSimpleName());
            return Optional.empty();
        }
        return path;
    }

    /**
     * Where a report is to be written. Files in the scanned tree may not have it written into hidden directories, where
     * tools look for what to run, nor over what is there as a link.
     */
    Optional<Path> output(String text, SourceRange at, Problem problem) {
        Optional<Path> path = resolve(text, at, problem);
        if (path.isEmpty() || !confined) {
            return path;
        }
        for (Path name : base.relativize(path.get())) {
            if (name.toString().startsWith(".")) {
                problem.tell(
                        at,
                        "No report is written to %s".formatted(text),
                        "Hidden files and directories are left alone.");
                return Optional.empty();
            }
        }
        try {
            Path there = path.get();
            while (!Files.exists(there, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                there = there.getParent();
            }
            if (!there.toRealPath().startsWith(base.toRealPath()) || Files.isSymbolicLink(path.get())) {
                problem.tell(at, "%s leads out of the scanned tree".formatted(text), "");
                return Optional.empty();
            }
        } catch (IOException e) {
            problem.tell(
                    at, "%s cannot be looked at".formatted(text), e.getClass().getSimpleName());
            return Optional.empty();
        }
        return path;
    }

    private Optional<Path> resolve(String text, SourceRange at, Problem problem) {
        if (directory == null) {
            problem.tell(at, "A policy of the class path has no files beside it", "Leave %s out.".formatted(text));
            return Optional.empty();
        }
        try {
            Path path = directory.resolve(text).normalize();
            if (confined && (Path.of(text).isAbsolute() || !path.startsWith(base))) {
                problem.tell(at, "%s leads out of the scanned tree".formatted(text), "");
                return Optional.empty();
            }
            return Optional.of(path);
        } catch (InvalidPathException e) {
            problem.tell(at, "'%s' is not a path".formatted(text), "");
            return Optional.empty();
        }
    }
}
