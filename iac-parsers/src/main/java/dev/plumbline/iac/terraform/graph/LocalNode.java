package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.List;

/** A named expression in a module: a local or an output. */
final class LocalNode extends Node {
    private final ModuleInstance module;
    private final Expression expression;
    private final Block declaration;
    private Result result;

    /** @param declaration the output's; null for a local */
    LocalNode(ModuleInstance module, String name, Expression expression, Block declaration) {
        super(name, expression.range());
        this.module = module;
        this.expression = expression;
        this.declaration = declaration;
    }

    @Override
    ModuleInstance scope() {
        return module;
    }

    @Override
    List<ScopeTraversal> findMentions() {
        return Mentions.in(expression);
    }

    @Override
    void evaluate() {
        Result value = module.evaluator.attempt(expression, Bindings.NONE).labelled(expression.range(), name());
        result = declaration == null ? value : module.declared(declaration, name(), value);
    }

    /** The value; null before it is evaluated. */
    Result result() {
        return result;
    }
}
