package dev.plumbline.iac.terraform.syntax;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been read of a body. */
final class BodyItems {
    /** Up to here, looking through the attributes is faster than a map. */
    private static final int FEW = 32;

    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private Map<String, Attribute> byName;

    void add(Block block) {
        blocks.add(block);
    }

    /** The second attribute of a name is an error, and left out. */
    void add(Attribute attribute, Problems problems) {
        Attribute first = find(attribute.name());
        if (first != null) {
            problems.syntax(
                    attribute.nameRange(),
                    "Attribute redefined",
                    "It is set in line " + first.nameRange().startLine() + " already.");
            return;
        }
        attributes.add(attribute);
        if (attributes.size() == FEW) {
            byName = new HashMap<>();
            attributes.forEach(known -> byName.put(known.name(), known));
        } else if (attributes.size() > FEW) {
            byName.put(attribute.name(), attribute);
        }
    }

    Body body(SourceRange range) {
        return new Body(attributes, blocks, range);
    }

    private Attribute find(String name) {
        if (attributes.size() >= FEW) {
            return byName.get(name);
        }
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }
}
