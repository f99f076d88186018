package dev.plumbline.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the Maven that runs this build, without a network, on a copy of a project of {@code src/it}. */
final class MavenBuild {
    static final String PLUGIN = "dev.plumbline:plumbline-maven-plugin:" + Environment.VERSION;

    private final Path directory;

    private MavenBuild(Path directory) {
        this.directory = directory;
    }

    /** @param name of the directory below {@code src/it}; each test has its own copy of it */
    static MavenBuild of(String name, String test) throws IOException {
        return of(Environment.ROOT.resolve("it-tests/src/it").resolve(name), name + "-" + test);
    }

    static MavenBuild of(Path project, String copy) throws IOException {
        Path directory = Environment.WORK.resolve("projects").resolve(copy);
        Directories.delete(directory);
        Directories.copy(project, directory);
        // Ends Maven's search for the root of the build, which would be this one's.
        Files.createDirectories(directory.resolve(".mvn"));
        return new MavenBuild(directory);
    }

    Path directory() {
        return directory;
    }

    /** Runs with a local repository that holds this build's artifacts, and all that they need. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(directory, LocalRepository.staged(), List.of(arguments), true);
    }

    static Outcome run(Path directory, Path localRepository, List<String> arguments, boolean offline)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Environment.maven().toString());
        command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-Dplumbline.version=" + Environment.VERSION));
        command.add("-Dmaven.repo.local=" + localRepository);
        if (offline) {
            command.add("-o");
        }
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8");
        return Outcome.of(process);
    }
}
