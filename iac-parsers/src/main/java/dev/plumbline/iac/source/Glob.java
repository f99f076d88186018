package dev.plumbline.iac.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;

/**
 * A pattern of paths with {@code /} as separator, in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}:
 * {@code *} and {@code ?} stay within a name, {@code **} does not, {@code [a-z]} and {@code {a,b}} are choices, a backslash
 * makes the next character an ordinary one. Beyond that <code>**&#47;</code> stands for no directory, too. Matches in linear
 * time, whatever the pattern: it may come from a stranger.
 */
public final class Glob {
    private static final int MAX_LENGTH = 1_000;
    private static final String SPECIAL = "\\^$.|+()*?[]{}";

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException where it is malformed; the message says how */
    public static Glob of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a glob has at most %,d characters".formatted(MAX_LENGTH));
        }
        try {
            return new Glob(text, Pattern.compile(translate(text), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a glob: " + e.getDescription(), e);
        }
    }

    /**
     * A glob over what is in a directory; over everything where that is empty.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static Glob in(String directory, String text) {
        if (directory.isEmpty()) {
            return of(text);
        }
        StringBuilder quoted = new StringBuilder();
        directory.chars().forEach(c -> quoted.append("\\*?[]{}".indexOf(c) >= 0 ? "\\" : "")
                .append((char) c));
        return of(quoted + "/" + text);
    }

    /** Whether it matches the path as a whole. */
    public boolean matches(String path) {
        return pattern.matches(path);
    }

    /** Whether it matches the path, or a directory that leads to it. */
    public boolean covers(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (matches(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static String translate(String glob) {
        StringBuilder regex = new StringBuilder();
        int groups = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> {
                    if (!glob.startsWith("**", i)) {
                        regex.append("[^/]*");
                    } else if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
                        regex.append("(?:.*/)?");
                        i += 2;
                    } else {
                        regex.append(".*");
                        i++;
                    }
                }
                case '?' -> regex.append("[^/]");
                case '[' -> i = characterClass(glob, i, regex);
                case '{' -> {
                    regex.append("(?:");
                    groups++;
                }
                case '}' -> {
                    regex.append(groups > 0 ? ")" : "\\}");
                    groups = Math.max(0, groups - 1);
                }
                case ',' -> regex.append(groups > 0 ? "|" : ",");
                case '\\' -> {
                    if (++i == glob.length()) {
                        throw new IllegalArgumentException("'" + glob + "' is not a glob: it ends with a backslash");
                    }
                    literal(glob.charAt(i), regex);
                }
                default -> literal(c, regex);
            }
        }
        if (groups > 0) {
            throw new IllegalArgumentException("'" + glob + "' is not a glob: a { is not closed");
        }
        return regex.toString();
    }

    /** Appends what is in brackets; where it ends. */
    private static int characterClass(String glob, int start, StringBuilder regex) {
        int first = glob.startsWith("[!", start) ? start + 2 : start + 1;
        int end = glob.indexOf(']', first + 1);
        if (end < 0) {
            throw new IllegalArgumentException("'" + glob + "' is not a glob: a [ is not closed");
        }
        regex.append(first == start + 2 ? "[^/" : "[");
        for (int i = first; i < end; i++) {
            char c = glob.charAt(i);
            regex.append(c == '-' ? "-" : c == '&' || c == '^' || c == '[' || c == '\\' || c == ']' ? "\\" + c : c);
        }
        regex.append(']');
        return end;
    }

    private static void literal(char c, StringBuilder regex) {
        regex.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && text.equals(glob.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return text;
    }
}
