package dev.plumbline.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Tells the files of a work tree that no commit holds because git is told to ignore them, such as downloaded modules and
 * local values of variables. They would stay if the commit were checked out, so they belong to it too. What is ignored is
 * said by the commit, not by the work tree, which a stranger may have changed.
 */
final class Unversioned {
    private static final String IGNORE_FILE = ".gitignore";

    /** What Terraform keeps for itself, ignored or not. */
    private static final String TERRAFORM = ".terraform";

    private static final long MAX_IGNORE_BYTES = 1 << 20;

    private final Repository repository;
    private final RevTree tree;
    private final String prefix;
    private final Map<String, Optional<IgnoreNode>> rules = new HashMap<>();
    private final Map<String, Boolean> ignored = new HashMap<>();
    private DirCache index;

    /** @param prefix the directory that paths are relative to, relative to the root of the work tree */
    Unversioned(Repository repository, RevTree tree, String prefix) {
        this.repository = repository;
        this.tree = tree;
        this.prefix = prefix.isEmpty() ? "" : prefix + "/";
    }

    /** Whether a file of the work tree, which the commit does not hold, is ignored. */
    boolean isFile(String path) {
        return ignores(prefix + path, false) && index().getEntry(prefix + path) == null;
    }

    /** Whether a directory of the work tree, which the commit does not hold, is ignored with all that is in it. */
    boolean isDirectory(String path) {
        return ignores(prefix + path, true) && index().getEntriesWithin(prefix + path).length == 0;
    }

    private boolean ignores(String path, boolean directory) {
        Boolean known = ignored.get(path);
        if (known == null) {
            int slash = path.lastIndexOf('/');
            String name = path.substring(slash + 1);
            known = name.equals(TERRAFORM)
                    || (slash > 0 && ignores(path.substring(0, slash), true))
                    || decided(path, directory);
            ignored.put(path, known);
        }
        return known;
    }

    /** The innermost file of rules that speaks of a path decides. */
    private boolean decided(String path, boolean directory) {
        for (int end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
            String parent = end < 0 ? "" : path.substring(0, end);
            IgnoreNode node = rules.computeIfAbsent(parent, this::committed).orElse(null);
            Boolean said = node == null ? null : node.checkIgnored(path.substring(end + 1), directory);
            if (said != null) {
                return said;
            }
            if (end < 0) {
                break;
            }
        }
        IgnoreNode local = rules.computeIfAbsent("\0", any -> local()).orElse(null);
        return local != null && Boolean.TRUE.equals(local.checkIgnored(path, directory));
    }

    private Optional<IgnoreNode> committed(String directory) {
        String path = directory.isEmpty() ? IGNORE_FILE : directory + "/" + IGNORE_FILE;
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            boolean file = walk != null && FileMode.REGULAR_FILE.equals(walk.getFileMode(0));
            return file
                    ? parse(repository.open(walk.getObjectId(0)).getCachedBytes((int) MAX_IGNORE_BYTES))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The rules that this clone has for itself. */
    private Optional<IgnoreNode> local() {
        Path file = repository.getCommonDirectory().toPath().resolve(Constants.INFO_EXCLUDE);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_IGNORE_BYTES
                    ? parse(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<IgnoreNode> parse(byte[] text) throws IOException {
        IgnoreNode node = new IgnoreNode();
        node.parse(new ByteArrayInputStream(text));
        return Optional.of(node);
    }

    private DirCache index() {
        if (index == null) {
            try {
                index = repository.readDirCache();
            } catch (IOException e) {
                index = DirCache.newInCore();
            }
        }
        return index;
    }
}
