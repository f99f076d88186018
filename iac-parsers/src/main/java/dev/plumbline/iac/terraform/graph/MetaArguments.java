package dev.plumbline.iac.terraform.graph;

import java.util.Set;

/** What the blocks of resources and module calls hold for Terraform itself, not for the provider or the module. */
final class MetaArguments {

    /** Names that stand for themselves, not for values. */
    static final Set<String> NOT_EVALUATED = Set.of("depends_on", "provider", "providers", "ignore_changes");

    /** Nested blocks of resources. */
    static final Set<String> BLOCKS = Set.of("lifecycle", "provisioner", "connection");

    /** Arguments of resources and data sources. */
    static final Set<String> OF_RESOURCES = Set.of("count", "for_each", "depends_on", "provider");

    /** Arguments of module calls. */
    static final Set<String> OF_CALLS = Set.of("source", "version", "count", "for_each", "depends_on", "providers");

    private MetaArguments() {}
}
