package dev.plumbline.iac.exemption;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who misspelled a word. */
public final class Spelling {
    /** Longer words are compared by their beginnings, so that a comparison is bounded. */
    private static final int MAX_LENGTH = 80;

    private Spelling() {}

    /** The candidate nearest to a word, where one is near: at most a third of its letters differ. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String wanted = cut(word);
        String best = null;
        int least = wanted.length() / 3 + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) < least) {
                int distance = distance(wanted, cut(candidate), least);
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code " Did you mean x?"}, or nothing. */
    public static String hint(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(meant -> " Did you mean " + meant + "?")
                .orElse("");
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
    }

    /**
     * The least number of letters inserted, left out, replaced or swapped with their neighbours; {@code limit} or more where
     * it is at least that.
     */
    private static int distance(String left, String right, int limit) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            int least = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return least;
            }
        }
        return row[right.length()];
    }
}
