package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy that {@code data "aws_iam_policy_document"} makes of its statements, as the AWS provider does. Where parts
 * are unknown the attribute {@code json} is unknown, and holds the policy with its unknown parts.
 */
final class PolicyDocument {
    private final Map<String, Value> statements = new LinkedHashMap<>();
    private UnknownValue unknown;
    private int unnamed;

    private PolicyDocument() {}

    /** The data source's attributes with {@code json} and {@code minified_json}. */
    static Result evaluate(Result source) {
        ObjectValue attributes = (ObjectValue) source.value();
        PolicyDocument policy = new PolicyDocument();
        policy.addDocuments(attributes.get("source_policy_documents"));
        policy.addDocuments(attributes.get("source_json"));
        policy.addStatements(attributes.get("statement"));
        policy.addDocuments(attributes.get("override_policy_documents"));
        policy.addDocuments(attributes.get("override_json"));
        Value json = policy.json(attributes);
        Map<String, Member> members = new LinkedHashMap<>(attributes.members());
        members.put("json", new Member(attributes.origin().range(), json));
        members.put("minified_json", new Member(attributes.origin().range(), json));
        return source.with(new ObjectValue(members, attributes.origin()));
    }

    private Value json(ObjectValue attributes) {
        Origin origin = Origin.at(attributes.origin().range());
        Map<String, Member> document = new LinkedHashMap<>();
        Value version = attributes.get("version");
        document.put("Version", Member.unnamed(version == null ? new StringValue("2012-10-17", origin) : version));
        copy(attributes, "policy_id", document, "Id");
        if (!statements.isEmpty() || unknown != null) {
            List<Value> all = new ArrayList<>(statements.values());
            if (unknown != null) {
                all.add(unknown);
            }
            document.put("Statement", Member.unnamed(new ListValue(all, origin)));
        }
        ObjectValue policy = new ObjectValue(document, origin);
        UnknownValue part = firstUnknown(policy);
        if (part == null) {
            return new StringValue(TerraformJson.encode(policy), origin);
        }
        Unknown why = part.unknown();
        return new UnknownValue(
                new Unknown(why.cause(), why.reason(), Shape.STRING, true, "{").holding(policy), origin);
    }

