package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What an expression evaluates to, and which resources it mentions on the way. */
public record Result(Value value, References references) {

    /** No chain of origins gets longer: beyond it, what lies between use and source is left out. */
    private static final int MAX_CHAIN = 24;

    public Result {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(references, "references");
    }

    public static Result of(Value value) {
        return new Result(value, References.NONE);
    }

    /** The same, used at that place. */
    public Result usedAt(SourceRange place) {
        return labelled(place, "");
    }

    /** The same at that place, which is {@code label}. */
    public Result labelled(SourceRange place, String label) {
        Origin origin = value.origin();
        if (origin.range().equals(place) && (label.isEmpty() || label.equals(origin.label()))) {
            return this;
        }
        return new Result(value.withOrigin(new Origin(place, label, shortened(origin))), references);
    }

    private static Origin shortened(Origin origin) {
        int length = 0;
        Origin last = origin;
        for (Origin step = origin; step != null; step = step.cause()) {
            last = step;
            length++;
        }
        return length < MAX_CHAIN ? origin : new Origin(origin.range(), origin.label(), last);
    }

    public Result with(References more) {
        return more.isEmpty() ? this : new Result(value, references.and(more));
    }

    public Result with(Value other) {
        return new Result(other, references);
    }

    /** An object's result with another value for a member that it has. */
    public Result withMember(String name, Result member) {
        ObjectValue object = (ObjectValue) value;
        Map<String, Member> members = new LinkedHashMap<>(object.members());
        members.computeIfPresent(name, (key, old) -> new Member(old.nameRange(), member.value()));
        return new Result(
                new ObjectValue(members, object.kind(), object.origin(), object.sensitive()),
                references.withPart(name, member.references()));
    }

    public Result sensitiveIf(boolean sensitive) {
        return sensitive ? new Result(value.asSensitive(), references) : this;
    }
}
