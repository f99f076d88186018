package dev.plumbline.iac.cloudformation.cdk;

import dev.plumbline.iac.cloudformation.template.ParameterFile.Given;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.TreeReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The directories of cloud assemblies in a scan: their {@code manifest.json} says to which account and region a stack
 * goes, and under what name.
 */
public final class CloudAssembly {
    private static final String STACK = "aws:cloudformation:stack";
    private static final String UNKNOWN = "unknown-";

    private final SourceTree tree;

    /** By the path of the manifest, what holds for each of its templates by the name of the file. */
    private final Map<String, Map<String, Map<String, Given>>> assemblies = new HashMap<>();

    public CloudAssembly(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Whether a file is an asset that a stack uploads: code or data of its own, which may hold templates that are not
     * deployed.
     */
    public boolean isAsset(String path) {
        for (int at = path.indexOf("asset."); at >= 0; at = path.indexOf("asset.", at + 1)) {
            boolean starts = at == 0 || path.charAt(at - 1) == '/';
            if (starts && tree.isFile(path.substring(0, at) + "manifest.json")) {
                return true;
            }
        }
        return false;
    }

    /** The pseudo parameters that are known for the template at a path; empty where it is not of an assembly. */
    public Map<String, Given> environment(String path) {
        return assemblies
                .computeIfAbsent(manifest(path), this::read)
                .getOrDefault(path.substring(path.lastIndexOf('/') + 1), Map.of());
    }

    /** Where the manifest is that speaks of the template at a path, if there is one. */
    public static String manifest(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1) + "manifest.json";
    }

    private Map<String, Map<String, Given>> read(String path) {
        SourceFile file = tree.isFile(path) ? tree.read(path, problem -> {}).orElse(null) : null;
        Map<String, Map<String, Given>> templates = new HashMap<>();
        if (file != null
                && TreeReader.json(file).root() instanceof Mapping manifest
                && manifest.get("artifacts") instanceof Mapping artifacts) {
            for (Member artifact : artifacts.members()) {
                if (artifact.value() instanceof Mapping stack
                        && STACK.equals(text(stack.get("type")))
                        && stack.get("properties") instanceof Mapping properties
                        && text(properties.get("templateFile")) != null) {
                    templates.put(text(properties.get("templateFile")), environment(artifact, stack, properties));
                }
            }
        }
        return templates;
    }

    private static Map<String, Given> environment(Member artifact, Mapping stack, Mapping properties) {
        Map<String, Given> known = new LinkedHashMap<>();
        Node name = properties.get("stackName");
        known.put(
                "AWS::StackName",
                text(name) == null
                        ? new Given(artifact.key(), artifact.keyRange())
                        : new Given(text(name), name.range()));
        Node environment = stack.get("environment"); // aws://ACCOUNT/REGION
        String[] parts =
                text(environment) == null ? new String[0] : text(environment).split("/");
        if (parts.length == 4 && parts[0].equals("aws:")) {
            put(known, "AWS::AccountId", parts[2], environment);
            put(known, "AWS::Region", parts[3], environment);
        }
        return known;
    }

    private static void put(Map<String, Given> known, String name, String text, Node place) {
        if (!text.isEmpty() && !text.startsWith(UNKNOWN)) {
            known.put(name, new Given(text, place.range()));
        }
    }

    private static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : null;
    }
}
