package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.Expression;
import dev.plumbline.iac.arm.expression.Expression.Call;
import dev.plumbline.iac.arm.expression.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code lambda('variable', …, body)}, as an argument of a function. */
final class Lambda {
    private final Invocation in;
    private final List<String> variables;
    private final Expression body;

    private Lambda(Invocation in, List<String> variables, Expression body) {
        this.in = in;
        this.variables = variables;
        this.body = body;
    }

    /** The argument of that index, which has to be a lambda. */
    static Lambda of(Invocation in, int argument) {
        if (!(in.expression(argument) instanceof Call call)
                || !call.name().equalsIgnoreCase("lambda")
                || call.arguments().isEmpty()) {
            throw in.failure("%s takes a lambda as argument %d".formatted(in.name(), argument + 1));
        }
        int last = call.arguments().size() - 1;
        List<String> variables = new ArrayList<>();
        for (Expression variable : call.arguments().subList(0, last)) {
            if (!(variable instanceof Expression.Text name)) {
                throw in.failure("A lambda's variables are written as strings");
            }
            variables.add(name.value());
        }
        return new Lambda(in, variables, call.arguments().get(last));
    }

    /** Applies it to as many of the values as it has variables for. */
    Value apply(Value... values) {
        if (variables.size() > values.length) {
            throw in.failure("The lambda of %s has %d variables, of which %d get a value"
                    .formatted(in.name(), variables.size(), values.length));
        }
        Map<String, Value> bound = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            bound.put(variables.get(i), values[i]);
        }
        return in.evaluate(body, new LambdaScope(in.scope(), bound));
    }
}
