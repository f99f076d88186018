package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.List;

/** A provider's configuration, of which we know the tags that it gives to all of its resources. */
final class ProviderNode extends Node {
    /** The block of the AWS provider and the argument of Google's. */
    private static final String BLOCK = "default_tags";

    private static final String ARGUMENT = "default_labels";

    private final ModuleInstance module;
    private final Block block;
    private Result tags;

    /** @param name local name and alias */
    ProviderNode(ModuleInstance module, String name, Block block) {
        super(module.prefix + "provider." + name, block.header());
        this.module = module;
        this.block = tagsAlone(block);
    }

    private static Block tagsAlone(Block block) {
        Body body = block.body();
        Body tags = new Body(
                body.attributes().stream()
                        .filter(attribute -> attribute.name().equals(ARGUMENT))
                        .toList(),
                body.blocks().stream()
                        .filter(inner -> inner.type().equals(BLOCK)
                                || inner.labels().stream()
                                        .anyMatch(label -> label.text().equals(BLOCK)))
                        .toList(),
                body.range());
        return new Block(block.type(), block.typeRange(), block.labels(), tags, block.header(), block.range());
    }

    @Override
    ModuleInstance scope() {
        return module;
    }

    @Override
    List<ScopeTraversal> findMentions() {
        return Mentions.in(block.body());
    }

    @Override
    void evaluate() {
        Configuration configuration = module.configuration;
        Result all = new BlockEvaluator(module.evaluator, configuration.open(), configuration::report)
                .resource(block, Bindings.NONE, name());
        Result found = part(all, ARGUMENT);
        if (found == null && part(all, BLOCK) != null) {
            Result blocks = part(all, BLOCK);
            found = blocks.value() instanceof ListValue list && !list.elements().isEmpty()
                    ? new Result(list.elements().get(0), blocks.references().part("0"))
                    : blocks;
            found = found.value() instanceof ObjectValue ? part(found, "tags") : found;
        }
        boolean some = found != null
                && !(found.value() instanceof NullValue)
                && (found.value() instanceof ObjectValue || found.value() instanceof UnknownValue);
        tags = some ? found : null;
    }

    private static Result part(Result of, String name) {
        Value value = of.value() instanceof ObjectValue object ? object.get(name) : null;
        return value == null ? null : new Result(value, of.references().part(name));
    }

    /** The tags that every resource gets; null where there are none. */
    Result tags() {
        return tags;
    }
}
