package dev.plumbline.iac;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an expression evaluates to, in the terms that all languages share.
 *
 * <p>Being unknown is a property of a leaf: an object with one unknown attribute is an {@link ObjectValue} with an
 * {@link UnknownValue} in it. Every value knows its {@link Origin}, and whether it is sensitive: a sensitive value is
 * never printed, logged or put in a report.
 *
 * <p>Values are immutable. Equality compares origins too; to compare what is meant, use {@link #sameAs}.
 */
public sealed interface Value {

    Origin origin();

    boolean sensitive();

    /** The same value with another origin. */
    Value withOrigin(Origin origin);

    /** The same value, marked as sensitive. */
    Value asSensitive();

    /** Whether the value and everything in it is known. */
    default boolean isWhollyKnown() {
        return true;
    }

    /** Whether both mean the same, wherever they were written. An unknown value is the same as none. */
    boolean sameAs(Value other);

    record StringValue(String value, Origin origin, boolean sensitive) implements Value {
        public StringValue {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(origin, "origin");
        }

        public StringValue(String value, Origin origin) {
            this(value, origin, false);
        }

        @Override
        public StringValue withOrigin(Origin to) {
            return new StringValue(value, to, sensitive);
        }

        @Override
        public StringValue asSensitive() {
            return sensitive ? this : new StringValue(value, origin, true);
        }

        @Override
        public boolean sameAs(Value other) {
            return other instanceof StringValue that && value.equals(that.value);
        }
    }

    /** An exact decimal number; {@code 1} and {@code 1.0} are the same. */
    record NumberValue(BigDecimal value, Origin origin, boolean sensitive) implements Value {
        public NumberValue {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(origin, "origin");
        }

        public NumberValue(BigDecimal value, Origin origin) {
            this(value, origin, false);
        }

        @Override
        public NumberValue withOrigin(Origin to) {
            return new NumberValue(value, to, sensitive);
        }

        @Override
        public NumberValue asSensitive() {
            return sensitive ? this : new NumberValue(value, origin, true);
        }

        @Override
        public boolean sameAs(Value other) {
            return other instanceof NumberValue that && value.compareTo(that.value) == 0;
        }
    }

    record BooleanValue(boolean value, Origin origin, boolean sensitive) implements Value {
        public BooleanValue {
            Objects.requireNonNull(origin, "origin");
        }

        public BooleanValue(boolean value, Origin origin) {
            this(value, origin, false);
        }

        @Override
        public BooleanValue withOrigin(Origin to) {
            return new BooleanValue(value, to, sensitive);
        }

        @Override
        public BooleanValue asSensitive() {
            return sensitive ? this : new BooleanValue(value, origin, true);
        }

        @Override
        public boolean sameAs(Value other) {
            return other instanceof BooleanValue that && value == that.value;
        }
    }

    /**
     * Written as null, or made null by the language (Terraform's {@code null}, {@code AWS::NoValue}): as if not set.
     *
     * @param type its static type; null where it has none
     */
    record NullValue(StaticType type, Origin origin, boolean sensitive) implements Value {
        public NullValue {
            Objects.requireNonNull(origin, "origin");
        }

        public NullValue(Origin origin, boolean sensitive) {
            this(null, origin, sensitive);
        }

        public NullValue(Origin origin) {
            this(null, origin, false);
        }

        @Override
        public NullValue withOrigin(Origin to) {
            return new NullValue(type, to, sensitive);
        }

        @Override
        public NullValue asSensitive() {
            return sensitive ? this : new NullValue(type, origin, true);
        }

        @Override
        public boolean sameAs(Value other) {
            return other instanceof NullValue;
        }
    }

    /**
     * An ordered collection. Terraform's sets are lists in their iteration order, without duplicates.
     *
     * @param type its static type; null where it has none, or the elements show it
     */
    record ListValue(List<Value> elements, Kind kind, StaticType type, Origin origin, boolean sensitive)
            implements Value {

        /** What Terraform tells apart and the other languages do not, who use {@link #LIST}. */
        public enum Kind {
            LIST,
            TUPLE,
            SET
        }

        public ListValue {
            elements = List.copyOf(elements);
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(origin, "origin");
        }

        public ListValue(List<Value> elements, Kind kind, Origin origin, boolean sensitive) {
            this(elements, kind, null, origin, sensitive);
        }

        public ListValue(List<Value> elements, Origin origin) {
            this(elements, Kind.LIST, null, origin, false);
        }

        @Override
        public ListValue withOrigin(Origin to) {
            return new ListValue(elements, kind, type, to, sensitive);
        }

        @Override
        public ListValue asSensitive() {
            return sensitive ? this : new ListValue(elements, kind, type, origin, true);
        }

        @Override
        public boolean isWhollyKnown() {
            return elements.stream().allMatch(Value::isWhollyKnown);
        }

        @Override
        public boolean sameAs(Value other) {
            if (!(other instanceof ListValue that) || elements.size() != that.elements.size()) {
                return false;
            }
            for (int i = 0; i < elements.size(); i++) {
                if (!elements.get(i).sameAs(that.elements.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Named members in the order in which they were written.
     *
     * <p>Names are matched exactly, or without regard to case where the language does so (ARM): look members up with
     * {@link #get}, never through {@link #members()}.
     *
     * <p>A nested block of Terraform is an element of a list under the block's type, however often it occurs.
     *
     * @param rest why other members may be there beside those that are known, so that one which is not among them is
     *     unknown; null where these are all
     * @param type its static type; null where it has none, or the members show it
     */
    record ObjectValue(
            Map<String, Member> members, Kind kind, Unknown rest, StaticType type, Origin origin, boolean sensitive)
            implements Value {

        /** How members are typed and matched. */
        public enum Kind {
            /** Each member has its own type; names are matched exactly. */
            OBJECT,
            /** Terraform's map: keys are data, all elements of one type. */
            MAP,
            /** An object of ARM, whose property names are matched without regard to case. */
            CASE_INSENSITIVE
        }

        public ObjectValue {
            members = FrozenMembers.of(members);
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(origin, "origin");
        }

        public ObjectValue(Map<String, Member> members, Kind kind, StaticType type, Origin origin, boolean sensitive) {
            this(members, kind, null, type, origin, sensitive);
        }

        public ObjectValue(Map<String, Member> members, Kind kind, Origin origin, boolean sensitive) {
            this(members, kind, null, null, origin, sensitive);
        }

        public ObjectValue(Map<String, Member> members, Origin origin) {
            this(members, Kind.OBJECT, null, null, origin, false);
        }

        /** The same object, which may have other members, for that reason. */
        public ObjectValue withRest(Unknown why) {
            return new ObjectValue(members, kind, why, type, origin, sensitive);
        }

        /** The member of that name, or null where there is none. A member written as null is there. */
        public Member member(String name) {
            Member exact = members.get(name);
            if (exact != null) {
                return exact;
            }
            if (kind == Kind.CASE_INSENSITIVE) {
                for (Map.Entry<String, Member> entry : members.entrySet()) {
                    if (entry.getKey().equalsIgnoreCase(name)) {
                        return entry.getValue();
                    }
                }
            }
            return rest == null ? null : Member.unnamed(new UnknownValue(rest, origin, sensitive));
        }

        /** The value of the member of that name, or null where there is none. */
        public Value get(String name) {
            Member member = member(name);
            return member == null ? null : member.value();
        }

        @Override
        public ObjectValue withOrigin(Origin to) {
            return new ObjectValue(members, kind, rest, type, to, sensitive);
        }

        @Override
        public ObjectValue asSensitive() {
            return sensitive ? this : new ObjectValue(members, kind, rest, type, origin, true);
        }

        @Override
        public boolean isWhollyKnown() {
            return rest == null
                    && members.values().stream()
                            .allMatch(member -> member.value().isWhollyKnown());
        }

        @Override
        public boolean sameAs(Value other) {
            if (!(other instanceof ObjectValue that)
                    || members.size() != that.members.size()
                    || rest != null
                    || that.rest != null) {
                return false;
            }
            for (Map.Entry<String, Member> entry : members.entrySet()) {
                Value theirs = that.get(entry.getKey());
                if (theirs == null || !entry.getValue().value().sameAs(theirs)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * One member of an object.
     *
     * @param nameRange where the name is written; the value's own range where the name is not in the text
     */
    record Member(SourceRange nameRange, Value value) {
        public Member {
            Objects.requireNonNull(nameRange, "nameRange");
            Objects.requireNonNull(value, "value");
        }

        /** A member whose name stands nowhere in the text: made by a function or a language default. */
        public static Member unnamed(Value value) {
            return new Member(value.origin().range(), value);
        }

        /** From the name to the end of the value as written: what a finding about this member points at. */
        public SourceRange range() {
            SourceRange written = value.origin().range();
            return nameRange.file().equals(written.file()) && nameRange.compareTo(written) <= 0
                    ? nameRange.to(written)
                    : nameRange;
        }
    }

    /**
     * A value that cannot be known before deployment, or not by us; never a stand-in for an invented one.
     *
     * @param type its static type, which is finer than {@link Unknown#shape()}; null where that says all
     */
    record UnknownValue(Unknown unknown, StaticType type, Origin origin, boolean sensitive) implements Value {
        public UnknownValue {
            Objects.requireNonNull(unknown, "unknown");
            Objects.requireNonNull(origin, "origin");
        }

        public UnknownValue(Unknown unknown, Origin origin, boolean sensitive) {
            this(unknown, null, origin, sensitive);
        }

        public UnknownValue(Unknown unknown, Origin origin) {
            this(unknown, null, origin, false);
        }

        @Override
        public UnknownValue withOrigin(Origin to) {
            return new UnknownValue(unknown, type, to, sensitive);
        }

        @Override
        public UnknownValue asSensitive() {
            return sensitive ? this : new UnknownValue(unknown, type, origin, true);
        }

        @Override
        public boolean isWhollyKnown() {
            return false;
        }

        @Override
        public boolean sameAs(Value other) {
            return false;
        }
    }
}
