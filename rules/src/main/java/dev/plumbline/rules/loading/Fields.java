package dev.plumbline.rules.loading;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One mapping of a rule file, read key by key; tells of what is missing, misspelled or of the wrong type. */
final class Fields {
    static final String CODE = "rule-file";

    private final Node.Mapping mapping;
    private final String what;
    private final List<Diagnostic> problems;
    private final Set<String> asked = new HashSet<>();

    /** @param what the mapping is, for messages: {@code "a check"} */
    Fields(Node.Mapping mapping, String what, List<Diagnostic> problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
    }

    /** The mapping that a node is meant to be; an empty one, and a problem, where it is not. */
    static Fields of(Node node, String what, List<Diagnostic> problems) {
        if (node instanceof Node.Mapping mapping) {
            return new Fields(mapping, what, problems);
        }
        problems.add(Diagnostic.error(CODE, what + " is a mapping of keys to values", "", node.range()));
        return new Fields(new Node.Mapping(List.of(), "", node.range()), what, new ArrayList<>());
    }

    Node required(String key) {
        Node node = optional(key);
        if (node == null) {
            problem(mapping.range(), what + " needs the key " + key);
        }
        return node;
    }

    Node optional(String key) {
        asked.add(key);
        return mapping.get(key);
    }

    String requiredText(String key) {
        return text(required(key), key);
    }

    String optionalText(String key) {
        return text(optional(key), key);
    }

    /** The value that a text names; null, and a problem, where it names none. */
    <T> T choice(String key, Function<String, Optional<T>> named) {
        String text = requiredText(key);
        if (text.isEmpty()) {
            return null;
        }
        Optional<T> found = named.apply(text);
        if (found.isEmpty()) {
            problem(mapping.get(key).range(), "\"" + text + "\" is not a " + key);
        }
        return found.orElse(null);
    }

    List<Node> items(Node node, String key) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        } else if (node != null) {
            problem(node.range(), key + " is a list");
        }
        return List.of();
    }

    List<String> texts(Node node, String key) {
        return items(node, key).stream().map(item -> text(item, key)).toList();
    }

    /** The text of a scalar; empty, and a problem, where it is not one. */
    String text(Node node, String key) {
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Scalar.Kind.NULL) {
            if (scalar.text().isBlank()) {
                problem(node.range(), key + " is empty");
            }
            return scalar.text().strip();
        } else if (node != null) {
            problem(node.range(), key + " is a text");
        }
        return "";
    }

    /** Tells of the keys that nobody asked for, and of those that are there twice. */
    void finish() {
        Set<String> seen = new HashSet<>();
        for (Node.Member member : mapping.members()) {
            if (!asked.contains(member.key())) {
                problem(member.keyRange(), what + " has no key " + member.key());
            } else if (!seen.add(member.key())) {
                problem(member.keyRange(), "the key " + member.key() + " is there twice");
            }
        }
    }

    void problem(SourceRange at, String summary) {
        problems.add(Diagnostic.error(CODE, summary, "", at));
    }

    SourceRange range() {
        return mapping.range();
    }

    List<Node.Member> members() {
        return mapping.members();
    }
}
