package dev.plumbline.rules.function;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Fields;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Struct;
import dev.plumbline.rules.view.JsonText;
import dev.plumbline.rules.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** IAM policy documents in the spelling of JSON and in that of Terraform's data source, brought to one form. */
final class PolicyDocument {
    /** What an ARN of any partition starts with. */
    private static final String GIVEN_ARN = "arn:aws";

    private PolicyDocument() {}

    /** The statements of a document, or of several; unknown elements where part of it is not known. */
    static Object statements(Object document) {
        if (document instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            for (Object each : list) {
                Object statements = each instanceof Open open ? new Open(open.unknown()) : statements(each);
                if (statements instanceof List<?> some) {
                    all.addAll(some);
                } else {
                    all.add(statements);
                }
            }
            return all;
        }
        Object content = JsonText.read(document);
        if (content instanceof UnknownValue unknown) {
            return List.of(new Open(Views.derived(unknown)));
        } else if (content instanceof Struct policy) {
            return statementsOf(policy);
        }
        return content instanceof List<?> list ? statements(list) : List.of();
    }

    private static List<Object> statementsOf(Struct policy) {
        boolean dataSource = policy.member("Statement") == null && policy.member("statement") != null;
        List<Object> statements = new ArrayList<>();
        for (Object each : many(policy.member(dataSource ? "statement" : "Statement"))) {
            if (Open.seen(each) instanceof UnknownValue unknown) {
                statements.add(new Open(Views.derived(unknown)));
            } else if (each instanceof Struct statement) {
                statements.add(dataSource ? fromBlock(statement) : fromJson(statement));
            }
        }
        return statements;
    }

    private static Object fromJson(Struct statement) {
        return statement(
                statement,
                orElse(statement.member("Effect"), "Deny"),
                many(statement.member("Action")),
                many(statement.member("NotAction")),
                arns(statement.member("Resource")),
                arns(statement.member("NotResource")),
                principals(statement.member("Principal")),
                principals(statement.member("NotPrincipal")),
                conditions(statement.member("Condition")));
    }

    private static Object fromBlock(Struct block) {
        return statement(
                block,
                orElse(block.member("effect"), "Allow"),
                many(block.member("actions")),
                many(block.member("not_actions")),
                arns(block.member("resources")),
                arns(block.member("not_resources")),
                principalBlocks(block.member("principals")),
                principalBlocks(block.member("not_principals")),
                conditionBlocks(block.member("condition")));
    }

    private static Object statement(
            Struct written,
            Object effect,
            List<Object> actions,
            List<Object> notActions,
            List<Object> resources,
            List<Object> notResources,
            List<Object> principals,
            List<Object> notPrincipals,
            List<Object> conditions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("effect", effect);
        fields.put("actions", actions);
        fields.put("notActions", notActions);
        fields.put("resources", resources);
        fields.put("notResources", notResources);
        fields.put("principals", principals);
        fields.put("notPrincipals", notPrincipals);
        fields.put("conditions", conditions);
        return new Fields(fields, written);
    }

    /** {@code "*"}, or an object from type to one or many. */
    private static List<Object> principals(Object written) {
        if (!(written instanceof Struct byType)) {
            return many(written);
        }
        List<Object> all = new ArrayList<>();
        for (String type : byType.names()) {
            addPrincipals(all, type, byType.member(type));
        }
        return all;
    }

    private static List<Object> principalBlocks(Object blocks) {
        List<Object> all = new ArrayList<>();
        for (Object each : many(blocks)) {
            if (each instanceof Struct block && block.member("type") instanceof String type) {
                addPrincipals(all, type, block.member("identifiers"));
            } else if (each instanceof Struct block && block.member("type") instanceof UnknownValue unknown) {
                all.add(new Open(Views.derived(unknown)));
            } else if (Open.seen(each) instanceof UnknownValue unknown) {
                all.add(new Open(Views.derived(unknown)));
            }
        }
        return all;
    }

    private static void addPrincipals(List<Object> all, String type, Object identifiers) {
        for (Object each : many(identifiers)) {
            if (each instanceof String text) {
                all.add(type.equals("*") ? "*" : type + ":" + text);
            } else if (Open.seen(each) instanceof UnknownValue unknown) {
                // What is known of the identifier stands behind the type: an ARN that is yet to be given is not "*".
                boolean provider = type.equals("Federated") && isGiven(unknown.unknown());
                String prefix = provider ? GIVEN_ARN : unknown.unknown().prefix();
                UnknownValue typed = new UnknownValue(
                        unknown.unknown().startingWith(type + ":" + prefix).knownAs(""), unknown.origin(), false);
                all.add(each instanceof Open ? new Open(typed) : typed);
            }
        }
    }

    /** Operator to an object from key to one or many values. */
    private static List<Object> conditions(Object written) {
        List<Object> all = new ArrayList<>();
        if (written instanceof UnknownValue unknown) {
            all.add(new Open(Views.derived(unknown)));
        } else if (written instanceof Struct byOperator) {
            for (String operator : byOperator.names()) {
                Object keys = byOperator.member(operator);
                if (keys instanceof Struct byKey) {
                    for (String key : byKey.names()) {
                        all.add(condition(operator, key, many(byKey.member(key))));
                    }
                } else if (keys instanceof UnknownValue unknown) {
                    all.add(new Open(Views.derived(unknown)));
                }
            }
        }
        return all;
    }

    private static List<Object> conditionBlocks(Object blocks) {
        List<Object> all = new ArrayList<>();
        for (Object each : many(blocks)) {
            if (each instanceof Struct block) {
                all.add(condition(
                        orElse(block.member("test"), ""),
                        orElse(block.member("variable"), ""),
                        many(block.member("values"))));
            } else if (Open.seen(each) instanceof UnknownValue unknown) {
                all.add(new Open(Views.derived(unknown)));
            }
        }
        return all;
    }

    private static Object condition(Object operator, Object key, List<Object> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operator", operator);
        fields.put("key", key);
        fields.put("values", values);
        return new Fields(fields);
    }

    /**
     * The resources of a statement. IAM takes ARNs and {@code *} there, and what the cloud gives to a resource is an ARN
     * then.
     */
    private static List<Object> arns(Object member) {
        List<Object> arns = new ArrayList<>();
        for (Object each : many(member)) {
            arns.add(arn(each));
        }
        return arns;
    }

    /** Whether a string starts with what the cloud gives, with nothing known of it. */
    private static boolean isGiven(Unknown unknown) {
        return unknown.cause() == Unknown.Cause.KNOWN_AFTER_APPLY
                && unknown.prefix().isEmpty()
                && unknown.symbol().startsWith("<");
    }

    private static Object arn(Object element) {
        if (!(Open.seen(element) instanceof UnknownValue value)) {
            return element;
        }
        if (!isGiven(value.unknown())) {
            return element;
        }
        UnknownValue arn = new UnknownValue(value.unknown().startingWith(GIVEN_ARN), value.origin(), false);
        return element instanceof Open ? new Open(arn) : arn;
    }

    private static Object orElse(Object member, Object fallback) {
        return member == null ? fallback : member;
    }

    /** One or many as many; what is unknown may be any number. */
    private static List<Object> many(Object member) {
        if (member == null) {
            return List.of();
        } else if (member instanceof List<?> list) {
            return List.copyOf(list);
        } else if (member instanceof UnknownValue unknown) {
            return List.of(new Open(unknown));
        }
        return List.of(member);
    }
}
