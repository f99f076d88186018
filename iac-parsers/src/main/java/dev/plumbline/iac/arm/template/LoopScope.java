package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.arm.expression.InnerScope;
import dev.plumbline.iac.arm.expression.Scope;
import java.util.OptionalInt;

/** What is in sight inside of a copy loop: its index, and what is in sight around it. */
public final class LoopScope extends InnerScope {
    private final String name;
    private final int index;

    /** @param name the loop's name; empty where it has none */
    public LoopScope(Scope outer, String name, int index) {
        super(outer);
        this.name = name;
        this.index = index;
    }

    @Override
    public OptionalInt copyIndex(String loop) {
        return loop == null || loop.equalsIgnoreCase(name) ? OptionalInt.of(index) : super.copyIndex(loop);
    }
}
