package dev.plumbline.iac.cloudformation.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles in a graph: one for each edge that leads back, none of them twice. Does not recurse. */
final class Circles {
    private record Visit(String node, Iterator<String> next) {}

    private Circles() {}

    /**
     * @param graph the nodes and what each leads to; a target that is no node is passed over
     * @return circles, each from its first node in the order of the graph
     */
    static List<List<String>> in(Map<String, Set<String>> graph) {
        List<List<String>> circles = new ArrayList<>();
        Map<String, Boolean> open = new HashMap<>();
        for (String start : graph.keySet()) {
            if (open.containsKey(start)) {
                continue;
            }
            Deque<Visit> path = new ArrayDeque<>();
            enter(start, graph, open, path);
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (!visit.next().hasNext()) {
                    open.put(path.pop().node(), false);
                    continue;
                }
                String target = visit.next().next();
                if (!open.containsKey(target)) {
                    enter(target, graph, open, path);
                } else if (open.get(target)) {
                    circles.add(circle(path, target));
                }
            }
        }
        return circles;
    }

    private static void enter(
            String node, Map<String, Set<String>> graph, Map<String, Boolean> open, Deque<Visit> path) {
        open.put(node, graph.containsKey(node));
        path.push(new Visit(node, graph.getOrDefault(node, Set.of()).iterator()));
    }

    private static List<String> circle(Deque<Visit> path, String target) {
        List<String> circle = new ArrayList<>();
        for (Visit visit : path) {
            circle.add(0, visit.node());
            if (visit.node().equals(target)) {
                break;
            }
        }
        return circle;
    }
}
