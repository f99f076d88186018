package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.exemption.Exemptions;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.terraform.syntax.HclParser;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the modules of a tree, each once; those in which nothing has changed not at all. */
public final class ModuleReader {
    private static final List<String> SUFFIXES = List.of(".tf", ".tf.json", ".tofu", ".tofu.json");

    private final SourceTree tree;
    private final Memory memory;
    private final Map<String, List<String>> scanned;

    private ModuleReader(SourceTree tree, Memory memory, Map<String, List<String>> scanned) {
        this.tree = tree;
        this.memory = memory;
        this.scanned = scanned;
    }

    public ModuleReader(SourceTree tree, Memory memory) {
        this(tree, memory, new TreeMap<>());
        for (String file : tree.files()) {
            if (isConfiguration(file)) {
                scanned.computeIfAbsent(directory(file), key -> new ArrayList<>())
                        .add(file);
            }
        }
        scanned.replaceAll((directory, files) -> effective(files));
    }

    /** The same reader, for what is made of what the other tree tells: one that shows the same files. */
    public ModuleReader on(SourceTree other) {
        return new ModuleReader(other, memory, scanned);
    }

    /** The directories that hold files of Terraform and are to be scanned, in the order of their paths. */
    public Set<String> directories() {
        return new TreeSet<>(scanned.keySet());
    }

    /** The module in a directory; an empty one where there are no files of Terraform. */
    public Module read(String directory) {
        return memory.get(List.of("terraform module", directory), tree, read -> on(read).parse(directory));
    }

    /** Whether there are files of Terraform, also in a directory that is not scanned by itself. */
    public boolean exists(String directory) {
        return !files(directory).isEmpty();
    }

    private List<String> files(String directory) {
        tree.noteNames(directory);
        List<String> known = scanned.get(directory);
        if (known != null) {
            return known;
        }
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return effective(tree.list(directory).stream()
                .filter(ModuleReader::isConfiguration)
                .map(file -> prefix + file)
                .toList());
    }

    /** By OpenTofu's rule, {@code x.tofu} takes the place of {@code x.tf}. */
    private static List<String> effective(List<String> files) {
        Set<String> all = Set.copyOf(files);
        return files.stream().filter(file -> !all.contains(tofu(file))).toList();
    }

    private static String tofu(String file) {
        return file.endsWith(".tf")
                ? file.substring(0, file.length() - "tf".length()) + "tofu"
                : file.endsWith(".tf.json") ? file.substring(0, file.length() - "tf.json".length()) + "tofu.json" : "";
    }

    private Module parse(String directory) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Exemption> exemptions = new ArrayList<>();
        Declarations declarations = new Declarations(diagnostics);
        List<Declarations> overrides = new ArrayList<>();
        for (String path : files(directory)) {
            Declarations into = declarations;
            if (isOverride(name(path))) {
                into = new Declarations(diagnostics);
                overrides.add(into);
            }
            Exemptions exempted = read(path, into, diagnostics);
            exemptions.addAll(exempted.found());
            diagnostics.addAll(exempted.problems());
        }
        overrides.forEach(declarations::override);
        return declarations.module(directory, exemptions);
    }

    /** @return what the file exempts */
    private Exemptions read(String path, Declarations into, List<Diagnostic> diagnostics) {
        Optional<SourceFile> file = tree.read(path, diagnostics::add);
        return file.map(source -> read(source, into, diagnostics)).orElseGet(Exemptions::new);
    }

    private static Exemptions read(SourceFile source, Declarations into, List<Diagnostic> diagnostics) {
        Exemptions exemptions = new Exemptions();
        if (source.path().endsWith(".json")) {
            Document document = TreeReader.json(source);
            diagnostics.addAll(document.diagnostics());
            List<Block> blocks = JsonConfiguration.blocks(source, document.root());
            blocks.forEach(into::add);
            ModuleExemptions.read(source, document, blocks, exemptions);
            return exemptions;
        }
        HclFile file = HclParser.parse(source);
        diagnostics.addAll(file.diagnostics());
        file.body().blocks().forEach(into::add);
        ModuleExemptions.read(file, exemptions);
        return exemptions;
    }

    /** Whether a file is read as configuration, by its name. */
    public static boolean isConfiguration(String path) {
        String name = name(path);
        boolean hidden = name.startsWith(".") || name.startsWith("#");
        return !hidden && SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private static boolean isOverride(String name) {
        return SUFFIXES.stream()
                .anyMatch(suffix -> name.equals("override" + suffix) || name.endsWith("_override" + suffix));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
