package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.exemption.Spelling;
import dev.plumbline.iac.source.Glob;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.policy.ScopedPolicy;
import dev.plumbline.rules.posture.Gate.Response;
import dev.plumbline.rules.view.NodeValues;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads the format that {@code docs/configuration.md} describes. The file may come from a stranger: its size, the number of
 * its entries, and where its paths lead are bounded.
 */
final class ConfigurationReader {
    /** The formats of reports that there are. */
    static final List<String> REPORT_FORMATS =
            List.of("console", "sarif", "json", "html", "markdown", "junit", "gitlab", "sonar", "csv");

    static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();

    private static final String NONE = "none";
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_ROOTS = 1_000;
    private static final int MAX_NUMBER = 1_000_000;

    /** What says something of the roots in a directory, rather than of the scan as a whole. */
    private static final Set<Key<?>> OF_ROOTS =
            Set.of(Key.VARIABLES, Key.VARIABLE_FILES, Key.PARAMETER_FILES, Key.WORKSPACE);

    private final Scope scope;
    private final Locations locations;
    private final List<Diagnostic> problems = new ArrayList<>();
    private Set<String> open = Set.of();

    private ConfigurationReader(Scope scope, Locations locations) {
        this.scope = scope;
        this.locations = locations;
    }

    static ConfigurationFile read(SourceFile file, Scope scope, Locations locations) {
        return new ConfigurationReader(scope, locations).read(file);
    }

    private ConfigurationFile read(SourceFile file) {
        Optional<Section> root = root(file);
        Settings settings = Settings.NONE;
        Map<String, Settings> roots = new TreeMap<>();
        ScopedPolicy policy = new ScopedPolicy(scope, List.of(), List.of(), List.of(), List.of());
        if (root.isPresent()) {
            Section section = root.get();
            // For editors; the schema itself is known.
            section.node("$schema");
            open = open(section);
            settings = ofRoots(section, ofScan(section));
            roots.putAll(roots(section));
            policy = new PolicySection(scope, problems).read(section);
            section.finish();
        }
        return new ConfigurationFile(file.path(), settings, open, policy, roots, problems);
    }

    private Optional<Section> root(SourceFile file) {
        if (file.text().length() > MAX_LENGTH) {
            problems.add(error(
                    SourceRange.startOf(file.path()), "The file has more than %,d characters".formatted(MAX_LENGTH)));
            return Optional.empty();
        }
        Document document = TreeReader.yaml(file);
        document.diagnostics().forEach(diagnostic -> problems.add(ofConfiguration(diagnostic)));
        return document.root() == null ? Optional.empty() : Section.of(document.root(), "", problems::add);
    }

    /** The keys that are left open to inner scopes. */
    private Set<String> open(Section section) {
        List<String> names = new ArrayList<>(Key.ALL.stream().map(Key::id).toList());
        names.add("gate");
        for (Node.Scalar item : section.items("open")) {
            if (!names.contains(item.text())) {
                section.problem(
                        item.range(),
                        "There is nothing called %s to leave open".formatted(item.text()),
                        Spelling.hint(item.text(), names).strip());
            }
        }
        return Set.copyOf(section.texts("open"));
    }

    private Settings ofScan(Section section) {
        Settings settings = inputs(section);
        settings = put(settings, Key.EXCLUDE, section, "exclude", excludes(section));
        settings = put(settings, Key.ONLY_CHANGES, section, "only-changes", section.flag("only-changes"));
        settings = paths(
                settings,
                section,
                "rule-directories",
                Key.RULE_DIRECTORIES,
                locations,
                Files::isDirectory,
                "directory");
        settings = put(
                settings, Key.FOREIGN_EXEMPTIONS, section, "foreign-exemptions", section.flag("foreign-exemptions"));
        Optional<Node> baseline = section.node("baseline");
        settings = put(
                settings,
                Key.BASELINE,
                section,
                "baseline",
                section.text("baseline")
                        .flatMap(text -> locations.existing(
                                text, baseline.orElseThrow().range(), Files::isRegularFile, "file", section::problem)));
        settings = reports(settings, section);
        Optional<Section> gate = section.section("gate");
        settings = gate.isPresent() ? gate(settings, gate.get()) : settings;
        return scope.level() == Scope.Level.DIRECTORY ? withoutThoseOfTheScan(settings) : settings;
    }

