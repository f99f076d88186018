package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.policy.ScopedPolicy;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a scan is to do, and where that is said: of an organisation's policy, the {@code plumbline.yaml} of the base
 * directory and the options of a host the innermost counts, as far as the outer ones let it.
 *
 * @param effective without what the files of directories say, which is about parts of the scan
 * @param files what was read, in the order in which it counts
 * @param ofDirectories whether the files of directories count, too
 * @param layers what {@code effective} is made of
 * @param problems all that is wrong with the files
 */
public record Configuration(
        Path base,
        Effective effective,
        Policy policy,
        Inputs values,
        List<String> files,
        boolean ofDirectories,
        Layers layers,
        List<Diagnostic> problems) {
    /** The name of a configuration file. */
    public static final String FILE = "plumbline.yaml";

    /** @param roots what files say of single roots, by their paths */
    record Layers(List<Settings> files, Map<String, Settings> roots, Settings options) {}

    public Configuration {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Reads what there is.
     *
     * @param base the scan's base directory
     * @param policies an organisation's policy, the later ones before the earlier where they say different things
     * @param ofTree whether the {@code plumbline.yaml} files of the scanned tree count
     * @param options what the host was told
     * @throws IOException where the base directory cannot be read
     */
    public static Configuration load(Path base, List<PolicyFile> policies, boolean ofTree, Settings options)
            throws IOException {
        Path root = base.toAbsolutePath().normalize();
        List<Diagnostic> problems = new ArrayList<>();
        List<ConfigurationFile> files = new ArrayList<>();
        Settings organisation = Settings.NONE;
        for (PolicyFile policy : policies) {
            Locations locations = new Locations(root, policy.directory(), false);
            ConfigurationFile file = ConfigurationReader.read(policy.source(), Scope.ORGANISATION, locations);
            files.add(file);
            for (Setting<?> setting : file.settings().all()) {
                organisation = organisation.with(setting);
            }
        }
        organisation = Denials.guarded(root, organisation, files);
        Settings repository = Settings.NONE;
        if (ofTree && Files.exists(root.resolve(FILE))) {
            SourceTree tree = SourceTree.open(root, List.of(root.resolve(FILE)), List.of());
            Optional<ConfigurationFile> file = tree.read(
                            FILE, problem -> problems.add(ConfigurationReader.ofConfiguration(problem)))
                    .map(source -> ConfigurationReader.read(source, Scope.REPOSITORY, new Locations(root, root, true)));
            file.ifPresent(files::add);
            repository = file.map(ConfigurationFile::settings).orElse(Settings.NONE);
        }
        files.forEach(file -> problems.addAll(file.problems()));
        Map<String, Settings> roots = new TreeMap<>();
        files.forEach(file -> roots.putAll(file.roots()));
        Layers layers = new Layers(List.of(organisation, repository), roots, options);
        Effective effective = Effective.of(List.of(organisation, repository, options), problems::add);
        return new Configuration(
                root,
                effective,
                policy(files),
                values(layers),
                files.stream().map(ConfigurationFile::path).toList(),
                ofTree,
                layers,
                problems);
    }

    private static Policy policy(List<ConfigurationFile> files) {
        Map<Scope.Level, ScopedPolicy> byLevel = new TreeMap<>();
        files.forEach(file -> byLevel.merge(file.policy().scope().level(), file.policy(), ScopedPolicy::and));
        return new Policy(List.copyOf(byLevel.values()));
    }

    private static Inputs values(Layers layers) {
        Effective ofFiles = Effective.of(layers.files(), ignored -> {});
        Inputs values = new Inputs(
                ofFiles.value(Key.VARIABLES).orElseThrow(),
                ofFiles.value(Key.VARIABLE_FILES).orElseThrow(),
                ofFiles.value(Key.PARAMETER_FILES).orElseThrow(),
                Map.of(),
                ofFiles.value(Key.WORKSPACE).orElseThrow());
        Map<String, Inputs> roots = new TreeMap<>();
        layers.roots().forEach((path, settings) -> roots.put(path, Values.of(settings)));
        return values.withRoots(roots).withOverriding(Values.of(layers.options()));
    }

    /**
     * What holds at a place, with what the files of directories say that lead there: to be shown, not to scan by.
     *
     * @param place absolute, in or below the base directory
     */
    public Configuration at(Path place, DirectoryConfigurations around) {
        String path = base.relativize(place).toString().replace('\\', '/');
        Map<String, List<Settings>> inner = new TreeMap<>();
        layers.roots().forEach((root, settings) -> inner.computeIfAbsent(root, key -> new ArrayList<>())
                .add(settings));
        List<String> read = new ArrayList<>(files);
        for (ConfigurationFile file : around.files()) {
            read.add(file.path());
            inner.computeIfAbsent(file.policy().scope().directory(), key -> new ArrayList<>())
                    .add(file.settings());
            file.roots().forEach((root, settings) -> inner.computeIfAbsent(root, key -> new ArrayList<>())
                    .add(settings));
        }
        List<Settings> all = new ArrayList<>(layers.files());
        inner.forEach((root, settings) -> {
            if (root.isEmpty() || path.equals(root) || path.startsWith(root + "/")) {
                all.addAll(settings);
            }
        });
        all.add(layers.options());
        List<Diagnostic> found = new ArrayList<>(problems);
        found.addAll(around.problems());
        return new Configuration(
                base,
                Effective.of(all, ignored -> {}),
                policy.with(around.policies()),
                values,
                read,
                ofDirectories,
                layers,
                found);
    }

    /** Whether a file has errors, so that no scan passes. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Diagnostic.Severity.ERROR);
    }

    /** The scan that this says, without what a configuration does not say: exemptions' day, the baseline. */
    public ScanRequest request() {
        return ScanRequest.of(base)
                .withInputs(inputs())
                .withExcludes(effective.value(Key.EXCLUDE).orElseThrow())
                .withValues(values)
                .withRuleDirectories(effective.value(Key.RULE_DIRECTORIES).orElseThrow())
                .withGate(gate())
                .withPolicy(policy)
                .withDirectoryConfigurations(ofDirectories)
                .withProblems(problems)
                .withOnlyChanges(effective.value(Key.ONLY_CHANGES).orElseThrow());
    }

    private List<Path> inputs() {
        List<Path> inputs = effective.value(Key.INPUTS).orElse(List.of());
        return inputs.isEmpty() ? List.of(base) : inputs;
    }

    private Gate gate() {
        return new Gate(
                effective.value(Key.FAIL_ON).orElseThrow().orElse((Severity) null),
                effective.value(Key.MIN_SCORE).orElse(null),
                effective.value(Key.MAX_SCORE_DROP).orElse(null),
                effective.value(Key.MAX_FINDINGS).orElseThrow(),
                effective.value(Key.NEW_ONLY).orElseThrow(),
                effective.value(Key.UNKNOWN).orElseThrow(),
                effective.value(Key.UNASSESSED).orElseThrow(),
                effective.value(Key.UNUSED_EXEMPTIONS).orElseThrow());
    }
}
