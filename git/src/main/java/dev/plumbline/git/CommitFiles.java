package dev.plumbline.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * The files of a commit below a directory. Paths are relative to that, normalised. Symbolic links are followed inside of
 * it, as those of a work tree are.
 */
final class CommitFiles {
    private static final int MAX_LINKS = 40;
    private static final int MAX_LINK_BYTES = 4096;

    private record Entry(FileMode mode, ObjectId id) {}

    private final Repository repository;
    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final Set<String> directories = new HashSet<>(Set.of(""));
    private boolean links;
    private boolean submodules;

    private CommitFiles(Repository repository) {
        this.repository = repository;
    }

    /** @param prefix the directory, relative to the root of the work tree; empty for that */
    static CommitFiles read(Repository repository, RevTree tree, String prefix) throws IOException {
        CommitFiles files = new CommitFiles(repository);
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            if (!prefix.isEmpty()) {
                walk.setFilter(PathFilter.create(prefix));
            }
            while (walk.next()) {
                String path = walk.getPathString();
                if (path.length() > prefix.length() && isPlain(path)) {
                    files.add(
                            prefix.isEmpty() ? path : path.substring(prefix.length() + 1),
                            new Entry(walk.getFileMode(0), walk.getObjectId(0)));
                }
            }
        }
        return files;
    }

    /** Trees can be crafted to hold names that no checkout would take. */
    private static boolean isPlain(String path) {
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || name.equalsIgnoreCase(".git")) {
                return false;
            }
        }
        return path.indexOf('\\') < 0 && path.indexOf('\0') < 0;
    }

    private void add(String path, Entry entry) {
        entries.put(path, entry);
        links |= entry.mode() == FileMode.SYMLINK;
        submodules |= entry.mode() == FileMode.GITLINK;
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (!directories.add(path.substring(0, slash))) {
                break;
            }
        }
    }

    /** Of all that is versioned, in order; links and submodules are among them. */
    Collection<String> paths() {
        return Collections.unmodifiableCollection(entries.keySet());
    }

    /** The names in a directory, in order; those of directories are not among them. */
    List<String> names(String directory) {
        List<String> names = new ArrayList<>();
        String prefix = directory.isEmpty() ? "" : directory + "/";
        for (String path : entries.tailMap(prefix).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            String name = path.substring(prefix.length());
            if (name.indexOf('/') < 0) {
                names.add(name);
            }
        }
        return names;
    }

    boolean isDirectory(String path) {
        return directories.contains(path);
    }

    /** The content of a regular file; empty where there is none. */
    Optional<ObjectId> blob(String path) {
        Entry entry = entries.get(path);
        boolean regular =
                entry != null && (entry.mode() == FileMode.REGULAR_FILE || entry.mode() == FileMode.EXECUTABLE_FILE);
        return regular ? Optional.of(entry.id()) : Optional.empty();
    }

    /** Whether a path is that of a submodule or in one. */
    boolean isInSubmodule(String path) {
        if (!submodules) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Entry entry = entries.get(path.substring(0, end));
            if (entry != null && entry.mode() == FileMode.GITLINK) {
                return true;
            }
        }
        return false;
    }

    ObjectLoader open(ObjectId blob) throws IOException {
        return repository.open(blob, Constants.OBJ_BLOB);
    }

    /** The path without {@code .} and {@code ..} and links; empty where it leads out of the directory or around. */
    Optional<String> resolve(String path) {
        Deque<String> left = new ArrayDeque<>(List.of(path.split("/")));
        Deque<String> done = new ArrayDeque<>();
        int followed = 0;
        while (!left.isEmpty()) {
            String step = left.pop();
            if (step.isEmpty() || step.equals(".")) {
                continue;
            }
            if (step.equals("..")) {
                if (done.pollLast() == null) {
                    return Optional.empty();
                }
                continue;
            }
            done.addLast(step);
            Entry entry = links ? entries.get(String.join("/", done)) : null;
            if (entry != null && entry.mode() == FileMode.SYMLINK) {
                Optional<String> target = ++followed > MAX_LINKS ? Optional.empty() : target(entry.id());
                if (target.isEmpty()) {
                    return Optional.empty();
                }
                done.removeLast();
                String[] steps = target.get().split("/");
                for (int i = steps.length - 1; i >= 0; i--) {
                    left.push(steps[i]);
                }
            }
        }
        return Optional.of(String.join("/", done));
    }

    /** Where a link leads; empty where that is out of the repository, or cannot be read. */
    private Optional<String> target(ObjectId link) {
        try (ObjectReader reader = repository.newObjectReader();
                InputStream in = reader.open(link).openStream()) {
            byte[] text = in.readNBytes(MAX_LINK_BYTES);
            String target = new String(text, StandardCharsets.UTF_8);
            return target.startsWith("/") || text.length == MAX_LINK_BYTES ? Optional.empty() : Optional.of(target);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
