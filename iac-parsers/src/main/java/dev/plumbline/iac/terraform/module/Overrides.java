package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import java.util.ArrayList;
import java.util.List;

/** How a block of an <a href="https://developer.hashicorp.com/terraform/language/files/override">override file</a> merges. */
final class Overrides {

    private Overrides() {}

    /** Arguments are replaced one by one; nested blocks of a type replace all of that type, but lifecycle is merged. */
    static Block merged(Block base, Block override) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : base.body().blocks()) {
            List<Block> same = override.body().blocks().stream()
                    .filter(other -> kind(other).equals(kind(block)))
                    .toList();
            if (same.isEmpty()) {
                blocks.add(block);
            } else if (block.type().equals("lifecycle")) {
                blocks.add(merged(block, same.get(0)));
            }
        }
        boolean lifecycle = blocks.stream().anyMatch(block -> block.type().equals("lifecycle"));
        override.body().blocks().stream()
                .filter(block -> !lifecycle || !block.type().equals("lifecycle"))
                .forEach(blocks::add);
        Body body = new Body(
                attributes(base.body(), override.body()), blocks, base.body().range());
        return new Block(base.type(), base.typeRange(), base.labels(), body, base.header(), base.range());
    }

    private static List<Attribute> attributes(Body base, Body override) {
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : base.attributes()) {
            Attribute replaced = override.attribute(attribute.name());
            attributes.add(replaced == null ? attribute : replaced);
        }
        for (Attribute attribute : override.attributes()) {
            if (base.attribute(attribute.name()) == null) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    private static String kind(Block block) {
        return block.type().equals("dynamic") && !block.labels().isEmpty()
                ? block.labels().get(0).text()
                : block.type();
    }
}
