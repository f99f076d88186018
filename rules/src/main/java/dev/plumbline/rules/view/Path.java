package dev.plumbline.rules.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A way into a resource: {@code rule[0].apply["k.8s"]}.
 *
 * @param steps names are {@link String}, positions {@link Integer}
 */
public record Path(List<Object> steps) {
    public Path {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException where the text is not a path; the message says why */
    public static Path parse(String text) {
        List<Object> steps = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '[') {
                boolean quoted = i + 1 < text.length() && text.charAt(i + 1) == '"';
                int end = text.indexOf(quoted ? "\"]" : "]", i + (quoted ? 2 : 1));
                if (end < 0) {
                    throw new IllegalArgumentException("a bracket of the path " + text + " is not closed");
                }
                steps.add(quoted ? text.substring(i + 2, end) : position(text, text.substring(i + 1, end)));
                i = end + (quoted ? 2 : 1);
                if (i < text.length() && text.charAt(i) == '.') {
                    i++;
                }
            } else {
                int end = i;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                if (end == i || end == text.length() - 1) {
                    throw new IllegalArgumentException("a name of the path " + text + " is empty");
                }
                steps.add(text.substring(i, end));
                i = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path names at least one attribute");
        }
        return new Path(steps);
    }

    private static Integer position(String text, String digits) {
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a bracket of the path " + text + " holds no number", e);
        }
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A path and one more name. */
    static String append(String path, String name) {
        boolean plain = !name.isEmpty() && name.indexOf('.') < 0 && name.indexOf('[') < 0;
        String step = plain ? name : "[\"" + name + "\"]";
        return path.isEmpty() || !plain ? path + step : path + "." + step;
    }

    /** A path without its positions, by which references are compared: {@code rule.apply}. */
    public static String names(String path) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '[') {
                int end = path.indexOf(']', i);
                if (end > i + 1 && isNumber(path, i + 1, end)) {
                    i = end;
                    continue;
                }
            }
            names.append(path.charAt(i));
        }
        return names.toString();
    }
}
