package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.util.HashMap;
import java.util.Map;

/**
 * The versions of providers: those that {@code terraform init} chose, from the root module's <a
 * href="https://developer.hashicorp.com/terraform/language/files/dependency-lock">lock file</a>, else what a module
 * requires.
 */
public final class ProviderVersions {
    private final Map<String, String> locked = new HashMap<>();

    /** @param root the root module's directory: only its lock file counts */
    public ProviderVersions(SourceTree tree, String root) {
        String file = ModuleSources.join(root, ".terraform.lock.hcl").orElseThrow();
        if (tree.isFile(file)) {
            tree.read(file, problem -> {})
                    .ifPresent(source -> HclParser.parse(source).body().blocks().forEach(this::add));
        }
    }

    private void add(Block block) {
        Attribute version = block.body().attribute("version");
        if (block.type().equals("provider") && block.labels().size() == 1 && version != null) {
            locked.putIfAbsent(name(block.labels().get(0).text()), Declarations.text(version.value()));
        }
    }

    /** Namespace and type alone: registries mirror each other. */
    private static String name(String source) {
        String[] parts = source.split("/", -1);
        return parts.length < 2 ? "hashicorp/" + source : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    /**
     * The exact version where one is locked, else the module's constraint; empty where neither is written.
     *
     * @param localName what the module calls the provider
     */
    public String of(Module module, String localName) {
        Requirement requirement = module.requirements().getOrDefault(localName, Requirement.NONE);
        return locked.getOrDefault(name(requirement.sourceOf(localName)), requirement.version());
    }
}
