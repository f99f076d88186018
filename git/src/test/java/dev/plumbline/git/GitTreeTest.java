package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit's files are what a checkout of it would show, without one. */
class GitTreeTest {

    @TempDir
    private Path directory;

    @TempDir
    private Path outside;

    private Clone clone;
    private GitBase base;

    @BeforeEach
    void aRepository() {
        clone = Clone.init(directory);
    }

    @AfterEach
    void close() {
        if (base != null) {
            base.close();
        }
        clone.close();
    }

    private SourceTree head() throws IOException {
        base = GitBase.of(directory, "HEAD");
        return base.open(clone.now());
    }

    @Test
    void showsWhatWasThere() throws IOException {
        clone.write("a.tf", "a")
                .write("d/b.tf", "b")
                .write("d/c.tf", "c")
                .write("d-e/x.tf", "x")
                .commit("first");
        clone.write("a.tf", "changed").delete("d/b.tf").write("new.tf", "new");

        SourceTree tree = head();

        assertThat(tree.files()).containsExactly("a.tf", "d-e/x.tf", "d/b.tf", "d/c.tf");
        assertThat(tree.list("d")).containsExactly("b.tf", "c.tf");
        assertThat(tree.list("")).containsExactly("a.tf");
        assertThat(tree.list("none")).isEmpty();
        assertThat(Clone.text(tree, "a.tf")).isEqualTo("a");
        assertThat(Clone.text(tree, "d/../d/./b.tf")).isEqualTo("b");
        assertThat(tree.head("d/b.tf", 10)).isEqualTo("b");
        assertThat(tree.isFile("new.tf")).isFalse();
        assertThat(tree.isFile("d")).isFalse();
        assertThat(tree.isDirectory("d")).isTrue();
        assertThat(tree.isDirectory("")).isTrue();
        assertThat(tree.isDirectory("../" + directory.getFileName())).isFalse();
    }

    @Test
    void keepsToWhatIsScanned() throws IOException {
        clone.write("a/x.tf", "x")
                .write("a/skip/y.tf", "y")
                .write("b/z.tf", "z")
                .commit("first");
        base = GitBase.of(directory, "HEAD");

        SourceTree tree = base.open(SourceTree.open(directory, List.of(Path.of("a")), List.of("**/skip")));

        assertThat(tree.files()).containsExactly("a/x.tf");
    }

    @Test
    void knowsWhatIsTheSame() throws IOException {
        clone.write("same.tf", "a\nb\n")
                .write("crlf.tf", "a\nb\n")
                .write("other.tf", "a")
                .commit("first");
        clone.write("crlf.tf", "a\r\nb\r\n").write("other.tf", "b").write("new.tf", "x");
        SourceTree tree = head();
        SourceTree now = clone.now();

        // Trees are compared with the one that they were opened with.
        SourceTree opened = base.open(now);
        assertThat(opened.isSame("same.tf", now)).isTrue();
        assertThat(opened.isSame("crlf.tf", now)).isTrue();
        assertThat(opened.isSame("other.tf", now)).isFalse();
        assertThat(opened.isSame("new.tf", now)).isFalse();
        assertThat(opened.isSame("none.tf", now)).isTrue();
        assertThat(tree.isSame("crlf.tf", now)).isFalse();
    }

    @Test
    void whatIsIgnoredIsThereTooAndWhatIsNewIsNot() throws IOException {
        clone.write(".gitignore", "*.tfvars\n!kept.tfvars\nbuild/\n")
                .write("a.tf", "")
                .commit("first");
        clone.write("local.tfvars", "x = 1")
                .write("kept.tfvars", "x = 2")
                .write("build/made.tf", "")
                .write(".terraform/modules/modules.json", "{}")
                .write("fresh.tf", "");
        clone.write(".git/info/exclude", "mine.tf\n").write("mine.tf", "");

        SourceTree tree = head();

        assertThat(tree.files()).containsExactly(".gitignore", "a.tf", "build/made.tf", "local.tfvars", "mine.tf");
        assertThat(Clone.text(tree, "local.tfvars")).isEqualTo("x = 1");
        assertThat(tree.isFile(".terraform/modules/modules.json")).isTrue();
        assertThat(tree.isDirectory(".terraform/modules")).isTrue();
        assertThat(tree.isDirectory("build")).isTrue();
    }

