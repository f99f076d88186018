package dev.plumbline.iac.source;

import dev.plumbline.iac.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The files in a directory of the file system. */
final class DirectoryTree extends SourceTree {
    private final Path base;
    private final Path realBase;
    private final Selection selection;
    private final List<String> files;
    private final List<Diagnostic> diagnostics;

    private DirectoryTree(
            Path base, Path realBase, Selection selection, Collection<String> files, List<Diagnostic> diagnostics) {
        this.base = base;
        this.realBase = realBase;
        this.selection = selection;
        this.files = List.copyOf(files);
        this.diagnostics = List.copyOf(diagnostics);
    }

    static SourceTree find(Path base, List<Path> inputs, List<String> excludes) throws IOException {
        Path absolute = base.toAbsolutePath().normalize();
        Path real = absolute.toRealPath();
        Selection selection = Selection.of(absolute, inputs, excludes);
        Finder finder = new Finder(absolute, selection);
        for (Path input : selection.inputs()) {
            finder.input = absolute.resolve(input).normalize();
            Files.walkFileTree(finder.input.toRealPath(LinkOption.NOFOLLOW_LINKS), finder);
        }
        return new DirectoryTree(absolute, real, selection, finder.found, finder.diagnostics);
    }

    @Override
    public Path base() {
        return base;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public List<String> files() {
        return files;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public Optional<byte[]> readBytes(String path, Consumer<Diagnostic> problems) {
        try {
            Optional<Path> inside = resolve(path);
            if (inside.isEmpty()) {
                problems.accept(outside(path));
                return Optional.empty();
            }
            long size = Files.size(inside.get());
            if (size > MAX_FILE_BYTES) {
                problems.accept(tooLarge(path, size));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(inside.get()));
        } catch (IOException | InvalidPathException e) {
            problems.accept(unreadable(path, "File cannot be read", e.getClass().getSimpleName() + ": " + path));
            return Optional.empty();
        }
    }

    @Override
    public String head(String path, int bytes) {
        try {
            Optional<Path> inside = resolve(path);
            if (inside.isEmpty()) {
                return "";
            }
            try (InputStream content = Files.newInputStream(inside.get())) {
                return new String(content.readNBytes(bytes), StandardCharsets.UTF_8);
            }
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    @Override
    public boolean isFile(String path) {
        return exists(path, Files::isRegularFile);
    }

    @Override
    public boolean isDirectory(String path) {
        return exists(path, Files::isDirectory);
    }

    @Override
    public List<String> list(String directory) {
        try {
            Optional<Path> inside = resolve(directory);
            if (inside.isEmpty() || !Files.isDirectory(inside.get())) {
                return List.of();
            }
            try (var entries = Files.list(inside.get())) {
                return entries.filter(Files::isRegularFile)
                        .map(entry -> entry.getFileName().toString())
                        .sorted()
                        .toList();
            }
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    private interface Test {
        boolean holds(Path path);
    }

    private boolean exists(String path, Test test) {
        try {
            return resolve(path).filter(test::holds).isPresent();
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** The real path, or empty where it is outside of the base directory. */
    private Optional<Path> resolve(String path) throws IOException {
        Path wanted = base.resolve(path).normalize();
        if (!wanted.startsWith(base)) {
            return Optional.empty();
        }
        Path real = wanted.toRealPath();
        return real.startsWith(realBase) ? Optional.of(real) : Optional.empty();
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path base;
        private final Selection selection;
        private final TreeSet<String> found = new TreeSet<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private Path input;

        Finder(Path base, Selection selection) {
            this.base = base;
            this.selection = selection;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skipped = !directory.equals(input) && selection.skips(base.relativize(directory));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path relative = base.relativize(file);
            if (Files.isRegularFile(file) && !selection.excludes(relative)) {
                found.add(name(relative));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            diagnostics.add(unreadable(
                    name(base.relativize(file)),
                    "Cannot be looked into",
                    e.getClass().getSimpleName()));
            return FileVisitResult.CONTINUE;
        }

        private static String name(Path relative) {
            return relative.toString().replace('\\', '/');
        }
    }
}
