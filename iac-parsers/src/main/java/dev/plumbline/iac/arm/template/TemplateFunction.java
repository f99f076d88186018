package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.arm.expression.InnerScope;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A function that a template defines. It sees its own parameters, and no variables. */
public record TemplateFunction(Mapping definition, NodeEvaluator evaluator, Scope template)
        implements Scope.UserFunction {

    @Override
    public int parameters() {
        return Nodes.items(Nodes.get(definition, "parameters")).size();
    }

    @Override
    public Value call(List<Value> arguments) {
        Map<String, Value> bound = new LinkedHashMap<>();
        List<Node> parameters = Nodes.items(Nodes.get(definition, "parameters"));
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Mapping parameter) {
                bound.put(Nodes.text(parameter, "name").toLowerCase(Locale.ROOT), arguments.get(i));
            }
        }
        Mapping output = Nodes.mapping(definition, "output");
        Node value = output == null ? null : Nodes.get(output, "value");
        return value == null
                ? new NullValue(Origin.at(definition.range()))
                : evaluator.evaluate(value, new Body(template, bound));
    }

    private static final class Body extends InnerScope {
        private final Map<String, Value> parameters;

        Body(Scope template, Map<String, Value> parameters) {
            super(template);
            this.parameters = parameters;
        }

        @Override
        public Value parameter(String name) {
            return parameters.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public Value variable(String name) {
            return null;
        }
    }
}
