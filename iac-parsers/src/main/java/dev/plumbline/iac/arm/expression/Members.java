package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Value.Member;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Collects an object's members, whose names are matched without regard to case. */
public final class Members {
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();

    /** Adds a member, or replaces that of the same name, which keeps its spelling and its place. */
    public Members put(String name, Member member) {
        String spelling = spellings.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        members.put(spelling == null ? name : spelling, member);
        return this;
    }

    public Members putAll(Map<String, Member> others) {
        others.forEach(this::put);
        return this;
    }

    /** The member of that name, or null where there is none. */
    public Member get(String name) {
        String spelling = spellings.get(name.toLowerCase(Locale.ROOT));
        return spelling == null ? null : members.get(spelling);
    }

    /** In the order in which the names were first put. */
    public Map<String, Member> asMap() {
        return Collections.unmodifiableMap(members);
    }
}
