package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.type.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Terraform keeps neither in a plan nor in a state. It is made anew in each phase, so what it is while planning
 * says nothing of what is applied: it is unknown, with the type and the certainty to be set that it has.
 */
final class EphemeralValues {

    private EphemeralValues() {}

    /** @param name fit for people: {@code var.token} */
    static Result of(Result result, String name) {
        return result.with(of(result.value(), name));
    }

    /** An ephemeral resource: its object as it is, with attributes that are ephemeral. */
    static Result ofMembers(Result resource, String address) {
        ObjectValue object = (ObjectValue) resource.value();
        Map<String, Member> members = new LinkedHashMap<>();
        object.members()
                .forEach((name, member) ->
                        members.put(name, new Member(member.nameRange(), of(member.value(), address + "." + name))));
        return resource.with(new ObjectValue(
                members, object.kind(), object.rest(), object.type(), object.origin(), object.sensitive()));
    }

    private static UnknownValue of(Value value, String name) {
        Type type = Type.of(value);
        boolean set =
                value instanceof UnknownValue unknown ? unknown.unknown().notNull() : !(value instanceof NullValue);
        Unknown unknown = Unknown.because(Cause.EPHEMERAL, name + " is ephemeral: it is not kept from plan to apply")
                .of(type.shape())
                .knownAs("<" + name + ">");
        return new UnknownValue(
                set ? unknown.certainlySet() : unknown,
                type == Type.Simple.ANY ? null : type,
                value.origin(),
                value.sensitive());
    }
}
