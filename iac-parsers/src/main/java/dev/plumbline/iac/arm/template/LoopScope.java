package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.InnerScope;
import dev.plumbline.iac.arm.expression.Scope;

/** What is in sight inside of a copy loop: its index, and what is in sight around it. */
public final class LoopScope extends InnerScope {
    private final String name;
    private final Value index;

    /**
     * @param name the loop's name; empty where it has none
     * @param index a number, from 0, or unknown
     */
    public LoopScope(Scope outer, String name, Value index) {
        super(outer);
        this.name = name;
        this.index = index;
    }

    @Override
    public Value copyIndex(String loop) {
        return loop == null || loop.equalsIgnoreCase(name) ? index : super.copyIndex(loop);
    }
}
