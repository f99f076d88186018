package dev.plumbline.publish;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/** How the value that decides a finding came to its place, without the place itself, which the finding shows. */
public final class Trace {
    /** Steps that are told at most: the nearest to the place of use, and the one where the value was written. */
    private static final int MAX_STEPS = 12;

    /** @param label what the step is, {@code "default of var.acl"}; empty where the range says it all */
    public record Step(String label, SourceRange range) {}

    private Trace() {}

    /** From the place of use to where the value was written; empty where it was written in place. */
    public static List<Step> of(Finding finding) {
        List<Step> steps = new ArrayList<>();
        SourceRange shown = finding.range();
        for (Origin step = finding.origin(); step != null; step = step.cause()) {
            boolean inPlace = shown.contains(step.range()) && step.label().isEmpty();
            boolean repeated = step.label().isEmpty()
                    && !steps.isEmpty()
                    && steps.get(steps.size() - 1).range().equals(step.range());
            if (!inPlace && !repeated) {
                if (steps.size() == MAX_STEPS) {
                    steps.remove(MAX_STEPS - 1);
                }
                steps.add(new Step(step.label(), step.range()));
            }
        }
        return List.copyOf(steps);
    }
}
