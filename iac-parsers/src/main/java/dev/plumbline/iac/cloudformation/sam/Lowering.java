package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources of a template while those of SAM are replaced by what they become. */
final class Lowering {

    /** What SAM hands on to each resource that it makes of one. */
    private static final List<String> SHARED = List.of("Condition", "Metadata");

    /** What belongs to the resource that takes the place of SAM's own. */
    private static final List<String> OWN =
            List.of("DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy", "CreationPolicy");

    private final Map<String, Member> written = new LinkedHashMap<>();
    private final Map<String, Member> resources = new LinkedHashMap<>();
    private final Map<String, Member> conditions = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<Node>> notifications = new LinkedHashMap<>();
    private final Map<String, List<Member>> triggers = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    Lowering(Mapping resources) {
        resources.members().forEach(member -> written.put(member.key(), member));
    }

    /** The resource of that logical id as it is written; null where there is none. */
    Member written(String logicalId) {
        return written.get(logicalId);
    }

    /** The resources so far, in the order of the text. */
    List<Member> resources() {
        return new ArrayList<>(resources.values());
    }

    /** The conditions that are added to the template's. */
    List<Member> conditions() {
        return new ArrayList<>(conditions.values());
    }

    /** The logical ids for which names such as {@code MyApi.Stage} stand. */
    Map<String, String> names() {
        return names;
    }

    /** What is not lowered, fit for people. */
    Set<String> leftOut() {
        return leftOut;
    }

    void leaveOut(String what) {
        leftOut.add(what);
    }

    void name(String name, String logicalId) {
        names.put(name, logicalId);
    }

    void condition(String name, Node condition) {
        conditions.put(name, new Member(name, condition.range(), condition));
    }

    /** Keeps a resource as it is. */
    void keep(Member resource) {
        resources.put(resource.key(), resource);
    }

    /** The resource that takes the place of SAM's. */
    void main(SamResource from, String type, Mapping properties) {
        Mapping body = body(from, from.header(), type, properties);
        List<Member> members = new ArrayList<>(body.members());
        attributes(from, OWN, members);
        resources.put(from.id(), at(from.member(), from.id(), members));
    }

    /** A resource that is made beside the main one. */
    void add(SamResource from, String logicalId, String type, Mapping properties) {
        add(from, from.member(), logicalId, type, properties);
    }

    /**
     * A resource that is made from a part of one of SAM's. One that is there already stays as it is: it is written, or
     * it is shared.
     *
     * @param part what findings about it point to
     */
    void add(SamResource from, Member part, String logicalId, String type, Mapping properties) {
        if (!written.containsKey(logicalId)) {
            Mapping body = body(from, part.keyRange(), type, properties);
            resources.putIfAbsent(logicalId, at(part, logicalId, body.members()));
        }
    }

    /** Lets a bucket of the template notify a function. */
    void notifies(String bucket, List<Node> configurations) {
        notifications.computeIfAbsent(bucket, key -> new ArrayList<>()).addAll(configurations);
    }

    /** Lets a user pool of the template call a function. */
    void trigger(String pool, List<Member> calls) {
        triggers.computeIfAbsent(pool, key -> new ArrayList<>()).addAll(calls);
    }

    /** Adds to resources that are written what events make of them, once all are there. */
    void extend() {
        notifications.values().removeIf(List::isEmpty);
        notifications.forEach((bucket, configurations) -> {
            Made made = new Made(configurations.get(0).range());
            extend(
                    bucket,
                    "NotificationConfiguration",
                    List.of(made.member("LambdaConfigurations", made.list(configurations))));
        });
        triggers.forEach((pool, calls) -> extend(pool, "LambdaConfig", calls));
    }

    private void extend(String logicalId, String property, List<Member> additions) {
        Member resource = resources.get(logicalId);
        if (resource == null || additions.isEmpty() || !Written.isObject(resource.value())) {
            return;
        }
        Mapping body = (Mapping) resource.value();
        Node properties = body.get("Properties");
        Node value = Written.get(properties, property);
        if ((properties != null && !Written.isObject(properties)) || (value != null && !Written.isObject(value))) {
            return;
        }
        SourceRange place = additions.get(0).keyRange();
        List<Member> inner = new ArrayList<>(Written.members(value));
        for (Member addition : additions) {
            Node before = Written.get(value, addition.key());
            boolean lists = before instanceof Sequence && addition.value() instanceof Sequence;
            inner.removeIf(member -> member.key().equals(addition.key()));
            inner.add(lists ? joined((Sequence) before, addition) : addition);
        }
        Mapping extended = new Mapping(inner, "", value == null ? place : value.range());
        List<Member> members = replaced(Written.members(properties), new Member(property, place, extended));
        SourceRange range = properties == null ? resource.keyRange() : properties.range();
        Member whole = new Member("Properties", range, new Mapping(members, "", range));
        resources.put(
                logicalId,
                new Member(
                        logicalId,
                        resource.keyRange(),
                        new Mapping(replaced(body.members(), whole), "", body.range())));
    }

    private static Member joined(Sequence before, Member addition) {
        List<Node> items = new ArrayList<>(before.items());
        items.addAll(((Sequence) addition.value()).items());
        return new Member(addition.key(), addition.keyRange(), new Sequence(items, "", before.range()));
    }

    private static List<Member> replaced(List<Member> members, Member by) {
        List<Member> result = new ArrayList<>();
        members.forEach(member -> result.add(member.key().equals(by.key()) ? by : member));
        if (!result.contains(by)) {
            result.add(by);
        }
        return result;
    }

    private static Mapping body(SamResource from, SourceRange place, String type, Mapping properties) {
        Made made = new Made(place);
        List<Member> members = new ArrayList<>();
        members.add(made.member("Type", made.text(type)));
        attributes(from, SHARED, members);
        members.add(made.member("Properties", properties));
        return made.object(members);
    }

    private static void attributes(SamResource from, List<String> names, List<Member> to) {
        Mapping body = (Mapping) from.member().value();
        for (String name : names) {
            Member attribute = body.member(name);
            if (attribute != null) {
                to.add(attribute);
            }
        }
    }

    private static Member at(Member part, String logicalId, List<Member> body) {
        return new Member(
                logicalId, part.keyRange(), new Mapping(body, "", part.value().range()));
    }
}
