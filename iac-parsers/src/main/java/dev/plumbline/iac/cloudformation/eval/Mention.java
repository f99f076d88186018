package dev.plumbline.iac.cloudformation.eval;

/**
 * A resource that something comes from.
 *
 * @param address from the outermost stack: {@code Network/Vpc}
 * @param attribute empty for the resource as a whole
 */
public record Mention(String address, String attribute) {}
