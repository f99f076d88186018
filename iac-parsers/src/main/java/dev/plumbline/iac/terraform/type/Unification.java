package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.terraform.type.Type.Mapping;
import dev.plumbline.iac.terraform.type.Type.Sequence;
import dev.plumbline.iac.terraform.type.Type.Simple;
import dev.plumbline.iac.terraform.type.Type.Structure;
import dev.plumbline.iac.terraform.type.Type.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the one type that values of several types can all be converted to, as go-cty's {@code convert.UnifyUnsafe}. */
public final class Unification {

    private Unification() {}

    /** The common type; empty where there is none, and for no types at all. */
    public static Optional<Type> unify(List<? extends Type> types) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        Type first = types.get(0);
        if (types.stream().allMatch(first::equals)) {
            return Optional.of(first);
        }
        int maps = 0;
        int lists = 0;
        int sets = 0;
        int objects = 0;
        int tuples = 0;
        int any = 0;
        for (Type type : types) {
            if (type instanceof Mapping) {
                maps++;
            } else if (type instanceof Sequence sequence) {
                if (sequence.kind() == Kind.SET) {
                    sets++;
                } else {
                    lists++;
                }
            } else if (type instanceof Structure) {
                objects++;
            } else if (type instanceof Tuple) {
                tuples++;
            } else if (type == Simple.ANY) {
                any++;
            }
        }
        int all = types.size();
        if (maps + lists + sets + objects + tuples > 0 && any > 0 && any < all) {
            return Optional.of(Simple.ANY);
        }
        if (maps == all || lists == all || sets == all) {
            return unifyElements(types);
        } else if (objects == all) {
            return unifyObjects(types);
        } else if (tuples == all) {
            return unifyTuples(types);
        } else if (maps > 0 && maps + objects == all || lists > 0 && lists + tuples == all) {
            Optional<Type> collection = unifyElements(types);
            if (collection.isPresent()) {
                return collection;
            }
        } else if (objects > 0 && tuples > 0) {
            return Optional.empty();
        }
        return mostGeneral(types);
    }

    /** Of collections, or of structures seen as collections: the elements of all of them unified. */
    private static Optional<Type> unifyElements(List<? extends Type> types) {
        List<Type> elements = new ArrayList<>();
        boolean mapping = false;
        Kind kind = Kind.LIST;
        for (Type type : types) {
            if (type instanceof Mapping map) {
                elements.add(map.element());
                mapping = true;
            } else if (type instanceof Structure object) {
                elements.addAll(object.attributes().values());
                mapping = true;
            } else if (type instanceof Sequence sequence) {
                elements.add(sequence.element());
                kind = sequence.kind();
            } else if (type instanceof Tuple tuple) {
                elements.addAll(tuple.elements());
            }
        }
        // The element type of an empty list is not known to us; it does not keep the others from agreeing.
        List<Type> telling =
                elements.stream().filter(type -> type != Simple.ANY).toList();
        Optional<Type> element = telling.isEmpty() ? Optional.of(Simple.ANY) : unify(telling);
        if (mapping) {
            return element.map(Mapping::new);
        }
        Kind sequenceKind = kind;
        return element.map(type -> new Sequence(sequenceKind, type));
    }

    private static Optional<Type> unifyObjects(List<? extends Type> types) {
        Structure first = (Structure) types.get(0);
        for (Type type : types) {
            if (!((Structure) type)
                    .attributes()
                    .keySet()
                    .equals(first.attributes().keySet())) {
                return unifyElements(types);
            }
        }
        Map<String, Type> attributes = new LinkedHashMap<>();
        for (String name : first.attributes().keySet()) {
            List<Type> alternatives = types.stream()
                    .map(type -> ((Structure) type).attributes().get(name))
                    .toList();
            Optional<Type> attribute = unify(alternatives);
            if (attribute.isEmpty()) {
                return Optional.empty();
            }
            attributes.put(name, attribute.get());
        }
        return Optional.of(new Structure(attributes));
    }

    private static Optional<Type> unifyTuples(List<? extends Type> types) {
        int length = ((Tuple) types.get(0)).elements().size();
        for (Type type : types) {
            if (((Tuple) type).elements().size() != length) {
                return unifyElements(types);
            }
        }
        List<Type> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int position = i;
            Optional<Type> element = unify(types.stream()
                    .map(type -> ((Tuple) type).elements().get(position))
                    .toList());
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(new Tuple(elements));
    }

    /** The first type that all others convert to, trying string before other primitives and any type last. */
    private static Optional<Type> mostGeneral(List<? extends Type> types) {
        List<Type> candidates = new ArrayList<>(types);
        candidates.sort((a, b) -> Integer.compare(preference(a), preference(b)));
        for (Type candidate : candidates) {
            if (types.stream().allMatch(type -> Conversion.possible(type, candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static int preference(Type type) {
        if (type == Simple.STRING || type instanceof Mapping) {
            return 0;
        } else if (type instanceof Sequence sequence) {
            return sequence.kind() == Kind.LIST ? 0 : 1;
        } else if (type == Simple.ANY) {
            return 3;
        }
        return 2;
    }
}
