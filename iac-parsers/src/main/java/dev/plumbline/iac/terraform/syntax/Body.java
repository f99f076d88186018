package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import java.util.List;

/** The content of a file or of a block: attributes and blocks, each in the order of the source. */
public record Body(List<Attribute> attributes, List<Block> blocks, SourceRange range) {

    public Body {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** The attribute of that name, or null where there is none. */
    public Attribute attribute(String name) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    /** @param range from the name to the end of the expression */
    public record Attribute(String name, SourceRange nameRange, Expression value, SourceRange range) {}

    /**
     * @param header from the type to the last label
     * @param range from the type to the closing brace
     */
    public record Block(
            String type, SourceRange typeRange, List<Label> labels, Body body, SourceRange header, SourceRange range) {
        public Block {
            labels = List.copyOf(labels);
        }
    }

    /** A label, quoted or not. */
    public record Label(String text, SourceRange range) {}
}
