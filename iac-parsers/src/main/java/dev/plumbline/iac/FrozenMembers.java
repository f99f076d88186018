package dev.plumbline.iac;

import dev.plumbline.iac.Value.Member;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The members of an object, which never change: an object that is used in another place shares them. */
final class FrozenMembers extends AbstractMap<String, Member> {
    private final Map<String, Member> members;

    private FrozenMembers(Map<String, Member> members) {
        this.members = members;
    }

    /** The same members in the same order; copied unless they are frozen already. */
    static Map<String, Member> of(Map<String, Member> members) {
        return members instanceof FrozenMembers
                ? members
                : new FrozenMembers(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    @Override
    public Member get(Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return members.containsKey(name);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public Set<Entry<String, Member>> entrySet() {
        return members.entrySet();
    }
}
