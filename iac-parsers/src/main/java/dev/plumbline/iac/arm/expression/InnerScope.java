package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Value;

/** A scope inside of another: what it does not know itself, the outer one tells. */
public abstract class InnerScope implements Scope {
    private final Scope outer;

    protected InnerScope(Scope outer) {
        this.outer = outer;
    }

    protected final Scope outer() {
        return outer;
    }

    @Override
    public Value parameter(String name) {
        return outer.parameter(name);
    }

    @Override
    public Value variable(String name) {
        return outer.variable(name);
    }

    @Override
    public Value copyIndex(String loop) {
        return outer.copyIndex(loop);
    }

    @Override
    public Value lambdaVariable(String name) {
        return outer.lambdaVariable(name);
    }

    @Override
    public UserFunction function(String qualifiedName) {
        return outer.function(qualifiedName);
    }

    @Override
    public DeploymentContext deployment() {
        return outer.deployment();
    }

    @Override
    public Written written(Value identifier, boolean full) {
        return outer.written(identifier, full);
    }

    @Override
    public Value resourceNamed(String name) {
        return outer.resourceNamed(name);
    }
}
