package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A configuration file, read. What could not be read is left out.
 *
 * @param path as it is reported
 * @param open the keys that are left open to inner scopes
 * @param roots values of single root modules, templates and directories, by their paths relative to the scan's base
 * @param problems all that is wrong with it
 */
public record ConfigurationFile(
        String path,
        Settings settings,
        Set<String> open,
        ScopedPolicy policy,
        Map<String, Settings> roots,
        List<Diagnostic> problems) {
    public ConfigurationFile {
        Objects.requireNonNull(path, "path");
        open = Set.copyOf(open);
        roots = Map.copyOf(roots);
        problems = List.copyOf(problems);
    }
}
