package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the modules that no other module of the tree calls. */
public final class RootModules {

    private RootModules() {}

    /** Their directories, in order. Of modules that only call each other, the first one counts as a root. */
    public static List<String> find(SourceTree tree, ModuleReader reader) {
        Set<String> all = reader.directories();
        Set<String> called = new LinkedHashSet<>();
        for (String directory : all) {
            for (String target : calledBy(tree, reader, directory)) {
                if (!target.equals(directory)) {
                    called.add(target);
                }
            }
        }
        Set<String> roots = new TreeSet<>(all);
        roots.removeAll(called);
        Set<String> reached = new LinkedHashSet<>();
        roots.forEach(root -> reach(tree, reader, root, reached));
        for (String directory : all) {
            if (!reached.contains(directory)) {
                roots.add(directory);
                reach(tree, reader, directory, reached);
            }
        }
        return List.copyOf(roots);
    }

    private static void reach(SourceTree tree, ModuleReader reader, String root, Set<String> reached) {
        Deque<String> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            String directory = open.poll();
            if (reached.add(directory)) {
                open.addAll(calledBy(tree, reader, directory));
            }
        }
    }

    private static List<String> calledBy(SourceTree tree, ModuleReader reader, String directory) {
        ModuleSources sources = new ModuleSources(tree, directory);
        Set<String> targets = new LinkedHashSet<>();
        for (Block call : reader.read(directory).calls().values()) {
            String name = call.labels().get(0).text();
            sources.directory(call, name, directory).filter(reader::exists).ifPresent(targets::add);
        }
        return List.copyOf(targets);
    }
}
