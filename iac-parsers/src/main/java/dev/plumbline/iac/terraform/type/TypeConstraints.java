package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.FunctionCall;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a variable's {@code type}: {@code list(object({ name = string, port = optional(number, 80) }))}. */
public final class TypeConstraints {
    private final Function<Expression, Value> literals;

    /** @param literals evaluates the defaults of optional attributes */
    public TypeConstraints(Function<Expression, Value> literals) {
        this.literals = literals;
    }

    /** The type; empty where the expression is none. */
    public Optional<Type> read(Expression expression) {
        if (expression instanceof Expression.ScopeTraversal keyword
                && keyword.steps().isEmpty()) {
            return keyword(keyword.root());
        } else if (expression instanceof Expression.Template template
                && template.parts().size() == 1
                && template.parts().get(0) instanceof TemplatePart.Text text) {
            // The quoted keywords of Terraform 0.11.
            return keyword(text.text());
        } else if (expression instanceof FunctionCall call && call.arguments().size() == 1) {
            return constructor(call.name(), call.arguments().get(0));
        }
        return Optional.empty();
    }

    private static Optional<Type> keyword(String name) {
        return switch (name) {
            case "string" -> Optional.of(Type.Simple.STRING);
            case "number" -> Optional.of(Type.Simple.NUMBER);
            case "bool" -> Optional.of(Type.Simple.BOOLEAN);
            case "any" -> Optional.of(Type.Simple.ANY);
            case "list" -> Optional.of(Type.list(Type.Simple.ANY));
            case "set" -> Optional.of(Type.set(Type.Simple.ANY));
            case "map" -> Optional.of(Type.map(Type.Simple.ANY));
            default -> Optional.empty();
        };
    }

    private Optional<Type> constructor(String name, Expression argument) {
        return switch (name) {
            case "list" -> read(argument).map(element -> new Type.Sequence(ListValue.Kind.LIST, element));
            case "set" -> read(argument).map(element -> new Type.Sequence(ListValue.Kind.SET, element));
            case "map" -> read(argument).map(Type.Mapping::new);
            case "tuple" -> argument instanceof Expression.Tuple tuple ? tuple(tuple.elements()) : Optional.empty();
            case "object" ->
                argument instanceof Expression.ObjectConstructor object ? object(object.items()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Type> tuple(List<Expression> elements) {
        List<Optional<Type>> types = elements.stream().map(this::read).toList();
        return types.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Type.Tuple(types.stream().map(Optional::get).toList()))
                : Optional.empty();
    }

    private Optional<Type> object(List<ObjectItem> items) {
        Map<String, Type> attributes = new LinkedHashMap<>();
        Set<String> optional = new LinkedHashSet<>();
        Map<String, Value> defaults = new LinkedHashMap<>();
        for (ObjectItem item : items) {
            Optional<String> name = name(item.key());
            Expression written = item.value();
            if (name.isPresent()
                    && written instanceof FunctionCall call
                    && call.name().equals("optional")
                    && !call.arguments().isEmpty()) {
                optional.add(name.get());
                written = call.arguments().get(0);
                if (call.arguments().size() > 1) {
                    defaults.put(name.get(), literals.apply(call.arguments().get(1)));
                }
            }
            Optional<Type> type = read(written);
            if (name.isEmpty() || type.isEmpty()) {
                return Optional.empty();
            }
            attributes.put(name.get(), type.get());
        }
        return Optional.of(new Type.Structure(attributes, optional, defaults));
    }

    private static Optional<String> name(Expression key) {
        if (key instanceof BareKey bare) {
            return Optional.of(bare.name());
        }
        return key instanceof Expression.Template template
                        && template.parts().size() == 1
                        && template.parts().get(0) instanceof TemplatePart.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }
}
