package dev.plumbline.maven;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** What is said where a parameter cannot be meant. */
final class Refusals {
    private Refusals() {}

    static MojoExecutionException refused(String parameter, String fault, String remedy) {
        return new MojoExecutionException(
                "Parameter '%s' (plumbline.%s): %s; %s.".formatted(parameter, parameter, fault, remedy));
    }

    /** {@code a, b or c}. */
    static String listed(Stream<String> names) {
        List<String> all = names.toList();
        int last = all.size() - 1;
        return all.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + all.get(last);
    }
}
