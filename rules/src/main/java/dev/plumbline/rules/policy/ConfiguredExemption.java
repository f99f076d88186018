package dev.plumbline.rules.policy;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.source.Glob;
import java.util.List;
import java.util.Objects;

/**
 * An exemption that is written beside the templates.
 *
 * @param resources patterns of addresses, with {@code *} and {@code ?}; empty for every resource
 * @param paths files, or directories with all that is in them, relative to the scan's base; empty for every file
 */
public record ConfiguredExemption(Exemption exemption, List<String> resources, List<Glob> paths) {
    public ConfiguredExemption {
        Objects.requireNonNull(exemption, "exemption");
        resources = List.copyOf(resources);
        paths = List.copyOf(paths);
    }
}
