package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.ExpressionParser;
import dev.plumbline.iac.arm.json.Literals;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import java.util.List;
import java.util.function.Function;

/** The values that a template's parameters are given: by parameter files, or by the deployment around it. */
@FunctionalInterface
public interface ParameterValues {

    ParameterValues NONE = name -> null;

    /** The value given to a parameter, or null where none is. */
    Value of(String name);

    /** Those of parameter files; later files win. */
    static ParameterValues of(List<ParameterFile> files) {
        return name -> {
            for (int i = files.size() - 1; i >= 0; i--) {
                ParameterFile file = files.get(i);
                Value value = given(file.parameters(), name, Literals::value);
                if (value != null) {
                    String label = "parameter " + name + " in " + file.path();
                    return value.withOrigin(Origin.at(value.origin().range(), label));
                }
            }
            return null;
        };
    }

    /** Those beside a template that is wrapped. An expression speaks of parameters of something else, a blueprint. */
    static ParameterValues wrapped(Mapping file) {
        Mapping properties = Nodes.mapping(file, "properties");
        Mapping parameters = properties == null ? null : Nodes.mapping(properties, "parameters");
        return of(parameters, node -> {
            boolean expression = node instanceof Node.Scalar scalar && ExpressionParser.isExpression(scalar.text());
            return expression
                    ? new UnknownValue(
                            Unknown.because(Cause.EXTERNAL, "it is given when the template is assigned"),
                            Origin.at(node.range()))
                    : Literals.value(node);
        });
    }

    /** Those that a nested deployment passes on. */
    static ParameterValues of(Mapping parameters, Function<Node, Value> evaluate) {
        return parameters == null ? NONE : name -> given(parameters, name, evaluate);
    }

    /** The same, where they are an object as a whole. */
    static ParameterValues of(Value parameters) {
        return name -> {
            if (parameters instanceof ObjectValue object) {
                return object.get(name) instanceof ObjectValue given ? given.get("value") : null;
            }
            return parameters instanceof UnknownValue unknown
                    ? new UnknownValue(
                            Unknown.because(
                                    unknown.unknown().cause(), unknown.unknown().reason()),
                            unknown.origin(),
                            unknown.sensitive())
                    : null;
        };
    }

    private static Value given(Mapping parameters, String name, Function<Node, Value> evaluate) {
        Mapping given = Nodes.mapping(parameters, name);
        if (given == null) {
            return null;
        }
        Node value = Nodes.get(given, "value");
        if (value != null) {
            return evaluate.apply(value);
        }
        Node expression = Nodes.get(given, "expression");
        if (expression != null) {
            return new UnknownValue(
                    Unknown.because(Cause.EXTERNAL, "parameter " + name + " is given from outside on deployment"),
                    Origin.at(expression.range()));
        }
        Node reference = Nodes.get(given, "reference");
        if (reference == null) {
            return null;
        }
        Unknown unknown = Unknown.because(
                        Cause.SECRET_REFERENCE, "parameter " + name + " is read from a key vault on deployment")
                .of(Unknown.Shape.STRING)
                .certainlySet();
        return new UnknownValue(unknown, Origin.at(reference.range()), true);
    }
}
