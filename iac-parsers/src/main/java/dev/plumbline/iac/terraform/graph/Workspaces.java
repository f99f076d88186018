package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.module.ModuleSources;
import java.util.Optional;

/** Terraform's workspaces. */
final class Workspaces {
    private static final String DEFAULT = "default";

    private Workspaces() {}

    /**
     * The one that the user names, else the one that Terraform has selected in this directory. Where Terraform has not
     * run nobody knows which it will be.
     */
    static Optional<String> selected(SourceTree tree, String directory, Inputs inputs) {
        if (!inputs.workspace().isEmpty()) {
            return Optional.of(inputs.workspace());
        }
        String data = ModuleSources.join(directory, ".terraform").orElseThrow();
        if (!tree.isDirectory(data)) {
            return Optional.empty();
        }
        String selection = data + "/environment";
        return tree.isFile(selection)
                ? tree.read(selection, problem -> {}).map(file -> file.text().strip())
                : Optional.of(DEFAULT);
    }
}
