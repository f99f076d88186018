package dev.plumbline.iac.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made of the files of a tree is made again of another exactly where something that was looked at differs. */
class MemoryTest {

    @TempDir
    private Path now;

    @TempDir
    private Path before;

    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void twoTreesAlike() throws IOException {
        for (Path directory : List.of(now, before)) {
            write(directory, "a.txt", "a");
            write(directory, "d/b.txt", "b");
            write(directory, "d/c.txt", "c");
        }
    }

    @Test
    void whatIsTheSameIsTaken() throws IOException {
        assertThat(again(tree -> text(tree, "a.txt") + text(tree, "d/b.txt"))).isFalse();
    }

    @Test
    void whatWasNotLookedAtDoesNotMatter() throws IOException {
        write(before, "d/b.txt", "other");

        assertThat(again(tree -> text(tree, "a.txt") + text(tree, "d/c.txt"))).isFalse();
    }

    @Test
    void aChangedFileMatters() throws IOException {
        write(before, "d/b.txt", "other");

        assertThat(again(tree -> text(tree, "d/b.txt"))).isTrue();
        assertThat(again(tree -> text(tree, "d/x/../b.txt"))).isTrue();
        assertThat(again(tree -> tree.head("d/b.txt", 1))).isTrue();
    }

    @Test
    void aFileThatIsThereNoMoreMatters() throws IOException {
        write(before, "gone.txt", "");

        assertThat(again(tree -> "" + tree.isFile("gone.txt"))).isTrue();
        assertThat(again(tree -> "" + tree.list(""))).isTrue();
        assertThat(again(tree -> "" + tree.list("d"))).isFalse();
        assertThat(again(tree -> "" + tree.files())).isTrue();
    }

    @Test
    void whatWasMadeOfSomethingMadeOfAChangedFileMatters() throws IOException {
        write(before, "d/b.txt", "other");
        SourceTree first = SourceTree.open(now);
        SourceTree second = SourceTree.open(before);
        Memory memory = Memory.first();

        assertThat(outer(memory, first)).isEqualTo("[b]");
        assertThat(outer(memory.of(first, second), second)).isEqualTo("[other]");
    }

    private String outer(Memory memory, SourceTree tree) {
        memory.get("inner", tree, read -> text(read, "d/b.txt"));
        return memory.get("outer", tree, read -> {
            String inner = memory.get("inner", read, other -> text(other, "d/b.txt"));
            return "[" + inner + "]";
        });
    }

    @Test
    void withoutAnEarlierTreeEverythingIsMadeOnce() throws IOException {
        SourceTree tree = SourceTree.open(now);
        Memory memory = Memory.none();
        for (int i = 0; i < 2; i++) {
            memory.get("key", tree, read -> made.add(text(read, "a.txt")));
        }

        assertThat(made).containsExactly("a");
    }

    /** Whether it is made of the other tree again; if so or not, what it is must be right. */
    private boolean again(Function<SourceTree, String> make) throws IOException {
        SourceTree first = SourceTree.open(now);
        SourceTree second = SourceTree.open(before);
        Memory memory = Memory.first();
        made.clear();
        memory.get("key", first, tree -> note(make.apply(tree)));
        Memory next = memory.of(first, second);
        String value = next.get("key", second, tree -> note(make.apply(tree)));

        assertThat(value).isEqualTo(make.apply(second));
        return made.size() == 2;
    }

    private String note(String value) {
        made.add(value);
        return value;
    }

    private static String text(SourceTree tree, String path) {
        return tree.read(path, problem -> {}).map(SourceFile::text).orElse("none");
    }

    private static void write(Path directory, String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
