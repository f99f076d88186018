package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;

/**
 * A resource of SAM.
 *
 * @param member as written
 * @param properties with what {@code Globals} adds
 */
record SamResource(Member member, Mapping properties) {
    String id() {
        return member.key();
    }

    SourceRange header() {
        return member.keyRange();
    }

    Made made() {
        return new Made(header());
    }

    /** The value of a property; null where it is not written. */
    Node get(String property) {
        return properties.get(property);
    }

    /** The text of a property that is a literal; otherwise null. */
    String text(String property) {
        return Written.text(get(property));
    }

    boolean has(String property) {
        return get(property) != null;
    }
}
