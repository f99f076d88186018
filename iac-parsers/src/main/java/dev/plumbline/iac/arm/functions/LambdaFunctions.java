package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that take a lambda. Where it has a further variable, that is the index. */
final class LambdaFunctions {
    static final List<Function> ALL = List.of(
            lazy("filter", 2, 2, Shape.LIST, LambdaFunctions::filter),
            lazy("map", 2, 2, Shape.LIST, LambdaFunctions::map),
            lazy("reduce", 3, 3, Shape.ANY, LambdaFunctions::reduce),
            lazy("sort", 2, 2, Shape.LIST, LambdaFunctions::sort),
            lazy("toObject", 2, 3, Shape.OBJECT, LambdaFunctions::toObject),
            lazy("groupBy", 2, 2, Shape.OBJECT, LambdaFunctions::groupBy),
            lazy("mapValues", 2, 2, Shape.OBJECT, LambdaFunctions::mapValues),
            lazy("lambda", 1, ANY_NUMBER, Shape.ANY, in -> {
                throw in.failure("A lambda stands where a function takes one, nowhere else");
            }),
            lazy("lambdaVariables", 1, 1, Shape.ANY, LambdaFunctions::variable));

    private LambdaFunctions() {}

    private static Value variable(Invocation in) {
        Value value = in.scope().lambdaVariable(in.string(0));
        if (value == null) {
            throw in.failure("There is no lambda variable '" + in.string(0) + "' here");
        }
        return value;
    }

    /** Unknown for the reason of a value that decides what the result consists of. */
    private static Value undecided(Invocation in, UnknownValue why) {
        Unknown unknown = why.unknown();
        Shape shape = in.value(0) instanceof ObjectValue ? Shape.OBJECT : Shape.LIST;
        return in.unknown(
                Unknown.because(unknown.cause(), unknown.reason()).of(shape).certainlySet());
    }

    private static Value filter(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return undecided(in, unknown);
        }
        Lambda lambda = Lambda.of(in, 1);
        List<Value> kept = new ArrayList<>();
        List<Value> elements = in.list(0).elements();
        for (int i = 0; i < elements.size(); i++) {
            Value verdict = lambda.apply(elements.get(i), in.result(i));
            if (verdict instanceof UnknownValue unknown) {
                return undecided(in, unknown);
            }
            if (truth(in, verdict)) {
                kept.add(elements.get(i));
            }
        }
        return in.result(kept);
    }

    private static boolean truth(Invocation in, Value verdict) {
        if (verdict instanceof BooleanValue bool) {
            return bool.value();
        }
        throw in.failure("The lambda of " + in.name() + " has to return a boolean");
    }

    private static String key(Invocation in, Value key) {
        if (key instanceof StringValue string) {
            return string.value();
        }
        throw in.failure("The lambda of " + in.name() + " has to return a string");
    }

    private static Value map(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return undecided(in, unknown);
        }
        Lambda lambda = Lambda.of(in, 1);
        List<Value> mapped = new ArrayList<>();
        List<Value> elements = in.list(0).elements();
        for (int i = 0; i < elements.size(); i++) {
            mapped.add(lambda.apply(elements.get(i), in.result(i)));
        }
        return in.bounded(in.result(mapped));
    }

    private static Value reduce(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return in.unknown(
                    Unknown.because(unknown.unknown().cause(), unknown.unknown().reason()));
        }
        Lambda lambda = Lambda.of(in, 2);
        Value current = in.value(1);
        List<Value> elements = in.list(0).elements();
        for (int i = 0; i < elements.size(); i++) {
            current = in.bounded(lambda.apply(current, elements.get(i), in.result(i)));
        }
        return current;
    }

    /** By insertion, which is stable and ends whatever the lambda says. */
    private static Value sort(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return undecided(in, unknown);
        }
        Lambda lambda = Lambda.of(in, 1);
        List<Value> sorted = new ArrayList<>();
        for (Value element : in.list(0).elements()) {
            int place = sorted.size();
            while (place > 0) {
                Value before = lambda.apply(element, sorted.get(place - 1));
                if (before instanceof UnknownValue unknown) {
                    return undecided(in, unknown);
                }
                if (!truth(in, before)) {
                    break;
                }
                place--;
            }
            sorted.add(place, element);
        }
        return in.result(sorted);
    }

    private static Value toObject(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return in.unknown(unknown.unknown().cause(), unknown.unknown().reason());
        }
        Lambda keys = Lambda.of(in, 1);
        Lambda values = in.count() > 2 ? Lambda.of(in, 2) : null;
        Members members = new Members();
        for (Value element : in.list(0).elements()) {
            Value key = keys.apply(element);
            if (key instanceof UnknownValue unknown) {
                return in.unknown(Unknown.because(
                                unknown.unknown().cause(), unknown.unknown().reason())
                        .of(Shape.OBJECT)
                        .certainlySet());
            }
            members.put(key(in, key), Member.unnamed(values == null ? element : values.apply(element)));
        }
        return in.bounded(in.object(members.asMap()));
    }

    private static Value groupBy(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return in.unknown(unknown.unknown().cause(), unknown.unknown().reason());
        }
        Lambda keys = Lambda.of(in, 1);
        Members groups = new Members();
        for (Value element : in.list(0).elements()) {
            Value key = keys.apply(element);
            if (key instanceof UnknownValue unknown) {
                return in.unknown(Unknown.because(
                                unknown.unknown().cause(), unknown.unknown().reason())
                        .of(Shape.OBJECT)
                        .certainlySet());
            }
            Member group = groups.get(key(in, key));
            List<Value> elements = new ArrayList<>(group == null ? List.of() : ((ListValue) group.value()).elements());
            elements.add(element);
            groups.put(key(in, key), Member.unnamed(in.result(elements)));
        }
        return in.object(groups.asMap());
    }

    private static Value mapValues(Invocation in) {
        if (in.value(0) instanceof UnknownValue unknown) {
            return in.unknown(unknown.unknown().cause(), unknown.unknown().reason());
        }
        Lambda lambda = Lambda.of(in, 1);
        Members members = new Members();
        for (Map.Entry<String, Member> member : in.object(0).members().entrySet()) {
            members.put(
                    member.getKey(),
                    new Member(
                            member.getValue().nameRange(),
                            lambda.apply(member.getValue().value())));
        }
        return in.bounded(in.object(members.asMap()));
    }
}
