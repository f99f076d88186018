package dev.plumbline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command line inside the test's process. */
record CommandLineRun(int status, String out, String err) {

    /** In a pipe, that is without a terminal. */
    static CommandLineRun in(Path directory, String... arguments) {
        return run(directory, false, true, arguments);
    }

    /** In a build, whose environment holds these variables. */
    static CommandLineRun in(Path directory, Map<String, String> environment, String... arguments) {
        return run(directory, environment, false, true, arguments);
    }

    /** @param terminal whether both outputs are a terminal */
    static CommandLineRun run(Path directory, boolean terminal, boolean mayColor, String... arguments) {
        return run(directory, Map.of("TF_VAR_from_environment", "set", "OTHER", "not"), terminal, mayColor, arguments);
    }

    private static CommandLineRun run(
            Path directory, Map<String, String> environment, boolean terminal, boolean mayColor, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                new Terminal(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        directory.toAbsolutePath().normalize(),
                        environment,
                        terminal,
                        terminal,
                        mayColor,
                        StandardCharsets.UTF_8,
                        100),
                arguments);
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
