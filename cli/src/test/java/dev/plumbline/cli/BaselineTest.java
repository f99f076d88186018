package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumbline baseline}, and scans that compare with it or with a git base. */
class BaselineTest {
    private static final String BUCKET = """
            resource "aws_s3_bucket_acl" "%s" {
              bucket = "b"
              acl    = "public-read"
            }
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void templates() throws IOException {
        write("live/dev/main.tf", BUCKET.formatted("a") + BUCKET.formatted("b"));
    }

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.in(directory, arguments);
    }

    @Test
    void whatIsAcceptedDoesNotBlockWhatIsNewDoes() throws IOException {
        assertThat(run("scan").status()).isEqualTo(ExitCode.BLOCKED);
        CommandLineRun written = run("baseline");
        assertThat(written.status()).as(written.err()).isZero();
        assertThat(written.out()).startsWith("plumbline-baseline.json: 2 accepted, 2 of them new; 0 resolved");

        String[] newOnly = {"scan", "--baseline", "plumbline-baseline.json", "--new-only"};
        assertThat(run(newOnly).status()).isZero();
        Files.move(directory.resolve("live/dev"), directory.resolve("live/test"));
        write("live/test/main.tf", "# moved\n" + BUCKET.formatted("b") + "\n\n" + BUCKET.formatted("a"));
        assertThat(run(newOnly).status()).isZero();
        write("live/test/more.tf", BUCKET.formatted("c"));
        CommandLineRun grown = run(newOnly);
        assertThat(grown.status()).isEqualTo(ExitCode.BLOCKED);
        assertThat(grown.out()).contains("1 new finding");
    }

    @Test
    void isWrittenTheSameTwiceAndKnowsWhatWasResolved() throws IOException {
        run("baseline");
        String first = Files.readString(directory.resolve("plumbline-baseline.json"));
        run("baseline");
        assertThat(Files.readString(directory.resolve("plumbline-baseline.json")))
                .isEqualTo(first);

        write("live/dev/main.tf", BUCKET.formatted("a"));
        assertThat(run("baseline").out()).contains("1 accepted, 0 of them new; 1 resolved");
        write("live/dev/main.tf", BUCKET.formatted("a") + BUCKET.formatted("b"));
        String json = run("scan", "--baseline", "plumbline-baseline.json", "--report", "json")
                .out();
        assertThat(json).contains("\"reopened\"");
        run("baseline");
        assertThat(Files.readString(directory.resolve("plumbline-baseline.json")))
                .isEqualTo(first);
    }

    @Test
    void aScanOfAPartKeepsTheRest() throws IOException {
        write("live/prod/main.tf", BUCKET.formatted("p"));
        run("baseline");
        String first = Files.readString(directory.resolve("plumbline-baseline.json"));

        assertThat(run("baseline", "live/dev").out()).contains("3 accepted, 0 of them new; 0 resolved");
        assertThat(Files.readString(directory.resolve("plumbline-baseline.json")))
                .contains("live/prod")
                .hasSize(first.length());
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        write("plumbline-baseline.json", "{\n<<<<<<< ours\n}");

        CommandLineRun refused = run("baseline");
        assertThat(refused.status()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("plumbline-baseline.json is not JSON at line 2");
        assertThat(run("baseline", "--base", "main").err()).contains("--base compares with git");
    }

    @Test
    void comparesWithAGitBase() throws Exception {
        try (Git git = Git.init()
                .setDirectory(directory.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setSign(false)
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .call();
        }
        String[] newOnly = {"scan", "--base", "main", "--new-only"};
        CommandLineRun same = run(newOnly);
        assertThat(same.status()).as(same.out() + same.err()).isZero();

        write("live/dev/main.tf", BUCKET.formatted("a") + BUCKET.formatted("c"));
        CommandLineRun changed = run(newOnly);
        assertThat(changed.status()).isEqualTo(ExitCode.BLOCKED);
        assertThat(changed.out()).contains("1 new finding", "1 resolved");

        CommandLineRun missing = run("scan", "--base", "release");
        assertThat(missing.status()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err())
                .contains("--base: there is no commit release in this clone; fetch it: git fetch origin release");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
