package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.graph.ResourceNode.ResourceInstance;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;

/**
 * What a configuration demands of itself: validations of variables, preconditions, postconditions, checks. What is
 * certain not to hold is told, for Terraform would refuse to go on, or warn; it decides nothing else.
 */
final class Conditions {

    private Conditions() {}

    /** Tells what does not hold in a module. */
    static void check(ModuleInstance module) {
        module.module.variables().forEach((name, block) -> {
            if (has(block, "validation")) {
                VariableNode variable = module.variable(name);
                module.configuration.scheduler().require(variable);
                SourceRange place = variable.result().value().origin().range();
                check(module, block, "validation", "Invalid value for var." + name, place, Bindings.NONE);
            }
        });
        module.module
                .outputs()
                .forEach((name, block) -> check(
                        module,
                        block,
                        "precondition",
                        "Precondition of output " + name + " does not hold",
                        null,
                        Bindings.NONE));
        module.module
                .checks()
                .forEach((name, block) ->
                        check(module, block, "assert", "Check " + name + " does not hold", null, Bindings.NONE));
    }

    /** Tells what does not hold of an instance of a resource. */
    static void check(ResourceNode node, ResourceInstance instance) {
        for (Block lifecycle : node.block().body().blocks()) {
            if (lifecycle.type().equals("lifecycle")) {
                String problem = " of " + instance.address() + " does not hold";
                ModuleInstance module = node.module();
                Bindings bindings = instance.bindings();
                check(module, lifecycle, "precondition", "Precondition" + problem, null, bindings);
                Bindings self = bindings.with("self", instance.result());
                check(module, lifecycle, "postcondition", "Postcondition" + problem, null, self);
            }
        }
    }

    private static boolean has(Block block, String type) {
        return block.body().blocks().stream().anyMatch(inner -> inner.type().equals(type));
    }

    /** @param place what to point at; null for the condition itself */
    private static void check(
            ModuleInstance module, Block block, String type, String problem, SourceRange place, Bindings bindings) {
        for (Block condition : block.body().blocks()) {
            Attribute holds = condition.body().attribute("condition");
            if (condition.type().equals(type)
                    && holds != null
                    && module.evaluator.attempt(holds.value(), bindings).value() instanceof BooleanValue bool
                    && !bool.value()) {
                module.configuration.report(Diagnostic.warning(
                        "terraform-condition",
                        problem,
                        message(module, condition, bindings),
                        place == null ? holds.value().range() : place));
            }
        }
    }

    private static String message(ModuleInstance module, Block condition, Bindings bindings) {
        Attribute written = condition.body().attribute("error_message");
        if (written == null) {
            return "";
        }
        Result message = module.evaluator.attempt(written.value(), bindings);
        return message.value() instanceof StringValue text && !text.sensitive() ? text.value() : "";
    }
}
