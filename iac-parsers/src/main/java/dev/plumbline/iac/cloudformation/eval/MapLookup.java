package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.Intrinsic;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * {@code Fn::FindInMap}: where a key is unknown, every value that it may lead to is looked at, and what they agree on is
 * known.
 *
 * @param fallback the {@code DefaultValue}, or null
 */
record MapLookup(Evaluator evaluator, Intrinsic call, Node fallback, Place place) {

    /** Beyond so many candidates a value is unknown without a look at them. */
    private static final int MAX_CANDIDATES = 1000;

    Value find(Value map, Value top, Value second) {
        for (Value key : List.of(map, top, second)) {
            if (!(key instanceof UnknownValue) && Text.of(key) == null) {
                return Evaluator.unknown(call.argument(), Cause.ERROR, "the keys of Fn::FindInMap are strings");
            }
        }
        if (map instanceof UnknownValue unknown) {
            return unknown(unknown);
        }
        Member mapping = evaluator.template.mappings().get(Text.of(map));
        if (mapping == null && fallback == null && evaluator.template.isGenerated()) {
            return Evaluator.unknown(call.argument(), Cause.EXTERNAL, "a macro makes mapping " + Text.of(map));
        } else if (mapping == null) {
            return missing("there is no mapping " + Text.of(map));
        }
        List<Node> found = new ArrayList<>();
        Collection<Member> tops = select(Template.members(mapping.value()), top);
        tops.forEach(
                member -> select(Template.members(member.value()), second).forEach(leaf -> found.add(leaf.value())));
        UnknownValue unknown =
                top instanceof UnknownValue first ? first : second instanceof UnknownValue last ? last : null;
        if (found.isEmpty()) {
            return unknown == null
                    ? missing("there is no %s.%s in mapping %s".formatted(Text.of(top), Text.of(second), Text.of(map)))
                    : unknown(unknown);
        }
        if (unknown == null) {
            return used(evaluator.evaluate(found.get(0), place));
        }
        return agreed(found, unknown);
    }

    /** The members that a key may mean. */
    private static Collection<Member> select(Map<String, Member> members, Value key) {
        if (key instanceof UnknownValue) {
            return members.values();
        }
        Member member = members.get(Text.of(key));
        return member == null ? List.of() : List.of(member);
    }

    private Value agreed(List<Node> candidates, UnknownValue unknown) {
        if (candidates.size() > MAX_CANDIDATES) {
            return unknown(unknown);
        }
        if (fallback != null) {
            candidates.add(fallback);
        }
        Value first = evaluator.evaluate(candidates.get(0), place);
        for (Node candidate : candidates.subList(1, candidates.size())) {
            if (!evaluator.evaluate(candidate, place).sameAs(first)) {
                return unknown(unknown);
            }
        }
        return used(first);
    }

    private Value missing(String reason) {
        if (fallback != null) {
            return evaluator.evaluate(fallback, place);
        }
        evaluator.warn(
                "cfn-map-key", Character.toUpperCase(reason.charAt(0)) + reason.substring(1), "", call.argument());
        return Evaluator.unknown(call.argument(), Cause.ERROR, reason);
    }

    private Value used(Value value) {
        return value.withOrigin(value.origin().usedAt(call.range()));
    }

    private UnknownValue unknown(UnknownValue key) {
        Unknown unknown =
                Unknown.because(key.unknown().cause(), key.unknown().reason()).certainlySet();
        return new UnknownValue(unknown, Origin.at(call.range()), key.sensitive());
    }
}
