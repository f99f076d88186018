package dev.plumbline.iac.terraform.module;

/**
 * An entry of {@code required_providers}.
 *
 * @param source {@code hashicorp/aws}; empty where it is not written
 * @param version the constraint: {@code ~> 5.0}; empty where it is not written
 */
public record Requirement(String source, String version) {
    static final Requirement NONE = new Requirement("", "");

    /** By Terraform's rule, a provider whose source is not written is one of HashiCorp's, of the same name. */
    String sourceOf(String localName) {
        return source.isEmpty() ? "hashicorp/" + localName : source;
    }
}
