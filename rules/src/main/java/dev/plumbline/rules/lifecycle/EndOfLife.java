package dev.plumbline.rules.lifecycle;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The last days of support of versions, out of {@code end-of-life.yaml}, which says where they are from. */
public final class EndOfLife {
    private static final String RESOURCE = "/dev/plumbline/lifecycle/end-of-life.yaml";

    private final LocalDate asOf;
    private final Map<String, Map<String, LocalDate>> products;

    private EndOfLife(LocalDate asOf, Map<String, Map<String, LocalDate>> products) {
        this.asOf = asOf;
        this.products = products;
    }

    private static final class BuiltIn {
        private static final EndOfLife DATA = load();
    }

    /** What is shipped. */
    public static EndOfLife builtIn() {
        return BuiltIn.DATA;
    }

    /** The day on which the data was last compared with its sources. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The products by which {@link #ended} may be asked. */
    public Set<String> products() {
        return products.keySet();
    }

    /**
     * Whether support has ended before a day. A version that is not listed is that which is listed and begins it, 8.0 for
     * 8.0.35; ended where it is older than all that are listed; and supported otherwise.
     *
     * @throws IllegalArgumentException where there is no such product
     */
    public boolean ended(String product, String version, LocalDate day) {
        Map<String, LocalDate> ends = products.get(product);
        if (ends == null) {
            throw new IllegalArgumentException("there is no product " + product);
        }
        String name = version.strip().toLowerCase(Locale.ROOT);
        LocalDate listed = ends.get(name);
        if (listed != null) {
            return day.isAfter(listed);
        }
        List<Integer> numbers = numbers(name);
        if (numbers.isEmpty()) {
            return false;
        }
        for (int length = numbers.size(); length > 0; length--) {
            LocalDate end = ends.get(join(numbers.subList(0, length)));
            if (end != null) {
                return day.isAfter(end);
            }
        }
        return ends.keySet().stream()
                .map(EndOfLife::numbers)
                .allMatch(known -> !known.isEmpty() && compare(numbers, known) < 0);
    }

    /** The dotted numbers of a version: {@code 1, 29} of {@code v1.29-eks}; none where it does not begin with one. */
    private static List<Integer> numbers(String version) {
        String plain = version.startsWith("v") ? version.substring(1) : version;
        List<Integer> numbers = new ArrayList<>();
        for (String part : plain.split("\\.", -1)) {
            int end = 0;
            while (end < part.length() && end < 6 && part.charAt(end) >= '0' && part.charAt(end) <= '9') {
                end++;
            }
            if (end == 0) {
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

    private static EndOfLife load() {
        try (InputStream in = EndOfLife.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return read((Node.Mapping)
                    TreeReader.yaml(new SourceFile(RESOURCE, text)).root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EndOfLife read(Node.Mapping root) {
        Map<String, Map<String, LocalDate>> products = new TreeMap<>();
        for (Node.Member product : ((Node.Mapping) root.get("products")).members()) {
            Map<String, LocalDate> ends = new TreeMap<>();
            Node listed = ((Node.Mapping) product.value()).get("ends");
            for (Node.Member version : ((Node.Mapping) listed).members()) {
                ends.put(version.key(), day(version.value()));
            }
            products.put(product.key(), Collections.unmodifiableMap(ends));
        }
        return new EndOfLife(day(root.get("as-of")), Collections.unmodifiableMap(products));
    }

    private static LocalDate day(Node node) {
        return LocalDate.parse(((Node.Scalar) node).text());
    }
}
