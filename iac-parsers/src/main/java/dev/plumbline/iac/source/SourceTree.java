package dev.plumbline.iac.source;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

/**
 * The files of a scan. The only way in which readers touch the file system: reads stay inside the base directory, also
 * through symbolic links, and a file is never larger than {@link #MAX_FILE_BYTES}.
 *
 * <p>Paths are strings relative to the base directory, with {@code /} as separator, on every platform.
 */
public final class SourceTree {

    /** The size up to which a file is read, inclusive. */
    public static final long MAX_FILE_BYTES = 64L << 20;

    private final Path base;
    private final Path realBase;
    private final Selection selection;
    private final List<String> files;
    private final List<Diagnostic> diagnostics;

    private SourceTree(
            Path base, Path realBase, Selection selection, Collection<String> files, List<Diagnostic> diagnostics) {
        this.base = base;
        this.realBase = realBase;
        this.selection = selection;
        this.files = List.copyOf(files);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Finds the files to scan.
     *
     * @param base the directory that paths are relative to and that reads stay inside of
     * @param inputs files and directories in or below {@code base}; an input is scanned even if its name is one of
     *     those that are skipped when met on the way
     * @param excludes globs over paths relative to {@code base}, in {@link java.nio.file.FileSystem#getPathMatcher}'s
     *     syntax; {@code **&#47;} also matches no directory at all
     * @throws IOException where {@code base} cannot be read or an input does not exist
     * @throws IllegalArgumentException where an input lies outside of {@code base} or a glob is malformed
     */
    public static SourceTree open(Path base, List<Path> inputs, List<String> excludes) throws IOException {
        Path absolute = base.toAbsolutePath().normalize();
        Path real = absolute.toRealPath();
        Selection selection = Selection.of(absolute, inputs, excludes);
        Finder finder = new Finder(absolute, selection);
        for (Path input : selection.inputs()) {
            finder.input = absolute.resolve(input).normalize();
            Files.walkFileTree(finder.input.toRealPath(LinkOption.NOFOLLOW_LINKS), finder);
        }
        return new SourceTree(absolute, real, selection, finder.found, finder.diagnostics);
    }

    /** A tree of every file below a directory. */
    public static SourceTree open(Path base) throws IOException {
        return open(base, List.of(base.toAbsolutePath()), List.of());
    }

    public Path base() {
        return base;
    }

    /** Which files are looked for, whether they are there or not. */
    public Selection selection() {
        return selection;
    }

    /** The files found, in the order of their paths. */
    public List<String> files() {
        return files;
    }

    /** What could not be looked into. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Reads a file of UTF-8 text, found by {@link #files()} or not.
     *
     * @param path relative to the base directory; may hold {@code ..} as long as it does not lead out
     * @param problems is told what kept the file from being read
     */
    public Optional<SourceFile> read(String path, Consumer<Diagnostic> problems) {
        Optional<byte[]> bytes = readBytes(path, problems);
        return bytes.flatMap(content -> decode(path, content, problems));
    }

    /** Reads a file's bytes; otherwise as {@link #read}. */
    public Optional<byte[]> readBytes(String path, Consumer<Diagnostic> problems) {
        try {
            Optional<Path> inside = resolve(path);
            if (inside.isEmpty()) {
                problems.accept(
                        unreadable(path, "File is outside of the scanned tree", "Scan a directory that holds it."));
                return Optional.empty();
            }
            long size = Files.size(inside.get());
            if (size > MAX_FILE_BYTES) {
                problems.accept(Diagnostic.error(
                        "file-too-large",
                        "File is too large to be read",
                        "It has %,d bytes; at most %,d are read. Exclude it if it is not a template."
                                .formatted(size, MAX_FILE_BYTES),
                        SourceRange.startOf(path)));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(inside.get()));
        } catch (IOException | InvalidPathException e) {
            problems.accept(unreadable(path, "File cannot be read", e.getClass().getSimpleName() + ": " + path));
            return Optional.empty();
        }
    }

    /**
     * How a file starts, however large it is, to tell what it may be: bytes that are no UTF-8 are replaced. Empty where
     * there is no such file.
     */
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

    /** Whether there is a regular file at this path, inside the base directory. */
    public boolean isFile(String path) {
        return exists(path, Files::isRegularFile);
    }

    /** Whether there is a directory at this path, inside the base directory. */
    public boolean isDirectory(String path) {
        return exists(path, Files::isDirectory);
    }

    /** The names of the regular files right in a directory, sorted; empty where there is no such directory. */
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

    private static Optional<SourceFile> decode(String path, byte[] content, Consumer<Diagnostic> problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(new SourceFile(path, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            problems.accept(unreadable(path, "File is not UTF-8 text", "Save it in UTF-8."));
            return Optional.empty();
        }
    }

    private static Diagnostic unreadable(String path, String summary, String detail) {
        return Diagnostic.error("file-unreadable", summary, detail, SourceRange.startOf(path));
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