    /** What is scanned is below the scan's base, wherever that is said. */
    private Settings inputs(Section section) {
        Locations ofScan = new Locations(
                locations.base(),
                scope.level() == Scope.Level.ORGANISATION ? locations.base() : locations.directory(),
                true);
        return paths(Settings.NONE, section, "inputs", Key.INPUTS, ofScan, Files::exists, "file or directory");
    }

    private Settings withoutThoseOfTheScan(Settings settings) {
        settings.all().stream()
                .filter(setting -> !OF_ROOTS.contains(setting.key()))
                .forEach(setting -> problems.add(new Diagnostic(
                        Diagnostic.Severity.INFO,
                        "configuration-ignored",
                        "%s is of no effect here".formatted(setting.key()),
                        "It is about a scan as a whole, and counts in the plumbline.yaml of the scan's base directory.",
                        setting.range())));
        return Settings.NONE;
    }

    private Settings gate(Settings before, Section gate) {
        List<String> thresholds = new ArrayList<>(SEVERITIES);
        thresholds.add(NONE);
        Settings settings = put(
                before,
                Key.FAIL_ON,
                gate,
                "fail-on",
                gate.choice(
                        "fail-on",
                        text -> text.equals(NONE)
                                ? Optional.of(Optional.<Severity>empty())
                                : Severity.of(text).map(Optional::of),
                        thresholds));
        settings = put(
                settings,
                Key.MIN_SCORE,
                gate,
                "min-score",
                gate.number("min-score", 100).map(BigDecimal::doubleValue));
        settings = put(
                settings,
                Key.MAX_SCORE_DROP,
                gate,
                "max-score-drop",
                gate.number("max-score-drop", 100).map(BigDecimal::doubleValue));
        Map<Severity, Integer> most = new EnumMap<>(Severity.class);
        gate.section("max-findings").ifPresent(section -> {
            for (Severity severity : Severity.values()) {
                section.whole(severity.id(), MAX_NUMBER).ifPresent(number -> most.put(severity, number));
            }
            section.finish();
        });
        settings = put(
                settings,
                Key.MAX_FINDINGS,
                gate,
                "max-findings",
                most.isEmpty() ? Optional.empty() : Optional.of(most));
        settings = put(settings, Key.NEW_ONLY, gate, "new-only", gate.flag("new-only"));
        settings = put(settings, Key.UNKNOWN, gate, "unknown", response(gate, "unknown"));
        settings = put(settings, Key.UNASSESSED, gate, "unassessed", response(gate, "unassessed"));
        settings = put(settings, Key.UNUSED_EXEMPTIONS, gate, "unused-exemptions", response(gate, "unused-exemptions"));
        gate.finish();
        return settings;
    }

    private static Optional<Response> response(Section gate, String key) {
        return gate.choice(
                key,
                Response::of,
                Arrays.stream(Response.values()).map(Response::id).toList());
    }

    private static Optional<List<String>> excludes(Section section) {
        List<String> globs = new ArrayList<>();
        for (Node.Scalar item : section.items("exclude")) {
            try {
                globs.add(Glob.of(item.text().strip()).toString());
            } catch (IllegalArgumentException e) {
                section.problem(item.range(), e.getMessage(), "Write it like **/sandbox/** or modules/legacy.");
            }
        }
        // An empty list says something, too: an organisation's policy leaves no exclude open with it.
        return section.node("exclude").map(node -> globs);
    }

