package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code plumbline.yaml} files of the directories of a scan, below its base directory.
 *
 * @param files in the order of their paths
 */
public record DirectoryConfigurations(List<ConfigurationFile> files, List<Diagnostic> problems) {
    /** How much all of them together may ask and exempt: whoever writes a tree could write any number of them. */
    private static final int MAX_ENTRIES = 10_000;

    public DirectoryConfigurations {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Those of no directory. */
    public static final DirectoryConfigurations NONE = new DirectoryConfigurations(List.of(), List.of());

    /** Those of a tree's files, and of the directories between its base and what is scanned. */
    public static DirectoryConfigurations read(SourceTree tree, Collection<Path> inputs) {
        Collection<String> paths = new TreeSet<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (String path : tree.files()) {
            if (path.endsWith("/" + Configuration.FILE)) {
                paths.add(path);
            } else if (path.endsWith("plumbline.yml") || path.endsWith(".plumbline.yaml")) {
                misnamed(path, problems);
            }
        }
        for (Path input : inputs) {
            Path relative = tree.base().relativize(tree.base().resolve(input).normalize());
            for (Path directory = relative; directory != null; directory = directory.getParent()) {
                String path = directory.toString().replace('\\', '/') + "/" + Configuration.FILE;
                if (!path.startsWith("/") && tree.isFile(path)) {
                    paths.add(path);
                }
            }
        }
        return read(tree, paths, problems);
    }

    private static DirectoryConfigurations read(SourceTree tree, Collection<String> paths, List<Diagnostic> problems) {
        List<ConfigurationFile> files = new ArrayList<>();
        int entries = 0;
        for (String path : paths) {
            String directory = path.substring(0, path.lastIndexOf('/'));
            Locations locations = new Locations(tree.base(), tree.base().resolve(directory), true);
            List<ConfigurationFile> read =
                    tree.read(path, problem -> problems.add(ConfigurationReader.ofConfiguration(problem))).stream()
                            .map(file -> ConfigurationReader.read(file, Scope.directory(directory), locations))
                            .toList();
            for (ConfigurationFile file : read) {
                problems.addAll(file.problems());
                entries += file.policy().assignments().size()
                        + file.policy().exemptions().size();
                if (entries > MAX_ENTRIES) {
                    problems.add(Diagnostic.error(
                            Policy.CONFIGURATION_ERROR,
                            "The file is not applied",
                            "The files of directories have more than %,d entries together.".formatted(MAX_ENTRIES),
                            SourceRange.startOf(path)));
                    return new DirectoryConfigurations(files, problems);
                }
                files.add(file);
            }
        }
        return new DirectoryConfigurations(files, problems);
    }

    private static void misnamed(String path, List<Diagnostic> problems) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("plumbline.yml") || name.equals(".plumbline.yaml")) {
            problems.add(Diagnostic.warning(
                    "configuration-name",
                    "This file is not read",
                    "The name of a configuration file is %s.".formatted(Configuration.FILE),
                    SourceRange.startOf(path)));
        }
    }

    /** What they ask. */
    public List<ScopedPolicy> policies() {
        return files.stream().map(ConfigurationFile::policy).toList();
    }

    /** The values that they give to what is below them. */
    public Map<String, Inputs> values() {
        Map<String, Inputs> values = new TreeMap<>();
        for (ConfigurationFile file : files) {
            if (!file.settings().all().isEmpty()) {
                values.put(file.policy().scope().directory(), Values.of(file.settings()));
            }
        }
        for (ConfigurationFile file : files) {
            file.roots().forEach((path, settings) -> values.put(path, Values.of(settings)));
        }
        return values;
    }
}
