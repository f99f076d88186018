package dev.plumbline.iac.arm.expression;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plumbline.iac.worlds.Formula;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Assumptions on one unknown value that rule each other out: that a string is empty and starts with something, that it
 * starts with two different things. What is not found here may still be impossible.
 */
public final class Contradictions {
    /** A part of a text must be known as a whole, hence no brackets in it. */
    private static final Pattern PART = Pattern.compile("<(startsWith|endsWith|contains)\\((.+), '([^'<>]+)'\\)>");

    private static final Pattern EMPTY = Pattern.compile("<empty\\((.+)\\)>");
    private static final Pattern LENGTH = Pattern.compile("<length\\((.+)\\)>");

    private final Map<String, String> assumed;
    private final Map<String, Set<String>> compared;
    private final Set<String> empty = new TreeSet<>();
    private final Set<String> notEmpty = new TreeSet<>();

    private Contradictions(Map<String, String> assumed, Map<String, Set<String>> compared) {
        this.assumed = assumed;
        this.compared = compared;
    }

    /**
     * Whether assumptions rule each other out.
     *
     * @param assumed values of variables
     * @param compared the values that each variable is compared with
     */
    public static boolean areIn(Map<String, String> assumed, Map<String, Set<String>> compared) {
        Contradictions found = new Contradictions(assumed, compared);
        return !Bound.areConsistent(assumed) || found.inEmptiness() || found.inParts();
    }

    private boolean inEmptiness() {
        assumed.forEach((variable, value) -> {
            boolean holds = value.equals(Decisions.TRUE);
            Bound bound = Bound.of(variable);
            Matcher part = PART.matcher(variable);
            Matcher emptiness = EMPTY.matcher(variable);
            Matcher length = LENGTH.matcher(bound == null ? variable : bound.symbol());
            if (emptiness.matches()) {
                (holds ? empty : notEmpty).add(emptiness.group(1));
            } else if (part.matches()) {
                if (holds) {
                    notEmpty.add(part.group(2));
                }
            } else if (length.matches() && bound == null) {
                if (value.equals("0")) {
                    empty.add(length.group(1));
                } else if (!value.equals(Formula.OTHER) || isCompared(variable, "0")) {
                    notEmpty.add(length.group(1));
                }
            } else if (length.matches()) {
                if (holds && bound.number().signum() >= 0) {
                    notEmpty.add(length.group(1));
                } else if (!holds && bound.number().signum() <= 0) {
                    empty.add(length.group(1));
                }
            } else if (value.equals(Formula.OTHER) && isCompared(variable, "''")) {
                notEmpty.add(variable.substring(1, variable.length() - 1));
            }
        });
        return empty.stream().anyMatch(notEmpty::contains);
    }

    private boolean isCompared(String variable, String value) {
        return compared.getOrDefault(variable, Set.of()).contains(value);
    }

    /** What a string starts and ends with; letter case makes no difference to that. */
    private boolean inParts() {
        List<Part> parts = assumed.entrySet().stream()
                .map(entry -> Part.of(entry.getKey(), entry.getValue()))
                .filter(part -> part != null)
                .toList();
        return parts.stream().filter(Part::holds).anyMatch(part -> part.clashes(parts));
    }

    /** @param text lower case; from its end where it is an end */
    private record Part(String function, String subject, String text, boolean holds) {

        static Part of(String variable, String value) {
            Matcher matcher = PART.matcher(variable);
            if (!matcher.matches() || matcher.group(1).equals("contains")) {
                return null;
            }
            String text = matcher.group(3).toLowerCase(Locale.ROOT);
            boolean end = matcher.group(1).equals("endsWith");
            return new Part(
                    matcher.group(1),
                    matcher.group(2),
                    end ? new StringBuilder(text).reverse().toString() : text,
                    value.equals(Decisions.TRUE));
        }

        boolean clashes(Collection<Part> others) {
            return others.stream()
                    .filter(other -> other.function.equals(function) && other.subject.equals(subject))
                    .anyMatch(other -> other.holds
                            ? !text.startsWith(other.text) && !other.text.startsWith(text)
                            : text.startsWith(other.text));
        }
    }
}
