package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit is the base, and what is said where there is none. */
class GitBaseTest {

    @TempDir
    private Path directory;

    @TempDir
    private Path other;

    private Clone clone;

    @BeforeEach
    void aRepository() {
        clone = Clone.init(directory).write("a.tf", "one").commit("first");
    }

    @AfterEach
    void close() {
        clone.close();
    }

    @Test
    void isWhereTheWorkBranchedOff() throws IOException {
        clone.branch("feature").write("a.tf", "two").commit("mine");
        clone.checkout("main").write("a.tf", "three").commit("theirs").checkout("feature");

        try (GitBase base = GitBase.of(directory, "main")) {
            assertThat(Clone.text(base.open(clone.now()), "a.tf")).isEqualTo("one");
            assertThat(base.name()).matches("main \\([0-9a-f]{7}\\)");
        }
    }

    @Test
    void isHeadForWhatIsNotCommitted() throws IOException {
        clone.write("a.tf", "two");

        try (GitBase base = GitBase.of(directory, "HEAD")) {
            assertThat(Clone.text(base.open(clone.now()), "a.tf")).isEqualTo("one");
        }
    }

    @Test
    void isTheBranchOfOriginWhereThereIsNoOther() throws Exception {
        try (Git cloned = Git.cloneRepository()
                .setURI(directory.toUri().toString())
                .setDirectory(other.toFile())
                .call()) {
            cloned.checkout().setCreateBranch(true).setName("feature").call();
            cloned.branchDelete().setBranchNames("main").setForce(true).call();

            try (GitBase base = GitBase.of(other, "main")) {
                assertThat(base.name()).startsWith("main (");
            }
        }
    }

    @Test
    void readsADirectoryOfTheRepository() throws IOException {
        clone.write("infra/a.tf", "inner").write("infra/deep/b.tf", "b").commit("second");
        clone.write("infra/a.tf", "changed");

        try (GitBase base = GitBase.of(directory.resolve("infra/deep"), "HEAD")) {
            SourceTree tree = base.open(SourceTree.open(directory.resolve("infra")));
            assertThat(tree.files()).containsExactly("a.tf", "deep/b.tf");
            assertThat(Clone.text(tree, "a.tf")).isEqualTo("inner");
            assertThat(Clone.text(tree, "../a.tf")).isEqualTo("none");
        }
    }

    @Test
    void worksInALinkedWorkTree() throws IOException {
        Path admin = Files.createDirectories(directory.resolve(".git/worktrees/w"));
        Files.writeString(admin.resolve("commondir"), "../..\n");
        Files.writeString(admin.resolve("gitdir"), other.resolve(".git") + "\n");
        Files.writeString(admin.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(other.resolve(".git"), "gitdir: " + admin + "\n");
        Files.writeString(other.resolve("a.tf"), "two");

        try (GitBase base = GitBase.of(other, "main")) {
            SourceTree tree = base.open(SourceTree.open(other));
            assertThat(Clone.text(tree, "a.tf")).isEqualTo("one");
            assertThat(tree.files()).containsExactly("a.tf");
        }
    }

    @Test
    void saysWhatToFetch() {
        assertThatThrownBy(() -> GitBase.of(directory, "origin/release"))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no commit origin/release in this clone; fetch it: git fetch origin release");
        assertThatThrownBy(() -> GitBase.of(directory, "no^such^{thing"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no^such^{thing");
    }

    @Test
    void saysThatAShallowCloneIsTooShallow() throws Exception {
        clone.branch("feature")
                .write("a.tf", "two")
                .commit("mine")
                .write("a.tf", "three")
                .commit("mine too");
        clone.checkout("main").write("a.tf", "four").commit("theirs");
        try (Git cloned = Git.cloneRepository()
                .setURI(directory.toUri().toString())
                .setDirectory(other.toFile())
                .setBranchesToClone(List.of("refs/heads/main", "refs/heads/feature"))
                .setBranch("feature")
                .setDepth(1)
                .call()) {
            assertThatThrownBy(() -> GitBase.of(other, "main"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("shallow clone")
                    .hasMessageEndingWith("git fetch --unshallow");
        }
    }

    @Test
    void saysThatThereIsNoRepository() {
        assertThatThrownBy(() -> GitBase.of(other, "main"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(other + " is not in a git repository");
    }

    @Test
    void saysThatThereIsNoCommit() {
        Clone.init(other).close();

        assertThatThrownBy(() -> GitBase.of(other, "main"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no commit yet");
    }
}
