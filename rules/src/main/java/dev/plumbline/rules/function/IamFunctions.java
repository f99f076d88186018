package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Logic;
import dev.plumbline.rules.expression.Struct;
import java.util.List;

/** Questions about IAM policy documents. */
final class IamFunctions {
    static final List<Function> ALL = List.of(
            new Function(
                    "iam.statements",
                    List.of("(dyn): list(Statement)"),
                    true,
                    (scope, a) -> PolicyDocument.statements(a.get(0))),
            new Function(
                    "iam.covers",
                    List.of("(dyn, string): bool"),
                    true,
                    (scope, a) -> covers(a.get(0), (String) a.get(1))),
            new Function(
                    "iam.coversAll",
                    List.of("(dyn, string, string): bool"),
                    true,
                    (scope, a) ->
                            Any.of(a.get(0), pattern -> Coverage.ofAll(pattern, (String) a.get(1), (String) a.get(2)))),
            new Function(
                    "iam.allows",
                    List.of("(Statement, string): bool"),
                    true,
                    (scope, a) -> allows(a.get(0), (String) a.get(1))),
            new Function(
                    "iam.isAnyone",
                    List.of("(Statement): bool"),
                    true,
                    (scope, a) -> a.get(0) instanceof Struct statement ? PublicAccess.isAnyone(statement) : a.get(0)),
            new Function(
                    "iam.isPublic",
                    List.of("(Statement): bool"),
                    true,
                    (scope, a) -> a.get(0) instanceof Struct statement ? PublicAccess.isPublic(statement) : a.get(0)),
            new Function(
                    "iam.held",
                    List.of("(dyn): list(Statement)"),
                    false,
                    (scope, a) -> IdentityPolicies.held(scope, a.get(0))),
            new Function(
                    "iam.granted",
                    List.of("(dyn): list(Statement)"),
                    false,
                    (scope, a) -> IdentityPolicies.granted(scope, a.get(0))));

    private IamFunctions() {}

    private static Object allows(Object statement, String action) {
        if (!(statement instanceof Struct struct)) {
            return statement;
        }
        Object effect = struct.member("effect");
        if (effect instanceof String text && !text.equals("Allow")) {
            return false;
        }
        Object covered = covers(struct.member("actions"), action);
        List<?> excluded = (List<?>) struct.member("notActions");
        if (covered.equals(false) && !excluded.isEmpty()) {
            covered = Logic.not(covers(excluded, action));
        }
        return effect instanceof UnknownValue && !covered.equals(false) ? effect : covered;
    }

    private static Object covers(Object patterns, String text) {
        return Any.of(patterns, pattern -> Coverage.of(pattern, text));
    }
}
