package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The section {@code Globals}: maps are merged, lists are put before those of the resource, anything else counts where
 * the resource has nothing of its own.
 */
final class Globals {

    /** How many members and items merging may make in one template, some forty times what a template can hold. */
    private static final int MAX_MERGED = 1_000_000;

    private final Node section;
    private int left = MAX_MERGED;

    /** @param section null where there is none */
    Globals(Node section) {
        this.section = section;
    }

    /** Whether all could be merged. */
    boolean complete() {
        return left >= 0;
    }

    /**
     * The properties of a resource with the globals of its type.
     *
     * @param type without {@code AWS::Serverless::}
     */
    Mapping properties(String type, Mapping own) {
        List<Node> ignored = Written.items(own.get("IgnoreGlobals"));
        if (ignored.stream().anyMatch(name -> Written.is(name, "*"))) {
            return own;
        }
        Node globals = Written.get(section, type);
        if (!(globals instanceof Mapping mapping) || !Written.isObject(globals)) {
            return own;
        }
        List<Member> wanted = mapping.members().stream()
                .filter(member ->
                        ignored.stream().noneMatch(name -> member.key().equals(Written.text(name))))
                .toList();
        return merged(wanted, own);
    }

    private Mapping merged(List<Member> globals, Mapping own) {
        left -= globals.size() + own.members().size();
        if (left < 0) {
            return own;
        }
        Map<String, Member> members = new LinkedHashMap<>();
        own.members().forEach(member -> members.put(member.key(), member));
        for (Member global : globals) {
            members.merge(
                    global.key(),
                    global,
                    (mine, theirs) -> new Member(mine.key(), mine.keyRange(), merged(theirs.value(), mine.value())));
        }
        return new Mapping(new ArrayList<>(members.values()), "", own.range());
    }

    private Node merged(Node global, Node own) {
        if (Written.isObject(global) && Written.isObject(own)) {
            return merged(((Mapping) global).members(), (Mapping) own);
        }
        if (global instanceof Sequence first
                && own instanceof Sequence last
                && !Written.isCall(first)
                && !Written.isCall(last)) {
            left -= first.items().size() + last.items().size();
            if (left < 0) {
                return own;
            }
            List<Node> items = new ArrayList<>(first.items());
            items.addAll(last.items());
            return new Sequence(items, "", own.range());
        }
        return own;
    }
}
