package dev.plumbline.annotate;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run did.
 *
 * @param elsewhere findings that are told in the summary, not at a line
 * @param note what else there is to say, a sentence; empty for nothing
 * @param problems what could not be published, a sentence each
 */
public record Outcome(
        int created, int updated, int resolved, int unchanged, int elsewhere, String note, List<String> problems) {

    public Outcome {
        problems = List.copyOf(problems);
    }

    /** Nothing was done, and for a reason. */
    public static Outcome none(String note) {
        return new Outcome(0, 0, 0, 0, 0, note, List.of());
    }

    /** {@code "3 new, 1 resolved; 14 in the summary alone"}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        part(parts, created, "new");
        part(parts, updated, "updated");
        part(parts, resolved, "resolved");
        part(parts, unchanged, "as before");
        String text = parts.isEmpty() ? "nothing to annotate" : String.join(", ", parts);
        return elsewhere > 0 ? text + "; " + elsewhere + " in the summary alone" : text;
    }

    private static void part(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
