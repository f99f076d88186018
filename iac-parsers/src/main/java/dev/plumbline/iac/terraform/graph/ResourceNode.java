package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.azapi.AzapiBody;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.graph.Repetition.Instance;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resource or data source with its instances. */
final class ResourceNode extends Node {
    private final ModuleInstance module;
    private final String resource;
    private final Block block;
    private final Map<String, ResourceInstance> instances = new LinkedHashMap<>();
    private Repetition repetition;
    private Result all;

    /**
     * @param suffix the key in brackets; empty where it is the only one
     * @param bindings what its repetition binds
     * @param result its attributes as expressions see them
     * @param described its attributes as the resource graph has them
     */
    record ResourceInstance(String address, String suffix, Bindings bindings, Result result, Result described) {
        ObjectValue attributes() {
            return (ObjectValue) result.value();
        }
    }

    /** @param resource {@code type.name} or {@code data.type.name} */
    ResourceNode(ModuleInstance module, String resource, Block block) {
        super(module.prefix + resource, block.header());
        this.module = module;
        this.resource = resource;
        this.block = block;
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
        repetition = Repetition.of(block.body(), module.evaluator, Bindings.NONE, configuration);
        BlockEvaluator blocks = new BlockEvaluator(module.evaluator, configuration.open(), configuration::report);
        for (Instance instance : repetition.instances()) {
            if (!configuration.mayAddResource(block.header())) {
                return;
            }
            String address = module.prefix + resource + instance.suffix();
            Result result = blocks.resource(block, instance.bindings(), address);
            if (resource.startsWith("data.aws_iam_policy_document.")) {
                result = PolicyDocument.evaluate(result);
            } else if (isManaged() && BuiltInTypes.has(type())) {
                result = BuiltInTypes.completed(type(), address, result);
                configuration.open().close(result.value().origin());
            } else if (isManaged()) {
                result = Providers.tagged(module, block, result);
            }
            Result described = described(result, instance.bindings());
            if (block.type().equals("ephemeral")) {
                result = EphemeralValues.ofMembers(result, address);
            }
            instances.put(
                    instance.name(),
                    new ResourceInstance(address, instance.suffix(), instance.bindings(), result, described));
        }
    }

    /** With the body of an {@code azapi_resource} before it was encoded: each part keeps its place and its references. */
    private Result described(Result result, Bindings bindings) {
        return AzapiBody.encoded(block)
                .map(body -> result.withMember("body", module.evaluator.attempt(body, bindings)))
                .orElse(result);
    }

    /** All instances as one value. */
    Result all() {
        if (all == null) {
            all = Instances.of(this);
        }
        return all;
    }

    Block block() {
        return block;
    }

    /** Neither a data source nor ephemeral. */
    boolean isManaged() {
        return block.type().equals("resource");
    }

    String type() {
        return block.labels().get(0).text();
    }

    ModuleInstance module() {
        return module;
    }

    Repetition repetition() {
        return repetition;
    }

    /** By key, in the order of the source. */
    Map<String, ResourceInstance> instances() {
        return instances;
    }
}
