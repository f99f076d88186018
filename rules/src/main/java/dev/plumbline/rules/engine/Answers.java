package dev.plumbline.rules.engine;

import dev.plumbline.iac.ScanUnit.World;
import dev.plumbline.rules.Finding;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Map<String, List<List<Finding>>> byQuestion = new LinkedHashMap<>();

    Answers(List<World> worlds) {
        this.worlds = worlds;
    }

    /** @param found with one verdict; several findings are failures of several elements of a list */
    void add(int world, String question, List<Finding> found) {
        List<List<Finding>> answers = byQuestion.computeIfAbsent(question, key -> {
            List<List<Finding>> none = new ArrayList<>();
            worlds.forEach(any -> none.add(List.of()));
            return none;
        });
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
        right.stream()
                .filter(finding -> like(left, finding.fingerprint()) == null)
                .forEach(both::add);
        return both;
    }

    /** One answer to each question, in order: the worst of all worlds. */
    List<Finding> merged() {
        List<Finding> merged = new ArrayList<>();
        for (List<List<Finding>> answers : byQuestion.values()) {
            int worst = answers.stream().mapToInt(Answers::gravity).max().orElseThrow();
            Set<String> fingerprints = new LinkedHashSet<>();
            answers.stream()
                    .filter(found -> gravity(found) == worst)
                    .flatMap(List::stream)
                    .forEach(finding -> fingerprints.add(finding.fingerprint()));
            for (String fingerprint : fingerprints) {
                Finding[] found = answers.stream()
                        .map(answer -> gravity(answer) == worst ? like(answer, fingerprint) : null)
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

    private static Finding like(List<Finding> found, String fingerprint) {
        for (Finding finding : found) {
            if (finding.fingerprint().equals(fingerprint)) {
                return finding;
            }
        }
        return null;
    }
}
