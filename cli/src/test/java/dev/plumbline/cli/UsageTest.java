package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/plumbline/cli");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "scan", "baseline", "eval", "rules", "config", "annotate"})
    void helpIsAsTheGoldenFileSays(String command) throws IOException {
        CommandLineRun run = command.isEmpty()
                ? CommandLineRun.in(directory, "--help")
                : CommandLineRun.in(directory, command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        Path golden = GOLDEN.resolve("help" + (command.isEmpty() ? "" : "-" + command) + ".txt");
        String text = run.out().replace(System.lineSeparator(), "\n");
        if (Boolean.getBoolean("plumbline.updateGolden")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void tellsItsVersion() {
        CommandLineRun run = CommandLineRun.in(directory, "--version");
        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("plumbline \\d+\\.\\d+\\.\\d+\\S*\\s+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                        | a command is missing: scan, baseline, eval, rules, config or annotate",
                "sacn                    | there is no command 'sacn', only scan, baseline, eval, rules, config, annotate",
                "scan --reprot=sarif     | --report",
                "scan --report sraif     | no format 'sraif', only console, sarif, json",
                "scan --report sarif=    | a file name is missing",
                "scan --report sarif --report json | only one report can go to standard output",
                "scan --fail-on worst    | no severity 'worst', only critical, high, medium, low, none",
                "scan --min-score 101    | '101' is not a number from 0 to 100",
                "scan --min-score NaN    | 'NaN' is not a number from 0 to 100",
                "scan --color sometimes  | AUTO, ALWAYS, NEVER",
                "scan --var novalue      | NAME=VALUE",
                "scan --quiet --verbose  | mutually exclusive",
                "scan missing            | there is no file or directory missing",
                "scan --rules missing    | there is no directory missing of rules",
                "scan --var-file missing | there is no file missing to read values from",
                "scan --parameters no    | there is no file no to read values from",
                "scan --baseline no      | no",
                "annotate               | Missing required parameter: 'REPORT",
                "annotate no.json       | nothing here says which pull request is meant",
                "annotate no.json --pull-request https://github.com/a/b/pull/1 | there is no report",
                "annotate a --as mail   | no channel 'mail', only comments, checks, log",
                "annotate a --platform sourceforge --repository a/b | no platform 'sourceforge', only github",
                "annotate a --pull-request https://example.com/ | is not the address of a pull request",
                "scan --new-only         | --baseline",
            })
    void wrongUsageIsToldWithTheRemedy(String arguments, String message) {
        CommandLineRun run = CommandLineRun.in(directory, arguments == null ? new String[0] : arguments.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("plumbline: ").contains(message).contains("--help'");
    }
}
