package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Scope.Written;

/** The resources of a deployment, as expressions of its templates call them. */
public interface Resources {

    /**
     * What is written of a resource, see {@link Scope#written}; null where it is none of these.
     *
     * @param template the scope of the template in which a symbolic name has its meaning
     */
    Written written(Value identifier, boolean full, Scope template);

    /** The id of the resource of that symbolic name or name; null where there is none. */
    Value id(String name, Scope template);
}
