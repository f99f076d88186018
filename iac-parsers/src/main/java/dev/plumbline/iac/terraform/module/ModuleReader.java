package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.terraform.syntax.HclParser;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the modules of a tree, each once. */
public final class ModuleReader {
    private final SourceTree tree;
    private final Map<String, List<String>> scanned = new TreeMap<>();
    private final Map<String, Module> modules = new HashMap<>();

    public ModuleReader(SourceTree tree) {
        this.tree = tree;
        for (String file : tree.files()) {
            if (isConfiguration(name(file))) {
                scanned.computeIfAbsent(directory(file), key -> new ArrayList<>())
                        .add(file);
            }
        }
    }

    /** The directories that hold files of Terraform and are to be scanned, in the order of their paths. */
    public Set<String> directories() {
        return new TreeSet<>(scanned.keySet());
    }

    /** The module in a directory; an empty one where there are no files of Terraform. */
    public Module read(String directory) {
        Module known = modules.get(directory);
        if (known == null) {
            known = parse(directory);
            modules.put(directory, known);
        }
        return known;
    }

    /** Whether there are files of Terraform, also in a directory that is not scanned by itself. */
    public boolean exists(String directory) {
        return !files(directory).isEmpty();
    }

    private List<String> files(String directory) {
        List<String> known = scanned.get(directory);
        if (known != null) {
            return known;
        }
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return tree.list(directory).stream()
                .filter(ModuleReader::isConfiguration)
                .map(file -> prefix + file)
                .toList();
    }

    private Module parse(String directory) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Declarations declarations = new Declarations(diagnostics);
        Declarations overrides = new Declarations(diagnostics);
        for (String path : files(directory)) {
            tree.read(path, diagnostics::add).ifPresent(source -> {
                boolean override = isOverride(name(path));
                read(source, override ? overrides : declarations, diagnostics);
            });
        }
        declarations.override(overrides);
        return declarations.module(directory);
    }

    private static void read(SourceFile source, Declarations into, List<Diagnostic> diagnostics) {
        if (source.path().endsWith(".json")) {
            Document document = TreeReader.json(source);
            diagnostics.addAll(document.diagnostics());
            JsonConfiguration.blocks(source, document.root()).forEach(into::add);
            return;
        }
        HclFile file = HclParser.parse(source);
        diagnostics.addAll(file.diagnostics());
        file.body().blocks().forEach(into::add);
    }

    private static boolean isConfiguration(String name) {
        return (name.endsWith(".tf") || name.endsWith(".tf.json")) && !name.startsWith(".") && !name.startsWith("#");
    }

    private static boolean isOverride(String name) {
        String stem = name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
        return stem.equals("override.tf") || stem.endsWith("_override.tf");
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
