package dev.plumbline.git;

import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository with a work tree, as tests need it. */
final class Clone implements AutoCloseable {
    private static final PersonIdent AUTHOR = new PersonIdent("A", "a@example.org");

    final Path directory;
    final Git git;

    private Clone(Path directory, Git git) {
        this.directory = directory;
        this.git = git;
    }

    static Clone init(Path directory) {
        BareSystem.use();
        try {
            return new Clone(
                    directory,
                    Git.init()
                            .setDirectory(directory.toFile())
                            .setInitialBranch("main")
                            .call());
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    Clone write(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Clone delete(String path) {
        try {
            Files.delete(directory.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that is not ignored. */
    Clone commit(String message) {
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
        return commitIndex(message);
    }

    /** Commits what the index holds. */
    Clone commitIndex(String message) {
        try {
            git.commit()
                    .setMessage(message)
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setSign(false)
                    .call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    Clone branch(String name) {
        try {
            git.checkout().setCreateBranch(true).setName(name).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    Clone checkout(String name) {
        try {
            git.checkout().setName(name).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    SourceTree now() throws IOException {
        return SourceTree.open(directory);
    }

    static String text(SourceTree tree, String path) {
        return tree.read(path, problem -> {}).map(file -> file.text()).orElse("none");
    }

    @Override
    public void close() {
        git.close();
    }
}