    @Test
    void aRuleOfTheWorkTreeHidesNothing() throws IOException {
        clone.write("a.tf", "").commit("first");
        clone.write(".gitignore", "*\n").write("new.tf", "");

        assertThat(head().files()).containsExactly("a.tf");
    }

    @Test
    void followsLinksInside() throws IOException {
        Files.writeString(outside.resolve("secret.tf"), "secret");
        clone.write("real/a.tf", "a");
        Files.createSymbolicLink(directory.resolve("link.tf"), Path.of("real/a.tf"));
        Files.createSymbolicLink(directory.resolve("dir"), Path.of("real"));
        Files.createSymbolicLink(directory.resolve("out.tf"), outside.resolve("secret.tf"));
        Files.createSymbolicLink(directory.resolve("up.tf"), Path.of("../" + outside.getFileName() + "/secret.tf"));
        Files.createSymbolicLink(directory.resolve("loop.tf"), Path.of("loop.tf"));
        clone.commit("first");
        clone.write("real/a.tf", "changed");

        SourceTree tree = head();

        assertThat(tree.files()).containsExactly("link.tf", "real/a.tf");
        assertThat(Clone.text(tree, "link.tf")).isEqualTo("a");
        assertThat(Clone.text(tree, "dir/a.tf")).isEqualTo("a");
        assertThat(tree.list("dir")).containsExactly("a.tf");
        for (String path : List.of("out.tf", "up.tf", "loop.tf", "../x")) {
            assertThat(Clone.text(tree, path)).isEqualTo("none");
            assertThat(tree.isFile(path)).isFalse();
        }
    }

    @Test
    void nothingIsRun() throws IOException {
        Path witness = outside.resolve("ran");
        StoredConfig config = clone.git.getRepository().getConfig();
        config.setString("filter", "evil", "smudge", "touch " + witness);
        config.setString("filter", "evil", "clean", "touch " + witness);
        config.setString("filter", "evil", "process", "touch " + witness);
        config.setString("core", null, "fsmonitor", "touch " + witness);
        clone.write("a.tf", "a").commit("first");
        clone.write(".gitattributes", "* filter=evil\n");
        config.save();
        Path hook = Files.createDirectories(directory.resolve(".git/hooks")).resolve("post-checkout");
        Files.writeString(hook, "#!/bin/sh\ntouch " + witness + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        SourceTree tree = head();

        assertThat(Clone.text(tree, "a.tf")).isEqualTo("a");
        assertThat(tree.isSame("a.tf", clone.now())).isTrue();
        assertThat(witness).doesNotExist();
        assertThat(Clone.text(head(), "a.tf")).isEqualTo("a");
    }

    @Test
    void submodulesAreThoseOfTheWorkTree() throws IOException {
        clone.write("a.tf", "a").commit("first");
        entry("module", FileMode.GITLINK, ObjectId.fromString("1".repeat(40)));
        clone.commitIndex("with a submodule");
        clone.write("module/x.tf", "x");

        SourceTree tree = head();

        assertThat(tree.files()).containsExactly("a.tf", "module/x.tf");
        assertThat(Clone.text(tree, "module/x.tf")).isEqualTo("x");
        assertThat(tree.isDirectory("module")).isTrue();
        assertThat(tree.list("module")).containsExactly("x.tf");
    }

    @Test
    void tellsOfObjectsThatAreMissing() throws IOException {
        clone.write("a.tf", "a").commit("first");
        entry("b.tf", FileMode.REGULAR_FILE, ObjectId.fromString("2".repeat(40)));
        clone.commitIndex("partial");
        List<Diagnostic> problems = new ArrayList<>();

        assertThat(head().read("b.tf", problems::add)).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.detail())
                .contains("git fetch --refetch"));
    }

    private void entry(String path, FileMode mode, ObjectId id) throws IOException {
        DirCache index = clone.git.getRepository().lockDirCache();
        DirCacheBuilder builder = index.builder();
        for (int i = 0; i < index.getEntryCount(); i++) {
            builder.add(index.getEntry(i));
        }
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(mode);
        entry.setObjectId(id);
        builder.add(entry);
        builder.commit();
    }
}
