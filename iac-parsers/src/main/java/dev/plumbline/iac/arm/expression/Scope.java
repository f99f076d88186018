package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Value;
import java.util.List;

/** What the functions of an expression can ask of the template and the deployment around it. */
public interface Scope {

    /** The parameter's value, or null where none of that name is declared. */
    Value parameter(String name);

    /** The variable's value, or null where there is none of that name. */
    Value variable(String name);

    /**
     * The iteration that is under way, from 0: a number, or unknown where it stands for all; null where there is no
     * such loop.
     *
     * @param loop the loop's name; null for the innermost one
     */
    Value copyIndex(String loop);

    /** The value bound to a lambda's variable, or null where none of that name is in sight. */
    default Value lambdaVariable(String name) {
        return null;
    }

    /** The template's own function, or null where there is none of that name. */
    UserFunction function(String qualifiedName);

    /** What is known of the deployment. */
    DeploymentContext deployment();

    /**
     * What the template says of a resource that an expression refers to.
     *
     * @param identifier a resource's id, name or symbolic name
     * @param full the whole resource rather than its properties
     * @return null where the resource is not in the template
     */
    Written written(Value identifier, boolean full);

    /** The id of the resource in the template that has that symbolic name, or else that name; null where none has. */
    Value resourceNamed(String name);

    /**
     * What is written of a resource.
     *
     * @param complete whether what is in the members is all there is, as in the outputs of a deployment; else the cloud
     *     may add to objects and arrays
     */
    record Written(Value.ObjectValue value, boolean complete) {}

    /** A function that the template defines. */
    interface UserFunction {
        int parameters();

        Value call(List<Value> arguments);
    }
}
