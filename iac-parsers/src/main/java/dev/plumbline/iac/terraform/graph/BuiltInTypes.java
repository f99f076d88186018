package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.References.Target;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources that hold values of the configuration and nothing in a cloud. All their attributes are known: {@code
 * terraform_data}, which is Terraform's own, and {@code null_resource}.
 */
final class BuiltInTypes {
    private static final Type TRIGGERS = new Type.Mapping(Type.Simple.STRING);

    private BuiltInTypes() {}

    static boolean has(String type) {
        return type.equals("terraform_data") || type.equals("null_resource");
    }

    /** The object of a resource with all attributes that its type has. */
    static Result completed(String type, String address, Result written) {
        ObjectValue object = (ObjectValue) written.value();
        Map<String, Member> members = new LinkedHashMap<>(object.members());
        Map<String, References> parts = new LinkedHashMap<>();
        written.references().forEachPart(parts::put);
        Origin origin = object.origin();
        List<String> arguments =
                type.equals("terraform_data") ? List.of("input", "triggers_replace") : List.of("triggers");
        for (String argument : arguments) {
            members.putIfAbsent(argument, Member.unnamed(new NullValue(origin)));
        }
        if (type.equals("terraform_data")) {
            Value input = members.get("input").value();
            Value output = input instanceof NullValue
                    ? input
                    : computed(address, "output", Type.of(input).shape(), origin);
            members.put("output", Member.unnamed(output));
            parts.put("output", References.to(new Target(address, "output")));
        } else {
            Member triggers = members.get("triggers");
            members.put("triggers", new Member(triggers.nameRange(), strings(triggers.value())));
        }
        members.put("id", Member.unnamed(computed(address, "id", Shape.STRING, origin)));
        parts.put("id", References.to(new Target(address, "id")));
        return new Result(new ObjectValue(members, origin), References.ofParts(parts));
    }

    private static Value computed(String address, String attribute, Shape shape, Origin origin) {
        String name = address + "." + attribute;
        Unknown unknown = Unknown.because(Cause.KNOWN_AFTER_APPLY, name + " is known after apply")
                .of(shape)
                .certainlySet();
        return new UnknownValue(unknown.knownAs("<" + name + ">"), origin);
    }

    private static Value strings(Value triggers) {
        try {
            return Conversion.convert(triggers, TRIGGERS);
        } catch (ConversionException e) {
            return triggers;
        }
    }
}
