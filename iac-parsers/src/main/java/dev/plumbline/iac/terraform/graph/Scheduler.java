package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.terraform.graph.Node.State;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Evaluates nodes in the order of what they mention, each once. Keeps its own stack, so that the length of a chain of
 * references is not bounded by Java's.
 */
final class Scheduler {
    private final Consumer<Diagnostic> problems;

    Scheduler(Consumer<Diagnostic> problems) {
        this.problems = problems;
    }

    /** Evaluates a node and everything it needs. One that needs itself is told to be in error. */
    void require(Node wanted) {
        Deque<Node> stack = new ArrayDeque<>();
        push(stack, wanted);
        while (!stack.isEmpty()) {
            Node node = stack.peek();
            Node missing = missing(node, stack);
            if (missing != null) {
                push(stack, missing);
            } else {
                node.evaluate();
                node.state = State.DONE;
                stack.pop();
            }
        }
    }

    private static void push(Deque<Node> stack, Node node) {
        if (node.state == State.NEW) {
            node.state = State.WAITING;
            stack.push(node);
        }
    }

    private Node missing(Node node, Deque<Node> stack) {
        for (ScopeTraversal mention = node.unsettled(); mention != null; mention = node.unsettled()) {
            Node missing = node.scope().missing(mention);
            if (missing == null) {
                node.settle();
            } else if (missing.state == State.WAITING) {
                reportCycle(node, missing, stack);
                node.settle();
            } else {
                return missing;
            }
        }
        return null;
    }

    private void reportCycle(Node from, Node to, Deque<Node> stack) {
        List<String> names = new ArrayList<>();
        for (Node node : stack) {
            names.add(0, node.name());
            if (node == to) {
                break;
            }
        }
        String cycle = names.size() > 10
                ? String.join(", ", names.subList(0, 10)) + " and %d more".formatted(names.size() - 10)
                : String.join(", ", names);
        problems.accept(Diagnostic.warning(
                "terraform-cycle",
                "Cycle: " + cycle,
                "They are defined by each other; the values are taken as unknown.",
                from.range()));
    }
}
