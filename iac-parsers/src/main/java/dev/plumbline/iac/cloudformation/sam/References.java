package dev.plumbline.iac.cloudformation.sam;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces the names by which SAM lets what it makes be referred to ({@code !Ref MyApi.Stage}, {@code
 * ${MyFunction.Alias}}) by logical ids.
 */
final class References {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+\\.[A-Za-z]+)(\\.[A-Za-z0-9.]+)?\\}");

    private final Map<String, String> names;

    private References(Map<String, String> names) {
        this.names = names;
    }

    /** @param names the logical ids by the names that stand for them */
    static Node replace(Node node, Map<String, String> names) {
        return names.isEmpty() || node == null ? node : new References(names).replaced(node);
    }

    /** The same node where there is nothing to replace in it. */
    private Node replaced(Node node) {
        String function = Written.function(node);
        if ("Ref".equals(function) || "GetAtt".equals(function) || "Sub".equals(function)) {
            return node.tag().isEmpty() ? inLongForm((Mapping) node, function) : argument(node, function);
        }
        return children(node);
    }

    private Node inLongForm(Mapping call, String function) {
        Member only = call.members().get(0);
        Node argument = argument(only.value(), function);
        return argument == only.value() ? call : mapping(call, List.of(renewed(only, argument)));
    }

    private Node argument(Node argument, String function) {
        if (argument instanceof Scalar scalar) {
            String text = function.equals("Sub") ? inText(scalar.text()) : name(scalar.text());
            return text.equals(scalar.text()) ? scalar : new Scalar(text, scalar.kind(), scalar.tag(), scalar.range());
        }
        if (argument instanceof Sequence list && !list.items().isEmpty()) {
            List<Node> items = new ArrayList<>(list.items());
            if (items.get(0) instanceof Scalar first && first.tag().isEmpty()) {
                items.set(0, argument(first, function));
            }
            for (int i = 1; i < items.size(); i++) {
                items.set(i, replaced(items.get(i)));
            }
            return new Sequence(items, list.tag(), list.range());
        }
        return children(argument);
    }

    /** What a name of {@code Ref} and {@code Fn::GetAtt} stands for, which may be followed by an attribute. */
    private String name(String text) {
        int first = text.indexOf('.');
        int second = first < 0 ? -1 : text.indexOf('.', first + 1);
        String name = second < 0 ? text : text.substring(0, second);
        String id = names.get(name);
        return id == null ? text : id + (second < 0 ? "" : text.substring(second));
    }

    private String inText(String text) {
        if (text.indexOf("${") < 0) {
            return text;
        }
        Matcher found = VARIABLE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (found.find()) {
            String id = names.get(found.group(1));
            String attribute = found.group(2) == null ? "" : found.group(2);
            found.appendReplacement(
                    replaced, Matcher.quoteReplacement(id == null ? found.group() : "${" + id + attribute + "}"));
        }
        return found.appendTail(replaced).toString();
    }

    private Node children(Node node) {
        boolean changed = false;
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            for (Node item : list.items()) {
                Node renewed = replaced(item);
                changed |= renewed != item;
                items.add(renewed);
            }
            return changed ? new Sequence(items, list.tag(), list.range()) : node;
        } else if (node instanceof Mapping mapping) {
            List<Member> members = new ArrayList<>(mapping.members().size());
            for (Member member : mapping.members()) {
                Node value = replaced(member.value());
                changed |= value != member.value();
                members.add(value == member.value() ? member : renewed(member, value));
            }
            return changed ? mapping(mapping, members) : node;
        }
        return node;
    }

    private static Mapping mapping(Mapping from, List<Member> members) {
        return new Mapping(members, from.tag(), from.range());
    }

    private static Member renewed(Member member, Node value) {
        return new Member(member.key(), member.keyRange(), value);
    }
}
