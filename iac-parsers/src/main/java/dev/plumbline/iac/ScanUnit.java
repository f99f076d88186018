package dev.plumbline.iac;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is deployed as one: a Terraform root module, an ARM template, a CloudFormation template.
 *
 * @param path the root module's directory or the template's file, relative to the scan's base directory; empty for the
 *     base directory itself
 * @param worlds what may be deployed, at least one, see {@link World}
 * @param diagnostics what there is to say about its files, in their order
 * @param exemptions what its files exempt, in their order; a file that several units share says the same in each
 * @param changes the addresses of the resources that the deployment creates or changes, where that is known: a plan
 *     says it, templates do not
 */
public record ScanUnit(
        String path,
        Dialect dialect,
        List<World> worlds,
        List<Diagnostic> diagnostics,
        List<Exemption> exemptions,
        Optional<Set<String>> changes) {

    /**
     * One consistent way in which the unit's undecided conditions may turn out. A unit without undecided conditions has
     * a single world.
     *
     * @param premises what it takes to be so, each subject once
     */
    public record World(List<Premise> premises, ResourceGraph graph) {
        public World {
            premises = List.copyOf(premises);
            Objects.requireNonNull(graph, "graph");
        }

        /** The world of a unit without undecided conditions. */
        public World(ResourceGraph graph) {
            this(List.of(), graph);
        }
    }

    /**
     * Something that a world takes to be so. Two worlds whose premises of one subject differ in the value rule each other
     * out.
     *
     * @param subject what it is about: a condition, a parameter, a comparison
     * @param value how that turns out
     * @param text fit for people, a clause: {@code "IsProd is false"}
     */
    public record Premise(String subject, String value, String text) {
        public Premise {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(text, "text");
        }
    }

    public ScanUnit {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(dialect, "dialect");
        worlds = List.copyOf(worlds);
        if (worlds.isEmpty()) {
            throw new IllegalArgumentException("a unit has at least one world");
        }
        diagnostics = List.copyOf(diagnostics);
        exemptions = List.copyOf(exemptions);
        changes = changes.map(Set::copyOf);
    }

    /** A unit of which it is not known what is there already. */
    public ScanUnit(
            String path,
            Dialect dialect,
            List<World> worlds,
            List<Diagnostic> diagnostics,
            List<Exemption> exemptions) {
        this(path, dialect, worlds, diagnostics, exemptions, Optional.empty());
    }

    /** A unit of which nothing is exempted. */
    public ScanUnit(String path, Dialect dialect, List<World> worlds, List<Diagnostic> diagnostics) {
        this(path, dialect, worlds, diagnostics, List.of());
    }

    /** A unit whose conditions are all decided, and of which nothing is exempted. */
    public ScanUnit(String path, Dialect dialect, ResourceGraph graph, List<Diagnostic> diagnostics) {
        this(path, dialect, List.of(new World(graph)), diagnostics);
    }

    /** The same unit with these exemptions. */
    public ScanUnit withExemptions(Collection<Exemption> found) {
        return new ScanUnit(
                path,
                dialect,
                worlds,
                diagnostics,
                found.stream().sorted().distinct().toList(),
                changes);
    }
}
