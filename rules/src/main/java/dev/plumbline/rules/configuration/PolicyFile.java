package dev.plumbline.rules.configuration;

import dev.plumbline.iac.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of an organisation's policy. Whoever starts the scan names it, and trusts it.
 *
 * @param source its text, under the name by which it is reported
 * @param directory what its paths start from, or null where there are no files beside it
 */
public record PolicyFile(SourceFile source, Path directory) {

    /** A policy that is a resource of the class path. */
    public static PolicyFile ofResource(String name, String text) {
        return new PolicyFile(new SourceFile("classpath:" + name, text), null);
    }

    /**
     * Reads a policy: a file, or all YAML files right in a directory in the order of their names. They are reported by
     * their paths below the scan's base directory where they are there, by their names elsewhere.
     *
     * @throws IOException where it cannot be read; the message says why
     */
    public static List<PolicyFile> read(Path path, Path base) throws IOException {
        Path policy = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(policy)) {
            return List.of(one(policy, base));
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(policy)) {
            files = entries.filter(entry -> entry.toString().endsWith(".yaml")
                            || entry.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException("the policy " + path + " holds no YAML file");
        }
        List<PolicyFile> policies = new ArrayList<>();
        for (Path file : files) {
            policies.add(one(file, base));
        }
        return policies;
    }

    private static PolicyFile one(Path file, Path base) throws IOException {
        Path root = base.toAbsolutePath().normalize();
        String name = file.startsWith(root)
                ? root.relativize(file).toString().replace('\\', '/')
                : file.getFileName().toString();
        try {
            String text = Files.readString(file);
            return new PolicyFile(
                    new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text), file.getParent());
        } catch (IOException e) {
            throw new IOException("the policy " + file + " cannot be read: " + e, e);
        }
    }
}
