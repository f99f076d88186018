package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.List;

/**
 * Something that is evaluated once, after what its expressions mention: a variable, a local, an output, a module call,
 * a resource. Only {@link Scheduler} evaluates nodes.
 */
abstract class Node {
    enum State {
        NEW,
        WAITING,
        DONE
    }

    private final String name;
    private final SourceRange range;
    State state = State.NEW;
    private List<ScopeTraversal> mentions;
    private int settled;

    /** @param name fit for people: {@code module.net.local.cidr} */
    Node(String name, SourceRange range) {
        this.name = name;
        this.range = range;
    }

    String name() {
        return name;
    }

    SourceRange range() {
        return range;
    }

    /** In whose scope its expressions are evaluated. */
    abstract ModuleInstance scope();

    /** The traversals in its expressions. */
    abstract List<ScopeTraversal> findMentions();

    abstract void evaluate();

    /** The next traversal that may stand for a node which is not evaluated yet; null when there are no more. */
    ScopeTraversal unsettled() {
        if (mentions == null) {
            mentions = scope() == null ? List.of() : findMentions();
        }
        return settled < mentions.size() ? mentions.get(settled) : null;
    }

    void settle() {
        settled++;
    }
}
