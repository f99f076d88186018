package dev.plumbline.rules;

import java.util.Locale;

/** Wildcards as IAM has them: {@code *} stands for any characters, {@code ?} for one. Letter case does not count. */
public final class Wildcard {
    private Wildcard() {}

    /**
     * Whether the pattern matches the text, and where the text is itself a pattern, all that the text matches. Takes
     * time in proportion to the product of the lengths, whatever the pattern.
     */
    public static boolean covers(String pattern, String text) {
        String p = pattern.toLowerCase(Locale.ROOT);
        String t = text.toLowerCase(Locale.ROOT);
        int i = 0;
        int star = -1;
        int resume = 0;
        int j = 0;
        while (j < t.length()) {
            if (i < p.length() && p.charAt(i) == '*') {
                star = i++;
                resume = j;
            } else if (i < p.length() && matches(p.charAt(i), t.charAt(j))) {
                i++;
                j++;
            } else if (star >= 0) {
                i = star + 1;
                j = ++resume;
            } else {
                return false;
            }
        }
        while (i < p.length() && p.charAt(i) == '*') {
            i++;
        }
        return i == p.length();
    }

    /** A star in the text stands for more than a single character, so that only a star of the pattern covers it. */
    private static boolean matches(char pattern, char text) {
        return pattern == text || (pattern == '?' && text != '*');
    }
}
