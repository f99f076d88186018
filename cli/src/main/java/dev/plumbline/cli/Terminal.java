package dev.plumbline.cli;

import dev.plumbline.publish.PublishOptions;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the process is connected to.
 *
 * @param directory the working directory
 * @param environment the variables of the environment
 * @param shown whether standard output is a terminal
 * @param watched whether standard error is one
 * @param colors whether colours may be used where output is a terminal
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        Path directory,
        Map<String, String> environment,
        boolean shown,
        boolean watched,
        boolean mayColor,
        Charset charset,
        int width) {

    static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean mayColor =
                environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                System.out,
                System.err,
                Path.of("").toAbsolutePath(),
                environment,
                isTerminal(1),
                isTerminal(2),
                mayColor,
                charsetOfOutput(),
                columns(environment.getOrDefault("COLUMNS", "")));
    }

    /** Whether colours are used where no option says so. */
    boolean colors() {
        return shown && mayColor;
    }

    /** Java 17 can tell only whether standard input and output both are one; Linux tells of each. */
    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return hasConsole();
        }
    }

    /** From Java 22 there is always a console, and it knows whether it is a terminal. */
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static Charset charsetOfOutput() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    private static int columns(String variable) {
        return variable.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(variable) : PublishOptions.DEFAULT_WIDTH;
    }
}
