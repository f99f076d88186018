package dev.plumbline.iac.terraform.azapi;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.FunctionCall;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The body of an {@code azapi_resource}: an object since version 2 of the provider, a string of JSON before. */
public final class AzapiBody {
    static final String ATTRIBUTE = "body";

    private AzapiBody() {}

    /**
     * What {@code body = jsonencode(…)} encodes, which knows the place of each of its values as the string does not;
     * nothing where the body is written in another way.
     */
    public static Optional<Expression> encoded(Block resource) {
        Attribute body = resource.labels().get(0).text().equals(AzapiResources.TYPE)
                ? resource.body().attribute(ATTRIBUTE)
                : null;
        return body != null
                        && body.value() instanceof FunctionCall call
                        && call.name().equals("jsonencode")
                        && call.arguments().size() == 1
                        && !call.expandFinal()
                ? Optional.of(call.arguments().get(0))
                : Optional.empty();
    }

    /** What a body holds, as far as that is known: an object, or an unknown value; null where it is neither. */
    static Value content(Value body) {
        if (body instanceof UnknownValue unknown && unknown.unknown().document() != null) {
            return content(unknown.unknown().document());
        } else if (body instanceof UnknownValue) {
            return body;
        } else if (body instanceof ObjectValue object) {
            return asInArm(object);
        } else if (body instanceof StringValue json) {
            return decoded(json);
        }
        return null;
    }

    private static Value decoded(StringValue json) {
        try {
            Value content =
                    TerraformJson.decode(json.value(), Origin.at(json.origin().range()));
            return content instanceof ObjectValue object
                    ? asInArm(json.sensitive() ? object.asSensitive() : object)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** ARM matches the names of properties without regard to case. Evaluation bounds the nesting. */
    private static Value asInArm(Value value) {
        if (value instanceof ObjectValue object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) ->
                            members.put(name, new Member(member.nameRange(), asInArm(part(object, member.value())))));
            return new ObjectValue(members, ObjectValue.Kind.CASE_INSENSITIVE, object.origin(), object.sensitive());
        } else if (value instanceof ListValue list) {
            return new ListValue(
                    list.elements().stream()
                            .map(element -> asInArm(part(list, element)))
                            .toList(),
                    list.kind(),
                    list.origin(),
                    list.sensitive());
        }
        return value;
    }

    private static Value part(Value whole, Value part) {
        return whole.sensitive() ? part.asSensitive() : part;
    }
}
