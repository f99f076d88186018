package dev.plumbline.it;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Where things are in the build that runs the tests. */
final class Environment {
    static final String VERSION = property("version");
    static final Path ROOT = Path.of(property("root"));
    static final Path WORK = ROOT.resolve("it-tests/target/it");
    static final Path USERS_LOCAL_REPOSITORY = Path.of(property("localRepository"));

    private Environment() {}

    static Path maven() {
        return Path.of(property("maven"), "bin", isWindows() ? "mvn.cmd" : "mvn");
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static String property(String name) {
        return Objects.requireNonNull(
                System.getProperty("plumbline.it." + name), "these tests run in mvn verify: plumbline.it." + name);
    }
}
