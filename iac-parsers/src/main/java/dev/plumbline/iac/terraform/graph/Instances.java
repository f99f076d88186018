package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.References.Target;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.graph.Repetition.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** All instances of a resource or module call as one value: a tuple by {@code count}, an object by {@code for_each}. */
final class Instances {

    private Instances() {}

    static Result of(ResourceNode node) {
        Map<String, Result> results = new LinkedHashMap<>();
        node.instances()
                .forEach((key, instance) -> results.put(
                        key, new Result(instance.attributes(), References.to(new Target(instance.address(), "")))));
        return of(results, node.repetition().kind(), node.range());
    }

    static Result of(CallNode call) {
        Map<String, Result> results = new LinkedHashMap<>();
        call.instances().forEach((key, instance) -> results.put(key, outputs(instance, call.range())));
        return of(results, call.repetition().kind(), call.range());
    }

    /** The outputs of one module. */
    static Result outputs(ModuleInstance instance, SourceRange range) {
        Map<String, Result> results = new LinkedHashMap<>();
        for (String name : instance.module.outputs().keySet()) {
            LocalNode node = instance.output(name);
            if (node != null && node.result() != null) {
                results.put(name, node.result());
            }
        }
        return of(results, Kind.FOR_EACH, range);
    }

    private static Result of(Map<String, Result> results, Kind kind, SourceRange range) {
        Map<String, References> parts = new LinkedHashMap<>();
        results.forEach((key, result) -> parts.put(key, result.references()));
        Value value;
        if (kind == Kind.COUNT) {
            value = new ListValue(
                    results.values().stream().map(Result::value).toList(),
                    ListValue.Kind.TUPLE,
                    Origin.at(range),
                    false);
        } else {
            Map<String, Member> members = new LinkedHashMap<>();
            results.forEach((key, result) -> members.put(key, Member.unnamed(result.value())));
            value = new ObjectValue(members, Origin.at(range));
        }
        return new Result(value, References.ofParts(parts));
    }
}
