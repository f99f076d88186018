package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts together the properties of a resource that is made, of what is written and what is added. */
final class Properties {
    private final Made made;
    private final List<Member> members = new ArrayList<>();

    /** @param place the text that the resource is made from */
    Properties(SourceRange place) {
        this.made = new Made(place);
    }

    /** Takes over members, where they are there. */
    Properties copy(Mapping from, String... names) {
        for (String name : names) {
            rename(from, name, name);
        }
        return this;
    }

    /** Takes over all members but those: what SAM passes on grows with every release. */
    Properties copyAllBut(Mapping from, Set<String> names) {
        from.members().stream().filter(member -> !names.contains(member.key())).forEach(members::add);
        return this;
    }

    /** Takes over a member under another name, where it is there. */
    Properties rename(Mapping from, String name, String as) {
        Member member = from.member(name);
        return member == null ? this : put(as, member.keyRange(), member.value());
    }

    Properties put(String name, Node value) {
        return put(name, value.range(), value);
    }

    Properties put(String name, SourceRange keyRange, Node value) {
        members.add(new Member(name, keyRange, value));
        return this;
    }

    /** Adds something that stands nowhere in the text. */
    Properties set(String name, String text) {
        return put(name, made.text(text));
    }

    Mapping build() {
        return made.object(members);
    }
}
