package dev.plumbline.rules.engine;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit.Premise;
import dev.plumbline.iac.ScanUnit.World;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One verdict out of those of all worlds, see {@code docs/adr/0003-worlds.md}: a resource fails where it fails in any
 * world, and the finding tells under which assumption; else it is unknown where it is in any; else it passes.
 */
final class Worlds {
    private Worlds() {}

    /**
     * @param worst of the findings, one of the gravest
     * @param found the findings of one identity, each at the place of its world; null where there is none
     */
    static Finding merge(List<World> worlds, Finding worst, Finding... found) {
        Verdict verdict = worst.verdict();
        if (verdict == Verdict.PASS || worlds.size() == 1) {
            return worst;
        }
        List<World> same = new ArrayList<>();
        List<World> others = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            World world = worlds.get(i);
            if (found[i] != null && found[i].verdict() == verdict) {
                same.add(world);
            } else if (world.graph().at(worst.resource().address()).isPresent()) {
                others.add(world);
            }
        }
        String premises = needed(same, others).stream().map(Premise::text).collect(Collectors.joining(", "));
        return premises.isEmpty() ? worst : withAssumption(worst, and(premises, worst.assumption()));
    }

    /**
     * What must be so for a verdict: as few premises as it takes to rule out all other worlds in which the resource is
     * deployed. Where the worlds with the verdict share enough for that, it is of what they share; else it is of the first.
     */
    private static List<Premise> needed(List<World> same, List<World> others) {
        List<Premise> premises = same.get(0).premises();
        List<Premise> shared = premises.stream()
                .filter(premise ->
                        same.stream().allMatch(world -> world.premises().contains(premise)))
                .toList();
        List<World> separable = others.stream()
                .filter(world -> premises.stream().anyMatch(rulesOut(world)))
                .toList();
        if (separable.size() < others.size()) {
            return premises;
        }
        boolean enough = separable.stream().allMatch(world -> shared.stream().anyMatch(rulesOut(world)));
        return fewest(enough ? shared : premises, separable);
    }

    /** Takes what rules out the most first, and leaves away in the end what the others do without. */
    private static List<Premise> fewest(List<Premise> premises, List<World> others) {
        List<Premise> taken = new ArrayList<>();
        List<World> left = others;
        while (!left.isEmpty()) {
            List<World> before = left;
            Premise best = premises.stream()
                    .max(Comparator.comparingLong(premise -> ruledOut(premise, before)))
                    .orElseThrow();
            taken.add(best);
            left = before.stream().filter(world -> !rulesOut(world).test(best)).toList();
        }
        for (Premise premise : List.copyOf(taken)) {
            boolean needless = others.stream().allMatch(world -> taken.stream()
                    .anyMatch(other -> other != premise && rulesOut(world).test(other)));
            if (needless) {
                taken.remove(premise);
            }
        }
        return premises.stream().filter(taken::contains).toList();
    }

    private static long ruledOut(Premise premise, List<World> worlds) {
        return worlds.stream().filter(world -> rulesOut(world).test(premise)).count();
    }

    /** Whether a premise is about something that is otherwise in a world. */
    private static Predicate<Premise> rulesOut(World world) {
        return premise -> world.premises().stream()
                .anyMatch(other -> other.subject().equals(premise.subject())
                        && !other.value().equals(premise.value()));
    }

    /** A resource that may not be deployed still fails: what a verdict on it hangs on; empty where on nothing. */
    static String existence(Resource resource, Verdict verdict) {
        return resource.existence().certain() || verdict == Verdict.PASS
                ? ""
                : "it is deployed, and " + resource.existence().reason();
    }

    private static String and(String premises, String existence) {
        return existence.isEmpty() ? premises : premises + " and " + existence;
    }

    static int gravity(Verdict verdict) {
        return switch (verdict) {
            case PASS -> 0;
            case UNKNOWN -> 1;
            case FAIL -> 2;
        };
    }

    private static Finding withAssumption(Finding finding, String assumption) {
        return new Finding(
                finding.rule(),
                finding.resource(),
                finding.unit(),
                finding.verdict(),
                finding.range(),
                finding.attribute(),
                finding.reason(),
                assumption,
                finding.origin(),
                finding.identity());
    }
}
