package dev.plumbline.iac.tree;

import java.util.Arrays;

/** Translates SnakeYAML's positions, which count code points, into offsets of a string, which count UTF-16 units. */
final class CodePoints {

    /** The code point indices of the characters that take two units. */
    private final int[] wide;

    CodePoints(String text) {
        int[] found = new int[0];
        int count = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(16, count * 2));
                }
                found[count] = i - count;
                count++;
                i++;
            }
        }
        wide = Arrays.copyOf(found, count);
    }

    int offset(int codePoint) {
        int before = Arrays.binarySearch(wide, codePoint);
        return codePoint + (before >= 0 ? before : -before - 1);
    }
}
