package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.List;

/** A named expression in a module: a local or an output. */
final class LocalNode extends Node {
    private final ModuleInstance module;
    private final Expression expression;
    private final boolean sensitive;
    private Result result;

    /** @param sensitive whether it is declared to be, whatever it is made of */
    LocalNode(ModuleInstance module, String name, Expression expression, boolean sensitive) {
        super(name, expression.range());
        this.module = module;
        this.expression = expression;
        this.sensitive = sensitive;
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
        Result value = module.evaluator.attempt(expression, Bindings.NONE);
        result = value.labelled(expression.range(), name()).sensitiveIf(sensitive);
    }

    /** The value; null before it is evaluated. */
    Result result() {
        return result;
    }
}