    private static UnknownValue firstUnknown(Value value) {
        if (value instanceof UnknownValue found) {
            return found;
        } else if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                UnknownValue found = firstUnknown(element);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof ObjectValue object) {
            for (Member member : object.members().values()) {
                UnknownValue found = firstUnknown(member.value());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Documents given as JSON; a statement replaces the one of the same id. */
    private void addDocuments(Value documents) {
        if (documents instanceof ListValue list) {
            list.elements().forEach(this::addDocument);
        } else if (documents != null) {
            addDocument(documents);
        }
    }

    private void addDocument(Value json) {
        Value document = null;
        if (json instanceof StringValue string && !string.value().isEmpty()) {
            try {
                document = TerraformJson.decode(string.value(), string.origin());
            } catch (IOException e) {
                unknown = new UnknownValue(
                        Unknown.because(Cause.ERROR, "a policy document is not JSON"), string.origin());
            }
        } else if (json instanceof UnknownValue other) {
            document = other.unknown().document();
            if (document == null) {
                unknown = other;
            }
        }
        if (document instanceof ObjectValue policy) {
            Value statement = policy.get("Statement");
            if (statement instanceof ListValue list) {
                list.elements().forEach(this::addStatement);
            } else if (statement != null) {
                addStatement(statement);
            }
        }
    }

    private void addStatement(Value statement) {
        if (statement instanceof UnknownValue other) {
            unknown = other;
            return;
        }
        boolean named = statement instanceof ObjectValue object
                && object.get("Sid") instanceof StringValue sid
                && !sid.value().isEmpty();
        String key = named
                ? "sid " + ((StringValue) ((ObjectValue) statement).get("Sid")).value()
                : "statement " + unnamed++;
        statements.put(key, statement);
    }

    private void addStatements(Value blocks) {
        if (blocks instanceof ListValue list) {
            for (Value block : list.elements()) {
                addStatement(block instanceof ObjectValue object ? statement(object) : block);
            }
        }
    }

    private static Value statement(ObjectValue block) {
        Map<String, Member> members = new LinkedHashMap<>();
        copy(block, "sid", members, "Sid");
        copy(block, "effect", members, "Effect");
        members.putIfAbsent("Effect", Member.unnamed(new StringValue("Allow", block.origin())));
        copy(block, "actions", members, "Action");
        copy(block, "not_actions", members, "NotAction");
        copy(block, "resources", members, "Resource");
        copy(block, "not_resources", members, "NotResource");
        principals(block.get("principals"), members, "Principal");
        principals(block.get("not_principals"), members, "NotPrincipal");
        conditions(block.get("condition"), members);
        return new ObjectValue(members, block.origin());
    }

    /** A list of one element is written as that element; an empty one, and null, not at all. */
    private static void copy(ObjectValue from, String name, Map<String, Member> to, String as) {
        Member member = from.member(name);
        if (member == null || member.value() instanceof NullValue) {
            return;
        }
        Value value = member.value();
        if (value instanceof ListValue list) {
            if (list.elements().isEmpty()) {
                return;
            }
            value = single(list);
        } else if (value instanceof StringValue string && string.value().isEmpty()) {
            return;
        }
        to.put(as, new Member(member.nameRange(), variables(value)));
    }

    private static Value single(ListValue list) {
        return list.elements().size() == 1 ? list.elements().get(0) : list;
    }

    /** The provider's {@code &{aws:username}} stands for IAM's <code>${aws:username}</code>. */
    private static Value variables(Value value) {
        if (value instanceof StringValue string && string.value().contains("&{")) {
            return new StringValue(string.value().replace("&{", "${"), string.origin(), string.sensitive());
        } else if (value instanceof ListValue list) {
            return new ListValue(
                    list.elements().stream().map(PolicyDocument::variables).toList(), list.origin());
        }
        return value;
    }

    /** {@code "*"} of any type means everybody; others are told apart by type. */
    private static void principals(Value blocks, Map<String, Member> to, String as) {
        if (!(blocks instanceof ListValue list) || list.elements().isEmpty()) {
            return;
        }
        Map<String, Member> byType = new LinkedHashMap<>();
        for (Value block : list.elements()) {
            if (!(block instanceof ObjectValue object)) {
                to.put(as, Member.unnamed(block));
                return;
            }
            Value type = object.get("type");
            Value identifiers = object.get("identifiers");
            if (!(type instanceof StringValue name) || identifiers == null) {
                Value unsure = type instanceof UnknownValue ? type : error(object);
                to.put(as, Member.unnamed(unsure));
                return;
            }
            Value written = identifiers instanceof ListValue some ? single(some) : identifiers;
            if (name.value().equals("*")
                    && written instanceof StringValue all
                    && all.value().equals("*")) {
                to.put(as, Member.unnamed(written));
                return;
            }
            byType.merge(name.value(), Member.unnamed(written), PolicyDocument::joined);
        }
        to.put(as, Member.unnamed(new ObjectValue(byType, list.origin())));
    }

    private static UnknownValue error(ObjectValue block) {
        return new UnknownValue(
                Unknown.because(Cause.ERROR, "a principals block has no type or identifiers"), block.origin());
    }

    private static Member joined(Member first, Member second) {
        List<Value> all = new ArrayList<>();
        for (Member member : List.of(first, second)) {
            if (member.value() instanceof ListValue list) {
                all.addAll(list.elements());
            } else {
                all.add(member.value());
            }
        }
        return new Member(first.nameRange(), new ListValue(all, first.value().origin()));
    }

    private static void conditions(Value blocks, Map<String, Member> to) {
        if (!(blocks instanceof ListValue list) || list.elements().isEmpty()) {
            return;
        }
        Map<String, Map<String, Member>> tests = new LinkedHashMap<>();
        for (Value block : list.elements()) {
            if (!(block instanceof ObjectValue object)
                    || !(object.get("test") instanceof StringValue test)
                    || !(object.get("variable") instanceof StringValue variable)
                    || object.get("values") == null) {
                UnknownValue found = firstUnknown(block);
                to.put("Condition", Member.unnamed(found == null ? conditionError(block) : found));
                return;
            }
            Value values = object.get("values");
            Value written = variables(values instanceof ListValue some ? single(some) : values);
            tests.computeIfAbsent(test.value(), name -> new LinkedHashMap<>())
                    .merge(variable.value(), Member.unnamed(written), PolicyDocument::joined);
        }
        Map<String, Member> conditions = new LinkedHashMap<>();
        tests.forEach(
                (test, variables) -> conditions.put(test, Member.unnamed(new ObjectValue(variables, list.origin()))));
        to.put("Condition", Member.unnamed(new ObjectValue(conditions, list.origin())));
    }

    private static UnknownValue conditionError(Value block) {
        return new UnknownValue(
                Unknown.because(Cause.ERROR, "a condition block has no test, variable or values"), block.origin());
    }
}
