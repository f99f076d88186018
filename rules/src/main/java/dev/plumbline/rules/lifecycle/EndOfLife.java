package dev.plumbline.rules.lifecycle;

import dev.plumbline.rules.Wildcard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last days of versions and of resource types, out of {@code end-of-life.yaml}, which says where they are from. */
public final class EndOfLife {
    /** The characters of a version or of the name of an image that are looked at; longer ones are not listed. */
    private static final int LONGEST = 300;

    private final LocalDate asOf;
    private final Map<String, Product> products;
    private final Map<String, Retirement> retirements;

    /** @param retirements by resource type, in lower case */
    EndOfLife(LocalDate asOf, Map<String, Product> products, Map<String, Retirement> retirements) {
        this.asOf = asOf;
        this.products = products;
        this.retirements = retirements;
    }

    private static final class BuiltIn {
        private static final EndOfLife DATA = EndOfLifeFile.load();
    }

    /** What is shipped. */
    public static EndOfLife builtIn() {
        return BuiltIn.DATA;
    }

    /** The day on which the data was last compared with its sources. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The products by which {@link #ending} may be asked. */
    public Set<String> products() {
        return products.keySet();
    }

    /** The resource types that end or have ended, in lower case. */
    public Set<String> retiredTypes() {
        return retirements.keySet();
    }

    /** The end of what is behind a resource type; empty where none is known. */
    public Optional<Retirement> retirement(String type) {
        return Optional.ofNullable(retirements.get(type.toLowerCase(Locale.ROOT)));
    }

    /**
     * When support of a version ends; empty where no end is known. A version that is not listed is that of the pattern
     * that covers it, the longest of several; or that which is listed and begins it, 8.0 for 8.0.35; and has ended where
     * it is older than all that are listed.
     *
     * @throws IllegalArgumentException where there is no such product
     */
    public Optional<Ending> ending(String product, String version) {
        Product listed = products.get(product);
        if (listed == null) {
            throw new IllegalArgumentException("there is no product " + product);
        }
        String name = version.strip().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST
                ? Optional.empty()
                : day(listed.ends(), name).map(day -> new Ending(listed.named(version.strip()), listed.says(), day));
    }

    private static Optional<LocalDate> day(Map<String, LocalDate> ends, String name) {
        if (ends.containsKey(name)) {
            return Optional.of(ends.get(name));
        }
        Optional<String> pattern = ends.keySet().stream()
                .filter(key -> isPattern(key) && Wildcard.covers(key, name))
                .max(Comparator.comparingInt(String::length));
        return pattern.isPresent() ? pattern.map(ends::get) : byNumber(ends, numbers(name));
    }

    private static boolean isPattern(String key) {
        return key.indexOf('*') >= 0 || key.indexOf('?') >= 0;
    }

    private static Optional<LocalDate> byNumber(Map<String, LocalDate> ends, List<Integer> numbers) {
        for (int length = numbers.size(); length > 0; length--) {
            LocalDate end = ends.get(join(numbers.subList(0, length)));
            if (end != null) {
                return Optional.of(end);
            }
        }
        boolean oldest = !numbers.isEmpty()
                && ends.keySet().stream()
                        .map(EndOfLife::numbers)
                        .allMatch(known -> !known.isEmpty() && compare(numbers, known) < 0);
        return oldest ? Optional.of(LocalDate.MIN) : Optional.empty();
    }

    /**
     * The dotted numbers of a version: {@code 1, 29} of {@code v1.29-eks}; none where it does not begin with one. What
     * stands for several, {@code 2x}, is no number.
     */
    private static List<Integer> numbers(String version) {
        String plain = version.startsWith("v") ? version.substring(1) : version;
        List<Integer> numbers = new ArrayList<>();
        for (String part : plain.split("\\.", -1)) {
            int end = 0;
            while (end < part.length() && end < 6 && part.charAt(end) >= '0' && part.charAt(end) <= '9') {
                end++;
            }
            if (end == 0 || (end < part.length() && "x*?".indexOf(part.charAt(end)) >= 0)) {
                break;
            }
            numbers.add(Integer.parseInt(part.substring(0, end)));
            if (end < part.length()) {
                break;
            }
        }
        return numbers;
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Integer.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String join(List<Integer> numbers) {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }
}
