package dev.plumbline.rules.lifecycle;

import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the file that is shipped. It is ours: what is wrong in it is an {@link IllegalStateException}. */
final class EndOfLifeFile {
    private static final String RESOURCE = "/dev/plumbline/lifecycle/end-of-life.yaml";

    private EndOfLifeFile() {}

    static EndOfLife load() {
        try (InputStream in = EndOfLife.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EndOfLife read(String text) {
        Node.Mapping root =
                (Node.Mapping) TreeReader.yaml(new SourceFile(RESOURCE, text)).root();
        return new EndOfLife(day(root.get("as-of")), products(root), retirements(root));
    }

    private static Map<String, Product> products(Node.Mapping root) {
        Map<String, Product> products = new TreeMap<>();
        for (Node.Member product : ((Node.Mapping) root.get("products")).members()) {
            Map<String, LocalDate> ends = new LinkedHashMap<>();
            Node.Mapping members = (Node.Mapping) product.value();
            for (Node.Mapping part : parts(members)) {
                sourced(part, product.key());
                for (Node.Member version : ((Node.Mapping) part.get("ends")).members()) {
                    once(ends.put(version.key().toLowerCase(Locale.ROOT), day(version.value())), version.key());
                }
            }
            products.put(
                    product.key(),
                    new Product(
                            optional(members.get("name")),
                            optional(members.get("says")),
                            Collections.unmodifiableMap(ends)));
        }
        return Collections.unmodifiableMap(products);
    }

    /** What has a source of its own: the product, or each part of one whose dates stand on several pages. */
    private static List<Node.Mapping> parts(Node.Mapping product) {
        return product.get("from") instanceof Node.Sequence parts
                ? parts.items().stream().map(Node.Mapping.class::cast).toList()
                : List.of(product);
    }

    private static Map<String, Retirement> retirements(Node.Mapping root) {
        Map<String, Retirement> retirements = new TreeMap<>();
        for (Node item : ((Node.Sequence) root.get("retired")).items()) {
            Node.Mapping entry = (Node.Mapping) item;
            String service = text(entry.get("service"));
            sourced(entry, service);
            Retirement retirement = new Retirement(service, day(entry.get("ends")), optional(entry.get("successor")));
            for (String type : texts(entry.get("types"))) {
                once(retirements.put(type.toLowerCase(Locale.ROOT), retirement), type);
            }
        }
        return Collections.unmodifiableMap(retirements);
    }

    /** No date without the page that states it. */
    private static void sourced(Node.Mapping entry, String what) {
        if (!optional(entry.get("source")).startsWith("https://")) {
            throw new IllegalStateException(RESOURCE + " does not say which page dates " + what);
        }
    }

    private static void once(Object before, String what) {
        if (before != null) {
            throw new IllegalStateException(RESOURCE + " has " + what + " twice");
        }
    }

    private static List<String> texts(Node node) {
        return ((Node.Sequence) node).items().stream().map(EndOfLifeFile::text).toList();
    }

    private static String optional(Node node) {
        return node == null ? "" : text(node);
    }

    private static LocalDate day(Node node) {
        return LocalDate.parse(text(node));
    }

    private static String text(Node node) {
        return ((Node.Scalar) node).text();
    }
}
