package dev.plumbline.iac.arm.json;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON as templates use it: names of properties are matched without regard to case. */
public final class Nodes {
    private Nodes() {}

    /** What is wrong with a file's JSON, apart from what Azure Resource Manager lets pass. */
    public static List<Diagnostic> faults(Document document) {
        return document.diagnostics().stream()
                .filter(fault -> !fault.code().equals("json-trailing-comma"))
                .toList();
    }

    /** The member of that name, or null where there is none. */
    public static Member member(Mapping mapping, String name) {
        Member exact = mapping.member(name);
        if (exact != null) {
            return exact;
        }
        for (Member member : mapping.members()) {
            if (member.key().equalsIgnoreCase(name)) {
                return member;
            }
        }
        return null;
    }

    /** The value of the member of that name, or null where there is none. */
    public static Node get(Mapping mapping, String name) {
        Member member = member(mapping, name);
        return member == null ? null : member.value();
    }

    /** The members of an object by their names in lower case, for objects in which many are looked up. */
    public static Map<String, Member> index(Node node) {
        Map<String, Member> index = new HashMap<>();
        members(node).forEach(member -> index.put(member.key().toLowerCase(Locale.ROOT), member));
        return index;
    }

    /** The object at that name; null where there is none. */
    public static Mapping mapping(Mapping mapping, String name) {
        return get(mapping, name) instanceof Mapping found ? found : null;
    }

    /** The string at that name; empty where there is none. */
    public static String text(Mapping mapping, String name) {
        return get(mapping, name) instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING ? scalar.text() : "";
    }

    /** The object without the members of that name. */
    public static Mapping without(Mapping mapping, String name) {
        List<Member> kept = mapping.members().stream()
                .filter(member -> !member.key().equalsIgnoreCase(name))
                .toList();
        return new Mapping(kept, mapping.tag(), mapping.range());
    }

    public static List<Node> items(Node node) {
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }

    public static List<Member> members(Node node) {
        return node instanceof Mapping mapping ? mapping.members() : List.of();
    }
}
