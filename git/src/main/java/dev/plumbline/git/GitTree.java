package dev.plumbline.git;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.Selection;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;

/**
 * The files of a commit. What git ignores, and the files of submodules, are those of the work tree: neither is in the
 * repository's objects.
 */
final class GitTree extends SourceTree {
    private final CommitFiles commit;
    private final Unversioned unversioned;
    private final SourceTree now;
    private List<String> files;

    /** @param now the work tree */
    GitTree(CommitFiles commit, Unversioned unversioned, SourceTree now) {
        this.commit = commit;
        this.unversioned = unversioned;
        this.now = now;
    }

    @Override
    public Path base() {
        return now.base();
    }

    @Override
    public Selection selection() {
        return now.selection();
    }

    @Override
    public List<String> files() {
        if (files == null) {
            TreeSet<String> found = new TreeSet<>();
            for (String path : commit.paths()) {
                if (selection().covers(path) && isFile(path)) {
                    found.add(path);
                }
            }
            now.files().stream().filter(this::isShared).forEach(found::add);
            files = List.copyOf(found);
        }
        return files;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of();
    }

    @Override
    public Optional<byte[]> readBytes(String path, Consumer<Diagnostic> problems) {
        Optional<String> real = commit.resolve(path);
        if (real.isEmpty()) {
            problems.accept(outside(path));
            return Optional.empty();
        }
        Optional<ObjectId> blob = commit.blob(real.get());
        if (blob.isEmpty() && isShared(real.get())) {
            return now.readBytes(path, problems);
        }
        try {
            if (blob.isEmpty()) {
                problems.accept(unreadable(path, "File cannot be read", "There was no such file."));
                return Optional.empty();
            }
            ObjectLoader content = commit.open(blob.get());
            if (content.getSize() > MAX_FILE_BYTES) {
                problems.accept(tooLarge(path, content.getSize()));
                return Optional.empty();
            }
            return Optional.of(content.getCachedBytes((int) MAX_FILE_BYTES));
        } catch (MissingObjectException e) {
            problems.accept(unreadable(
                    path, "File cannot be read", "The clone lacks what the commit holds there: git fetch --refetch"));
            return Optional.empty();
        } catch (IOException | LargeObjectException e) {
            problems.accept(unreadable(path, "File cannot be read", e.getClass().getSimpleName() + ": " + path));
            return Optional.empty();
        }
    }

    @Override
    public String head(String path, int bytes) {
        Optional<String> real = commit.resolve(path);
        Optional<ObjectId> blob = real.flatMap(commit::blob);
        if (blob.isEmpty()) {
            return real.filter(this::isShared)
                    .map(file -> now.head(file, bytes))
                    .orElse("");
        }
        try (InputStream content = commit.open(blob.get()).openStream()) {
            return new String(content.readNBytes(bytes), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public boolean isFile(String path) {
        Optional<String> real = commit.resolve(path);
        return real.flatMap(commit::blob).isPresent()
                || real.filter(this::isShared).isPresent();
    }

    @Override
    public boolean isDirectory(String path) {
        return commit.resolve(path)
                .filter(real -> commit.isDirectory(real)
                        || (now.isDirectory(real) && (commit.isInSubmodule(real) || unversioned.isDirectory(real))))
                .isPresent();
    }

    @Override
    public List<String> list(String directory) {
        Optional<String> real = commit.resolve(directory);
        if (real.isEmpty()) {
            return List.of();
        }
        String prefix = real.get().isEmpty() ? "" : real.get() + "/";
        TreeSet<String> names = new TreeSet<>();
        commit.names(real.get()).stream().filter(name -> isFile(prefix + name)).forEach(names::add);
        now.list(real.get()).stream().filter(name -> isShared(prefix + name)).forEach(names::add);
        return List.copyOf(names);
    }

    /** Without reading what git knows to be the same; ends of lines, which a checkout may change, do not matter. */
    @Override
    public boolean isSame(String path, SourceTree other) {
        Optional<String> real = commit.resolve(path);
        Optional<ObjectId> blob = real.flatMap(commit::blob);
        if (other == now && blob.isPresent() && now.isFile(path)) {
            Optional<byte[]> content = now.readBytes(path, problem -> {});
            return content.filter(bytes ->
                            id(bytes).equals(blob.get()) || id(lineFeeds(bytes)).equals(blob.get()))
                    .isPresent();
        }
        return (other == now && real.filter(this::isShared).isPresent()) || super.isSame(path, other);
    }

    private static ObjectId id(byte[] content) {
        try (ObjectInserter.Formatter git = new ObjectInserter.Formatter()) {
            return git.idFor(Constants.OBJ_BLOB, content);
        }
    }

    private static byte[] lineFeeds(byte[] content) {
        byte[] kept = new byte[content.length];
        int length = 0;
        for (int i = 0; i < content.length; i++) {
            boolean carriage = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
            if (!carriage) {
                kept[length++] = content[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }

    /** Whether a file of the work tree is the commit's too, although this does not hold it. */
    private boolean isShared(String path) {
        return commit.blob(path).isEmpty()
                && now.isFile(path)
                && (commit.isInSubmodule(path) || unversioned.isFile(path));
    }
}
