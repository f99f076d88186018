package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.InnerScope;
import dev.plumbline.iac.arm.expression.Scope;
import java.util.Map;

/** What is in sight inside of a lambda: its variables, and what is in sight around it. */
final class LambdaScope extends InnerScope {
    private final Map<String, Value> variables;

    LambdaScope(Scope outer, Map<String, Value> variables) {
        super(outer);
        this.variables = variables;
    }

    @Override
    public Value lambdaVariable(String name) {
        for (Map.Entry<String, Value> variable : variables.entrySet()) {
            if (variable.getKey().equalsIgnoreCase(name)) {
                return variable.getValue();
            }
        }
        return super.lambdaVariable(name);
    }
}
