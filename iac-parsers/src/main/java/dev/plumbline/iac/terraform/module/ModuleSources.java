package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the directory that a module call's {@code source} means. Nothing is fetched. */
public final class ModuleSources {
    private final SourceTree tree;
    private final String root;
    private final Map<String, String> installed = new HashMap<>();

    /** @param root the root module's directory, where {@code terraform init} notes what it has fetched */
    public ModuleSources(SourceTree tree, String root) {
        this.tree = tree;
        this.root = root;
        String manifest = join(root, ".terraform/modules/modules.json").orElseThrow();
        if (tree.isFile(manifest)) {
            tree.read(manifest, problem -> {}).ifPresent(this::readManifest);
        }
    }

    private void readManifest(SourceFile manifest) {
        if (TreeReader.json(manifest).root() instanceof Node.Mapping document
                && document.get("Modules") instanceof Node.Sequence entries) {
            for (Node entry : entries.items()) {
                if (entry instanceof Node.Mapping module
                        && module.get("Key") instanceof Node.Scalar key
                        && module.get("Dir") instanceof Node.Scalar directory) {
                    join(root, directory.text()).ifPresent(path -> installed.put(key.text(), path));
                }
            }
        }
    }

    /** The source as written; empty where it is no plain string. */
    public static String written(Block call) {
        Attribute source = call.body().attribute("source");
        return source == null ? "" : Declarations.text(source.value());
    }

    public static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../") || source.equals(".") || source.equals("..");
    }

    /**
     * The directory of the called module, where it is in the tree.
     *
     * @param key the call's place as {@code modules.json} writes it: {@code net.subnets}
     * @param from the calling module's directory
     */
    public Optional<String> directory(Block call, String key, String from) {
        String source = written(call);
        if (isLocal(source)) {
            return join(from, source);
        }
        return Optional.ofNullable(installed.get(key)).filter(tree::isDirectory);
    }

    /** The path from a directory; empty where it leads out of the tree or is absolute. */
    public static Optional<String> join(String directory, String path) {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (directory + "/" + path).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }
}