    private Settings reports(Settings settings, Section section) {
        Map<String, Path> reports = new LinkedHashMap<>();
        section.section("reports").ifPresent(files -> {
            for (String format : REPORT_FORMATS) {
                files.text(format)
                        .flatMap(text -> locations.output(
                                text, files.node(format).orElseThrow().range(), section::problem))
                        .ifPresent(path -> reports.put(format, path));
            }
            files.finish();
        });
        return put(
                settings, Key.REPORTS, section, "reports", reports.isEmpty() ? Optional.empty() : Optional.of(reports));
    }

    private Settings ofRoots(Section section, Settings before) {
        Settings settings = put(before, Key.VARIABLES, section, "variables", variables(section));
        settings =
                paths(settings, section, "variable-files", Key.VARIABLE_FILES, locations, Files::isRegularFile, "file");
        settings = paths(
                settings, section, "parameter-files", Key.PARAMETER_FILES, locations, Files::isRegularFile, "file");
        return put(settings, Key.WORKSPACE, section, "workspace", section.text("workspace"));
    }

    private static Optional<Map<String, String>> variables(Section section) {
        return section.section("variables").map(values -> {
            Map<String, String> variables = new LinkedHashMap<>();
            for (Node.Member member : values.members()) {
                variables.put(
                        member.key(),
                        member.value() instanceof Node.Scalar scalar
                                ? scalar.text()
                                : ValueJson.compact(NodeValues.of(member.value())));
            }
            return variables;
        });
    }

    private Map<String, Settings> roots(Section section) {
        Map<String, Settings> roots = new TreeMap<>();
        for (Section root : section.sections("roots", MAX_ROOTS)) {
            Optional<Node> node = root.node("path");
            if (node.isEmpty()) {
                root.problem(root.range(), "An entry of roots needs the key path", "");
            }
            Optional<Path> path = root.text("path")
                    .flatMap(text -> locations.existing(
                            text,
                            node.orElseThrow().range(),
                            Files::exists,
                            "root module, template or directory",
                            root::problem));
            Settings values = ofRoots(root, Settings.NONE);
            root.finish();
            path.filter(found -> found.startsWith(locations.base()))
                    .ifPresent(found -> roots.put(relative(found), values));
        }
        return roots;
    }

    private String relative(Path path) {
        return locations.base().relativize(path).toString().replace('\\', '/');
    }

    private Settings paths(
            Settings settings,
            Section section,
            String name,
            Key<List<Path>> key,
            Locations from,
            Predicate<Path> kind,
            String what) {
        List<Path> paths = new ArrayList<>();
        for (Node.Scalar item : section.items(name)) {
            from.existing(item.text().strip(), item.range(), kind, what, section::problem)
                    .ifPresent(paths::add);
        }
        return put(settings, key, section, name, paths.isEmpty() ? Optional.empty() : Optional.of(paths));
    }

    private <T> Settings put(Settings settings, Key<T> key, Section section, String name, Optional<T> value) {
        if (value.isEmpty()) {
            return settings;
        }
        SourceRange range = section.keyRange(name);
        Source source = new Source(kind(), range.file() + ":" + range.startLine());
        boolean isOpen = open.contains(key.id()) || (key.id().startsWith("gate.") && open.contains("gate"));
        return settings.with(new Setting<>(key, value.get(), source, isOpen, range));
    }

    private Source.Kind kind() {
        return switch (scope.level()) {
            case ORGANISATION -> Source.Kind.ORGANISATION;
            case REPOSITORY -> Source.Kind.REPOSITORY;
            case DIRECTORY -> Source.Kind.DIRECTORY;
        };
    }

    /** What kept a configuration file from being read is an error in the configuration. */
    static Diagnostic ofConfiguration(Diagnostic diagnostic) {
        return diagnostic.severity() == Diagnostic.Severity.ERROR
                ? Diagnostic.error(
                        Policy.CONFIGURATION_ERROR, diagnostic.summary(), diagnostic.detail(), diagnostic.range())
                : diagnostic;
    }

    private static Diagnostic error(SourceRange range, String summary) {
        return Diagnostic.error(Policy.CONFIGURATION_ERROR, summary, "", range);
    }
}
