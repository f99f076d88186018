package dev.plumbline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A local repository for the Maven runs of the tests, so that nothing of this build gets into the user's. It holds the
 * artifacts that this build has just packaged; what they depend on is taken from the user's local repository, where this
 * build has put it, and from Maven Central what is not there.
 */
final class LocalRepository {
    private static final List<String> MODULES =
            List.of("iac-parsers", "rules", "git", "publishers", "annotators", "maven-plugin");

    private static final Path PATH = stage();

    private LocalRepository() {}

    static Path staged() {
        return PATH;
    }

    private static Path stage() {
        try {
            Path repository = Environment.WORK.resolve("repository");
            Path group = repository.resolve("dev/plumbline");
            Directories.delete(group);
            put(group, "plumbline", Environment.ROOT.resolve("pom.xml"), "pom");
            for (String module : MODULES) {
                Path directory = Environment.ROOT.resolve(module);
                String artifact = module.equals("maven-plugin") ? "plumbline-maven-plugin" : module;
                put(group, artifact, directory.resolve("pom.xml"), "pom");
                put(group, artifact, directory.resolve("target/" + file(artifact, "jar")), "jar");
            }
            fetchDependencies(repository);
            forgetWhereFrom(repository);
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Adds a jar of texts, by their names in it. */
    static void add(String group, String artifact, String version, Map<String, String> entries) throws IOException {
        Path directory = PATH.resolve(group).resolve(artifact).resolve(version);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(artifact + "-" + version + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </project>
                """.formatted(
                        group.replace('/', '.'), artifact, version));
        Path jar = directory.resolve(artifact + "-" + version + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static void put(Path group, String artifact, Path from, String extension) throws IOException {
        Path directory = group.resolve(artifact).resolve(Environment.VERSION);
        Files.createDirectories(directory);
        Files.copy(from, directory.resolve(file(artifact, extension)));
    }

    private static String file(String artifact, String extension) {
        return artifact + "-" + Environment.VERSION + "." + extension;
    }

    private static void fetchDependencies(Path repository) throws IOException, InterruptedException {
        MavenBuild project = MavenBuild.of("warm-up", "");
        Outcome outcome = MavenBuild.run(
                project.directory(),
                repository,
                List.of(
                        MavenBuild.PLUGIN + ":help",
                        "-Dplumbline.it.users=" + Environment.USERS_LOCAL_REPOSITORY.toUri()),
                false);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("the plugin's dependencies cannot be had:\n" + outcome.out());
        }
    }

    /** Maven offers an artifact only to builds that name the repository it came from, unless it does not know. */
    private static void forgetWhereFrom(Path repository) throws IOException {
        for (Path path : Directories.below(repository)) {
            if (path.endsWith("_remote.repositories")) {
                Files.delete(path);
            }
        }
    }
}
