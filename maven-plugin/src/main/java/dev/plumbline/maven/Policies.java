package dev.plumbline.maven;

import static dev.plumbline.maven.Refusals.refused;

import dev.plumbline.rules.configuration.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** An organisation's policy, as the parameter {@code policy} names it. */
final class Policies {
    private static final String CLASS_PATH = "classpath:";
    private static final String REMEDY =
            "name a file, a directory of YAML files, or classpath: and a resource of a" + " dependency of the plugin";

    private Policies() {}

    /**
     * @param names files and directories, relative ones to the project's directory; resources after {@code classpath:}
     * @param resources where these are found: the plugin's class path, with the dependencies that the POM adds to it
     */
    static List<PolicyFile> read(List<String> names, Path base, Path project, ClassLoader resources)
            throws MojoExecutionException {
        List<PolicyFile> policies = new ArrayList<>();
        for (String name : names) {
            try {
                if (name.startsWith(CLASS_PATH)) {
                    policies.add(resource(name.substring(CLASS_PATH.length()), resources));
                } else {
                    policies.addAll(PolicyFile.read(project.resolve(name), base));
                }
            } catch (IOException e) {
                throw refused("policy", e.getMessage(), REMEDY);
            }
        }
        return policies;
    }

    private static PolicyFile resource(String name, ClassLoader resources) throws IOException {
        String path = name.startsWith("/") ? name.substring(1) : name;
        try (InputStream in = resources.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("there is no resource " + path + " on the plugin's class path");
            }
            return PolicyFile.ofResource(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
