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
    /** Where {@code terraform init} puts modules, below the root module's directory. */
    private static final String INSTALLED = ".terraform/modules";

    private final SourceTree tree;
    private final String root;
    private final Map<String, String> installed = new HashMap<>();

    /** @param root the root module's directory, where {@code terraform init} notes what it has fetched */
    public ModuleSources(SourceTree tree, String root) {
        this.tree = tree;
        this.root = root;
        String manifest = join(root, INSTALLED + "/modules.json").orElseThrow();
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
                    join(root, slashed(directory.text())).ifPresent(path -> installed.put(key.text(), path));
                }
            }
        }
    }

    /** The source as written; empty where it is no plain string. */
    public static String written(Block call) {
        Attribute source = call.body().attribute("source");
        return source == null ? "" : Declarations.text(source.value());
    }

    /** Terraform writes and takes the separators of the platform it runs on. */
    private static String slashed(String path) {
        return path.replace('\\', '/');
    }

    public static boolean isLocal(String source) {
        String path = slashed(source);
        return path.startsWith("./") || path.startsWith("../") || path.equals(".") || path.equals("..");
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
            return join(from, slashed(source));
        }
        return Optional.ofNullable(installed.get(key))
                .or(() -> join(root, INSTALLED + "/" + key + "/" + subdirectory(source)))
                .filter(tree::isDirectory);
    }

    /** What stands after {@code //} in an address, its scheme aside: the module's directory in its package. */
    private static String subdirectory(String source) {
        int scheme = source.indexOf("://");
        int start = source.indexOf("//", scheme < 0 ? 0 : scheme + "://".length());
        int query = source.indexOf('?');
        return start < 0 ? "" : source.substring(start + "//".length(), query < start ? source.length() : query);
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
