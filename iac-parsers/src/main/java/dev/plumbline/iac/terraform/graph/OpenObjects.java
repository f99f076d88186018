package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.References.Target;
import dev.plumbline.iac.terraform.eval.Result;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that stand for resources and their nested blocks. They have more attributes than are written: those that
 * the provider computes. Such an object is known by the end of its chain of origins, which goes with it wherever
 * expressions take it.
 */
final class OpenObjects {
    private final Map<Origin, Target> targets = new IdentityHashMap<>();
    private final Set<Origin> closed = Collections.newSetFromMap(new IdentityHashMap<>());

    void register(Origin origin, String address, String path) {
        targets.put(origin, new Target(address, path));
    }

    /** From now on the object has no more attributes than it holds. */
    void close(Origin origin) {
        closed.add(origin);
    }

    private static Origin last(ObjectValue object) {
        Origin last = object.origin();
        while (last.cause() != null) {
            last = last.cause();
        }
        return last;
    }

    private Optional<Target> attribute(ObjectValue object, String name) {
        return Optional.ofNullable(targets.get(last(object)))
                .map(target ->
                        new Target(target.address(), target.path().isEmpty() ? name : target.path() + "." + name));
    }

    Optional<References> referenceTo(ObjectValue object, String name) {
        return attribute(object, name).map(References::to);
    }

    /** An attribute that is not written: known after apply, and certain to be set where all resources have it. */
    Optional<Result> computed(ObjectValue object, String name) {
        return attribute(object, name)
                .filter(target -> !closed.contains(last(object)))
                .map(target -> new Result(unknown(target, name, object.origin()), References.to(target)));
    }

    private static boolean isOf(String kind, Target target) {
        return target.address().startsWith(kind) || target.address().contains("." + kind);
    }

    /** Of {@code module.shop["eu"].data.aws_s3_bucket.logs[0]} what stands before the name. */
    private static String type(String address) {
        String withoutKeys = address.endsWith("]") ? address.substring(0, address.lastIndexOf('[')) : address;
        int name = withoutKeys.lastIndexOf('.');
        return name < 0 ? "" : withoutKeys.substring(withoutKeys.lastIndexOf('.', name - 1) + 1, name);
    }

    static UnknownValue unknown(Target target, String attribute, Origin origin) {
        String name = target.address() + "." + target.path();
        boolean data = isOf("data.", target);
        boolean ephemeral = isOf("ephemeral.", target);
        Unknown unknown;
        if (ephemeral) {
            unknown = Unknown.because(Cause.EPHEMERAL, name + " is ephemeral: it is not kept from plan to apply");
        } else if (data) {
            unknown = Unknown.because(Cause.EXTERNAL, name + " is read when the configuration is applied");
        } else {
            unknown = Unknown.because(Cause.KNOWN_AFTER_APPLY, name + " is known after apply");
        }
        if (ComputedAttributes.isSet(attribute, data)) {
            unknown = unknown.certainlySet();
        }
        if (ComputedAttributes.isString(attribute)) {
            unknown = unknown.of(Shape.STRING);
        }
        String prefix = ComputedAttributes.prefix(type(target.address()), attribute);
        if (!prefix.isEmpty()) {
            unknown = unknown.startingWith(prefix);
        }
        return new UnknownValue(unknown.knownAs("<" + name + ">"), origin, ephemeral);
    }
}
