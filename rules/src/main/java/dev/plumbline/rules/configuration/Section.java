package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Spelling;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** One mapping of a configuration file, read key by key. Every problem is an error with its line. */
final class Section {
    private final Node.Mapping mapping;
    private final String name;
    private final Consumer<Diagnostic> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param name what to call it in messages: {@code gate}; empty for the file as a whole */
    Section(Node.Mapping mapping, String name, Consumer<Diagnostic> problems) {
        this.mapping = mapping;
        this.name = name;
        this.problems = problems;
    }

    /** The section that a node is meant to be; empty, and a problem, where it is something else. */
    static Optional<Section> of(Node node, String name, Consumer<Diagnostic> problems) {
        if (node instanceof Node.Mapping found) {
            return Optional.of(new Section(found, name, problems));
        }
        report(
                problems,
                node.range(),
                "%s is a mapping of keys to values".formatted(name.isEmpty() ? "The file" : name),
                "");
        return Optional.empty();
    }

    SourceRange range() {
        return mapping.range();
    }

    List<Node.Member> members() {
        return mapping.members();
    }

    /** A key's value; empty where the key is not there or says nothing. */
    Optional<Node> node(String key) {
        known.add(key);
        Node node = mapping.get(key);
        boolean nothing = node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NULL;
        return nothing ? Optional.empty() : Optional.ofNullable(node);
    }

    SourceRange keyRange(String key) {
        return mapping.member(key).keyRange();
    }

    Optional<Section> section(String key) {
        return node(key).flatMap(node -> of(node, key, problems));
    }

    Optional<String> text(String key) {
        return node(key).flatMap(node -> text(node, key));
    }

    Optional<String> text(Node node, String key) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        problem(node.range(), key + " is a text", "");
        return Optional.empty();
    }

    /** The items of a list of texts, each with its place; a text alone is a list of one. */
    List<Node.Scalar> items(String key) {
        Optional<Node> node = node(key);
        List<Node.Scalar> items = new ArrayList<>();
        node.ifPresent(found -> {
            List<Node> nodes = found instanceof Node.Sequence sequence ? sequence.items() : List.of(found);
            for (Node item : nodes) {
                if (item instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
                    items.add(scalar);
                } else {
                    problem(item.range(), key + " is a list of texts", "");
                }
            }
        });
        return items;
    }

    List<String> texts(String key) {
        return items(key).stream().map(item -> item.text().strip()).toList();
    }

    /** The sections of a list of mappings. */
    List<Section> sections(String key, int most) {
        List<Section> sections = new ArrayList<>();
        node(key).ifPresent(node -> {
            if (!(node instanceof Node.Sequence sequence)) {
                problem(node.range(), key + " is a list", "");
            } else if (sequence.items().size() > most) {
                problem(node.range(), "%s has more than %,d entries".formatted(key, most), "");
            } else {
                sequence.items().forEach(item -> of(item, "an entry of " + key, problems)
                        .ifPresent(sections::add));
            }
        });
        return sections;
    }

    Optional<Boolean> flag(String key) {
        return choice(
                key,
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                List.of("true", "false"));
    }

    /** A number from 0 to {@code most}. */
    Optional<BigDecimal> number(String key, int most) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NUMBER) {
            BigDecimal number = new BigDecimal(scalar.text());
            if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return Optional.of(number);
            }
        }
        problem(node.get().range(), "%s is a number from 0 to %,d".formatted(key, most), "");
        return Optional.empty();
    }

    Optional<Integer> whole(String key, int most) {
        Optional<BigDecimal> number = number(key, most);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            problem(node(key).orElseThrow().range(), key + " is a whole number", "");
            return Optional.empty();
        }
        return number.map(BigDecimal::intValue);
    }

    /** The value that a text names; empty, and a problem, where it names none. */
    <T> Optional<T> choice(String key, Function<String, Optional<T>> named, List<String> names) {
        Optional<String> text = text(key);
        Optional<T> found = text.flatMap(named);
        if (text.isPresent() && found.isEmpty()) {
            problem(
                    node(key).orElseThrow().range(),
                    "%s is not %s".formatted(key, text.get()),
                    "It is one of %s.".formatted(String.join(", ", names)) + Spelling.hint(text.get(), names));
        }
        return found;
    }

    /** Tells of the keys that nobody asked for, and of those that are there twice. */
    void finish() {
        Set<String> seen = new HashSet<>();
        for (Node.Member member : mapping.members()) {
            if (!known.contains(member.key())) {
                problem(
                        member.keyRange(),
                        "%s has no key %s".formatted(subject(), member.key()),
                        Spelling.hint(member.key(), known).strip());
            } else if (!seen.add(member.key())) {
                problem(member.keyRange(), "The key %s is there twice".formatted(member.key()), "The last one counts.");
            }
        }
    }

    private String subject() {
        return name.isEmpty() ? "The file" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    void problem(SourceRange at, String summary, String detail) {
        report(problems, at, summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1), detail);
    }

    private static void report(Consumer<Diagnostic> problems, SourceRange at, String summary, String detail) {
        problems.accept(Diagnostic.error(Policy.CONFIGURATION_ERROR, summary, detail, at));
    }
}
