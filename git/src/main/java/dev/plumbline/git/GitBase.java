package dev.plumbline.git;

import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.comparison.Base;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The commit that work branched off from: the merge base of a revision and {@code HEAD}, so that what others have done
 * since is not taken for a change.
 */
public final class GitBase implements Base, AutoCloseable {
    private static final int SHORT_ID = 7;

    private final Repository repository;
    private final Path workTree;
    private final RevCommit commit;
    private final String name;

    private GitBase(Repository repository, Path workTree, RevCommit commit, String name) {
        this.repository = repository;
        this.workTree = workTree;
        this.commit = commit;
        this.name = name;
    }

    /**
     * Finds the commit.
     *
     * @param directory in the work tree of a repository
     * @param revision a branch, a tag, a commit: whatever git's {@code rev-parse} takes; where there is no branch {@code
     *     main} in the clone, {@code origin/main} is meant
     * @throws IOException where there is none; the message says why and what to do
     */
    public static GitBase of(Path directory, String revision) throws IOException {
        BareSystem.use();
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(directory.toRealPath().toFile());
        if (builder.getGitDir() == null) {
            throw new IOException(directory + " is not in a git repository, so there is no base " + revision
                    + ": scan a clone, or compare with a baseline file");
        }
        Repository repository = null;
        try {
            repository = builder.build();
            if (repository.isBare()) {
                throw new IOException(directory + " is in a repository without a work tree");
            }
            RevCommit commit = mergeBase(repository, revision);
            return new GitBase(
                    repository,
                    repository.getWorkTree().toPath().toRealPath(),
                    commit,
                    revision + " (" + commit.abbreviate(SHORT_ID).name() + ")");
        } catch (IOException | RuntimeException e) {
            if (repository != null) {
                repository.close();
            }
            throw e instanceof IOException io ? io : new IOException("the git repository cannot be read: " + e, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceTree open(SourceTree now) throws IOException {
        Path directory = now.base().toRealPath();
        if (!directory.startsWith(workTree)) {
            throw new IOException("the base " + name + " is of " + workTree + ", and the scan is of " + now.base());
        }
        String prefix = workTree.relativize(directory).toString().replace('\\', '/');
        CommitFiles files = CommitFiles.read(repository, commit.getTree(), prefix);
        return new GitTree(files, new Unversioned(repository, commit.getTree(), prefix), now);
    }

    @Override
    public void close() {
        repository.close();
    }

    private static RevCommit mergeBase(Repository repository, String revision) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD + "^{commit}");
        if (head == null) {
            throw new IOException("the git repository has no commit yet, so there is no base " + revision);
        }
        ObjectId named = named(repository, revision);
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(head));
            walk.markStart(walk.parseCommit(named));
            RevCommit found = walk.next();
            if (found == null) {
                throw new IOException("HEAD and " + revision + " have no commit in common"
                        + (isShallow(repository)
                                ? " in this shallow clone; fetch more of the history: git fetch --unshallow"
                                : ""));
            }
            // Of a walk without a filter: the tree is needed, and it must be whole.
            try (RevWalk plain = new RevWalk(repository)) {
                return plain.parseCommit(found);
            }
        } catch (MissingObjectException e) {
            throw new IOException(
                    "the clone lacks a commit between HEAD and " + revision
                            + "; fetch more of the history: git fetch --unshallow",
                    e);
        }
    }

    private static ObjectId named(Repository repository, String revision) throws IOException {
        try {
            ObjectId local = repository.resolve(revision + "^{commit}");
            ObjectId found =
                    local == null ? repository.resolve("refs/remotes/origin/" + revision + "^{commit}") : local;
            if (found != null) {
                return found;
            }
        } catch (RevisionSyntaxException e) {
            throw new IOException("'" + revision + "' names no git revision", e);
        } catch (IOException e) {
            throw new IOException(
                    "the base " + revision + " cannot be found in the git repository: " + e.getMessage(), e);
        }
        String branch = revision.startsWith("origin/") ? revision.substring("origin/".length()) : revision;
        throw new IOException(
                "there is no commit " + revision + " in this clone; fetch it: git fetch origin " + branch);
    }

    private static boolean isShallow(Repository repository) throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }
}
