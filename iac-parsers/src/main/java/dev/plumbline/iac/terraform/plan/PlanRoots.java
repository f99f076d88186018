package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.terraform.module.Module;
import dev.plumbline.iac.terraform.module.ModuleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the root module that a plan was made of. */
public final class PlanRoots {

    private PlanRoots() {}

    /**
     * The directory of the nearest root module, in or above the plan's own, that declares something the plan's does;
     * else the only one that declares all of it. Empty where there is none.
     */
    public static Optional<String> find(Plan plan, List<String> roots, ModuleReader reader) {
        Set<String> declared = plan.declared();
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        String directory = plan.path();
        while (!directory.isEmpty()) {
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
            if (roots.contains(directory)) {
                Module module = reader.read(directory);
                if (declared.stream().anyMatch(name -> declares(module, name))) {
                    return Optional.of(directory);
                }
            }
        }
        List<String> matching = new ArrayList<>();
        for (String root : roots) {
            Module module = reader.read(root);
            if (declared.stream().allMatch(name -> declares(module, name))) {
                matching.add(root);
            }
        }
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }

    private static boolean declares(Module module, String name) {
        return name.startsWith("module.")
                ? module.calls().containsKey(name.substring("module.".length()))
                : module.resources().containsKey(name);
    }
}
