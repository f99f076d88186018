package dev.plumbline.iac;

import java.util.Objects;

/**
 * One resource's mention of another.
 *
 * @param from the address of the resource that mentions; or that of a module, for an {@link UnseenModule}, and for the
 *     order of all that is in a module
 * @param fromPath where in it: {@code kms_key_id}, {@code rule[0].apply[0].kms_master_key_id},
 *     {@code properties.subnets[1].networkSecurityGroup.id}; empty for the resource as a whole
 * @param to the address of the resource that is mentioned; in an order also of a module
 * @param toPath which of its attributes: {@code arn}, {@code id}; empty for the resource as a whole
 */
public record Edge(String from, String fromPath, String to, String toPath, Kind kind) {

    /** How one resource is tied to another. */
    public enum Kind {
        /** An expression of {@code from} refers to {@code to}. */
        REFERENCE,
        /** {@code from} is a child of {@code to}: ARM's child and extension resources. */
        CONTAINMENT,
        /** {@code from} only has to be deployed after {@code to}. */
        ORDER
    }

    public Edge {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(fromPath, "fromPath");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(toPath, "toPath");
        Objects.requireNonNull(kind, "kind");
    }
}
