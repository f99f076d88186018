package dev.plumbline.rules.engine;

import dev.plumbline.iac.ScanUnit.World;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the rules say of a unit's resources in each of its worlds, by the question that they answer: whether one resource
 * keeps to one rule in one attribute.
 */
final class Answers {
    private final List<World> worlds;
    private final Map<Identity, List<List<Finding>>> byQuestion = new LinkedHashMap<>();

    Answers(List<World> worlds) {
        this.worlds = worlds;
    }

    /**
     * @param question what a finding about the resource as a whole would be known by
     * @param found with one verdict; several findings are failures of several elements of a list
     */
    void add(int world, Identity question, List<Finding> found) {
        List<List<Finding>> answers = byQuestion.computeIfAbsent(
                question, key -> new ArrayList<>(Collections.nCopies(worlds.size(), List.of())));
        answers.set(world, worse(answers.get(world), found));
    }

    /** Several checks of a rule may speak of one attribute of a resource: the worst verdict counts. */
    private static List<Finding> worse(List<Finding> left, List<Finding> right) {
        if (left.isEmpty() || gravity(right) > gravity(left)) {
            return right;
        }
        if (gravity(right) < gravity(left)) {
            return left;
        }
        List<Finding> both = new ArrayList<>(left);
        for (Finding finding : right) {
            if (like(left, finding.identity()) == null) {
                both.add(finding);
            }
        }
        return both;
    }

    /** One answer to each question, in order: the worst of all worlds. */
    List<Finding> merged() {
        List<Finding> merged = new ArrayList<>();
        if (worlds.size() == 1) {
            byQuestion.values().forEach(answers -> merged.addAll(answers.get(0)));
            merged.sort(null);
            return merged;
        }
        for (List<List<Finding>> answers : byQuestion.values()) {
            int worst = answers.stream().mapToInt(Answers::gravity).max().orElseThrow();
            Set<Identity> identities = new LinkedHashSet<>();
            answers.stream()
                    .filter(found -> gravity(found) == worst)
                    .flatMap(List::stream)
                    .forEach(finding -> identities.add(finding.identity()));
            for (Identity identity : identities) {
                Finding[] found = answers.stream()
                        .map(answer -> gravity(answer) == worst ? like(answer, identity) : null)
                        .toArray(Finding[]::new);
                Finding first = Arrays.stream(found)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
                merged.add(Worlds.merge(worlds, first, found));
            }
        }
        merged.sort(null);
        return merged;
    }

    private static int gravity(List<Finding> found) {
        return found.isEmpty() ? -1 : Worlds.gravity(found.get(0).verdict());
    }

    private static Finding like(List<Finding> found, Identity identity) {
        for (Finding finding : found) {
            if (finding.identity().equals(identity)) {
                return finding;
            }
        }
        return null;
    }
}
