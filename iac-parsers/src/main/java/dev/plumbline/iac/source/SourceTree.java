package dev.plumbline.iac.source;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of a scan, the only way in which readers get at them: reads stay inside the base directory, also through
 * symbolic links, and a file is never larger than {@link #MAX_FILE_BYTES}. They are those of a directory, or of an earlier
 * state of one.
 *
 * <p>Paths are strings relative to the base directory, with {@code /} as separator, on every platform. They may hold
 * {@code ..} as long as that does not lead out.
 */
public abstract class SourceTree {

    /** The size up to which a file is read, inclusive. */
    public static final long MAX_FILE_BYTES = 64L << 20;

    /**
     * Finds the files to scan in a directory.
     *
     * @param base the directory that paths are relative to and that reads stay inside of
     * @param inputs files and directories in or below {@code base}; an input is scanned even if its name is one of
     *     those that are skipped when met on the way
     * @param excludes {@link Glob}s over paths relative to {@code base}
     * @throws IOException where {@code base} cannot be read or an input does not exist
     * @throws IllegalArgumentException where an input lies outside of {@code base} or a glob is malformed
     */
    public static SourceTree open(Path base, List<Path> inputs, List<String> excludes) throws IOException {
        return DirectoryTree.find(base, inputs, excludes);
    }

    /** A tree of every file below a directory. */
    public static SourceTree open(Path base) throws IOException {
        return open(base, List.of(base.toAbsolutePath()), List.of());
    }

    /** The directory, absolute and normalised. */
    public abstract Path base();

    /** Which files are looked for, whether they are there or not. */
    public abstract Selection selection();

    /** The files found, in the order of their paths. */
    public abstract List<String> files();

    /** What could not be looked into. */
    public abstract List<Diagnostic> diagnostics();

    /**
     * Reads a file's bytes, found by {@link #files()} or not.
     *
     * @param problems is told what kept the file from being read
     */
    public abstract Optional<byte[]> readBytes(String path, Consumer<Diagnostic> problems);

    /**
     * How a file starts, however large it is, to tell what it may be: bytes that are no UTF-8 are replaced. Empty where
     * there is no such file.
     */
    public abstract String head(String path, int bytes);

    /** Whether there is a regular file at this path, inside the base directory. */
    public abstract boolean isFile(String path);

    /** Whether there is a directory at this path, inside the base directory. */
    public abstract boolean isDirectory(String path);

    /** The names of the regular files right in a directory, sorted; empty where there is no such directory. */
    public abstract List<String> list(String directory);

    /** Notes, where anybody does, that the names in a directory matter for what is being made. */
    public void noteNames(String directory) {}

    /** Reads a file of UTF-8 text; otherwise as {@link #readBytes}. */
    public final Optional<SourceFile> read(String path, Consumer<Diagnostic> problems) {
        return readBytes(path, problems).flatMap(content -> decode(path, content, problems));
    }

    /** Whether there is the same at a path in another tree: the same bytes, a directory, or nothing. */
    public boolean isSame(String path, SourceTree other) {
        if (isFile(path) && other.isFile(path)) {
            Optional<byte[]> mine = readBytes(path, problem -> {});
            Optional<byte[]> others = other.readBytes(path, problem -> {});
            return mine.isPresent() && others.isPresent() && Arrays.equals(mine.get(), others.get());
        }
        return isFile(path) == other.isFile(path) && isDirectory(path) == other.isDirectory(path);
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

    /** A path leads out of the base directory. */
    protected static Diagnostic outside(String path) {
        return unreadable(path, "File is outside of the scanned tree", "Scan a directory that holds it.");
    }

    protected static Diagnostic tooLarge(String path, long size) {
        return Diagnostic.error(
                "file-too-large",
                "File is too large to be read",
                "It has %,d bytes; at most %,d are read. Exclude it if it is not a template."
                        .formatted(size, MAX_FILE_BYTES),
                SourceRange.startOf(path));
    }

    protected static Diagnostic unreadable(String path, String summary, String detail) {
        return Diagnostic.error("file-unreadable", summary, detail, SourceRange.startOf(path));
    }
}
