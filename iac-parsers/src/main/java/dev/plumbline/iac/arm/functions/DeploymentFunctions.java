package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.shallow;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions that give values of the template and of its deployment. */
final class DeploymentFunctions {
    static final List<Function> ALL = List.of(
            lazy("parameters", 1, 1, Shape.ANY, DeploymentFunctions::parameters),
            lazy("variables", 1, 1, Shape.ANY, DeploymentFunctions::variables),
            lazy("deployment", 0, 0, Shape.OBJECT, DeploymentFunctions::deployment),
            lazy("deployer", 0, 0, Shape.OBJECT, DeploymentFunctions::deployer),
            lazy(
                    "environment",
                    0,
                    0,
                    Shape.OBJECT,
                    in -> in.unknown(
                            Cause.KNOWN_AFTER_APPLY, "environment() depends on the Azure cloud that is deployed to")),
            shallow("fail", 1, 1, Shape.ANY, in -> {
                throw in.failure("The template fails: " + in.string(0));
            }));

    private DeploymentFunctions() {}

    private static Value parameters(Invocation in) {
        if (in.value(0) instanceof UnknownValue) {
            return in.unknown();
        }
        Value value = in.scope().parameter(in.string(0));
        if (value == null) {
            throw in.failure(0, "There is no parameter '" + in.string(0) + "'");
        }
        return value;
    }

    private static Value variables(Invocation in) {
        if (in.value(0) instanceof UnknownValue) {
            return in.unknown();
        }
        Value value = in.scope().variable(in.string(0));
        if (value == null) {
            throw in.failure(0, "There is no variable '" + in.string(0) + "'");
        }
        return value;
    }

    private static Value deployment(Invocation in) {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("name", in.scope().deployment().name());
        members.put("location", told(in, "location", Shape.STRING));
        members.put("properties", told(in, "properties", Shape.OBJECT));
        return in.result(members);
    }

    private static Value deployer(Invocation in) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (String name : List.of("objectId", "tenantId", "userPrincipalName")) {
            members.put(name, ScopeFunctions.member(in, "deployer()", name, Shape.STRING));
        }
        return in.result(members);
    }

    private static Value told(Invocation in, String name, Shape shape) {
        return ScopeFunctions.member(in, in.scope().deployment().symbol(), name, shape);
    }
}
