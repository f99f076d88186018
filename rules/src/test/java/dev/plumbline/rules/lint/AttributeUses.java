package dev.plumbline.rules.lint;

import dev.plumbline.rules.expression.Expression;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which attributes of which resource types a condition reads. It follows {@code resource}, the resources that
 * {@code linked}, {@code children} and {@code unit.ofType} find, and the blocks that {@code get} and {@code list} lead to,
 * through variables of comprehensions; of anything else it says nothing.
 */
final class AttributeUses {

    /** @param path from the resource; empty for the resource itself */
    record Use(String type, String path) {
        Use in(String inner) {
            return new Use(type, path.isEmpty() ? inner : path + "." + inner);
        }
    }

    private final Set<Use> found = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();

    private AttributeUses() {}

    /** @param on the types of {@code resource} */
    static AttributeUses of(Expression condition, List<String> on) {
        AttributeUses uses = new AttributeUses();
        uses.types.addAll(on);
        Set<Use> resource = on.stream().map(type -> new Use(type, "")).collect(Collectors.toSet());
        uses.walk(condition, Map.of("resource", resource));
        return uses;
    }

    /** Every path that is read. */
    Set<Use> attributes() {
        return found;
    }

    /** Every resource type that is named. */
    Set<String> types() {
        return types;
    }

    /** Notes what an expression reads, and tells what its value, or the elements of its value, are taken from. */
    private Set<Use> walk(Expression expression, Map<String, Set<Use>> variables) {
        if (expression instanceof Expression.Variable variable) {
            return variables.getOrDefault(variable.name(), Set.of());
        } else if (expression instanceof Expression.Call call) {
            return call(call, variables);
        } else if (expression instanceof Expression.Comprehension fold) {
            return comprehension(fold, variables);
        } else if (expression instanceof Expression.Conditional conditional) {
            walk(conditional.condition(), variables);
            return union(walk(conditional.whenTrue(), variables), walk(conditional.whenFalse(), variables));
        } else if (expression instanceof Expression.Logical logical) {
            walk(logical.left(), variables);
            walk(logical.right(), variables);
        } else if (expression instanceof Expression.NotStrictlyFalse goesOn) {
            walk(goesOn.operand(), variables);
        } else if (expression instanceof Expression.OrElse orElse) {
            return union(walk(orElse.optional(), variables), walk(orElse.other(), variables));
        } else if (expression instanceof Expression.ListOf list) {
            return list.elements().stream()
                    .flatMap(element -> walk(element, variables).stream())
                    .collect(Collectors.toSet());
        } else if (expression instanceof Expression.MapOf map) {
            map.members().values().forEach(member -> walk(member, variables));
        } else if (expression instanceof Expression.Select select) {
            return member(walk(select.operand(), variables), select.field());
        } else if (expression instanceof Expression.Presence presence) {
            return member(walk(presence.operand(), variables), presence.field());
        }
        return Set.of();
    }

    private Set<Use> call(Expression.Call call, Map<String, Set<Use>> variables) {
        List<Expression> arguments = call.arguments();
        Set<Use> first = arguments.isEmpty() ? Set.of() : walk(arguments.get(0), variables);
        arguments.stream().skip(1).forEach(argument -> walk(argument, variables));
        switch (call.function().name()) {
            case "get", "list", "isSet", "_?._" -> {
                return member(first, text(arguments.get(1)));
            }
            case "targets" -> {
                member(first, text(arguments.get(1)));
                return Set.of();
            }
            case "linked" -> {
                Set<Use> linked = resources(text(arguments.get(1)));
                if (arguments.size() == 3) {
                    member(linked, text(arguments.get(2)));
                }
                return linked;
            }
            case "children" -> {
                return resources(text(arguments.get(1)));
            }
            case "unit.ofType" -> {
                return resources(text(arguments.get(0)));
            }
            case "_+_" -> {
                return union(first, walk(arguments.get(1), variables));
            }
            case "_[_]", "_[?_]" -> {
                return first;
            }
            default -> {
                return Set.of();
            }
        }
    }

    /** The accumulator of a macro is what its steps make of it: of {@code filter} and {@code map}, a list. */
    private Set<Use> comprehension(Expression.Comprehension fold, Map<String, Set<Use>> variables) {
        Map<String, Set<Use>> inner = new HashMap<>(variables);
        inner.put(fold.variable(), walk(fold.range(), variables));
        inner.put(fold.accumulator(), walk(fold.initial(), variables));
        walk(fold.condition(), inner);
        inner.put(fold.accumulator(), union(inner.get(fold.accumulator()), walk(fold.step(), inner)));
        return walk(fold.result(), inner);
    }

    private Set<Use> member(Set<Use> of, String path) {
        if (path.isEmpty()) {
            return Set.of();
        }
        Set<Use> members = of.stream().map(use -> use.in(path)).collect(Collectors.toSet());
        found.addAll(members);
        return members;
    }

    private Set<Use> resources(String type) {
        if (type.isEmpty()) {
            return Set.of();
        }
        types.add(type);
        return Set.of(new Use(type, ""));
    }

    private static Set<Use> union(Set<Use> one, Set<Use> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    /** What is written as a literal; a path or type that is worked out is not followed. */
    private static String text(Expression literal) {
        return literal instanceof Expression.Constant constant && constant.value() instanceof String text ? text : "";
    }
}
