package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.terraform.type.Type.Mapping;
import dev.plumbline.iac.terraform.type.Type.Sequence;
import dev.plumbline.iac.terraform.type.Type.Simple;
import dev.plumbline.iac.terraform.type.Type.Structure;
import dev.plumbline.iac.terraform.type.Type.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        int maps = count(types, Mapping.class);
        int objects = count(types, Structure.class);
        int tuples = count(types, Tuple.class);
        int lists = sequences(types, Kind.LIST);
        int sets = sequences(types, Kind.SET);
        int any = (int) types.stream().filter(type -> type == Simple.ANY).count();
        int all = types.size();
        for (int collections : new int[] {maps, lists, sets}) {
            if (collections > 0 && collections + any == all) {
                return any > 0 ? Optional.of(Simple.ANY) : unifyElements(types);
            }
        }
        if (maps > 0 && maps + objects + any == all || lists > 0 && lists + tuples + any == all) {
            Optional<Type> collection = structuresAsCollections(types);
            if (collection.isPresent()) {
                return collection;
            }
        } else if (objects > 0 && objects + any == all) {
            return any > 0 ? Optional.of(Simple.ANY) : unifyObjects(types);
        } else if (tuples > 0 && tuples + any == all) {
            return any > 0 ? Optional.of(Simple.ANY) : unifyTuples(types);
        } else if (objects > 0 && tuples > 0) {
            return Optional.empty();
        }
        return mostGeneral(types);
    }

    private static int count(List<? extends Type> types, Class<? extends Type> kind) {
        return (int) types.stream().filter(kind::isInstance).count();
    }

    private static int sequences(List<? extends Type> types, Kind kind) {
        return (int) types.stream()
                .filter(type -> type instanceof Sequence sequence && sequence.kind() == kind)
                .count();
    }

    /** Lists and tuples, or maps and objects: the structures are unified to a collection first, then all of them. */
    private static Optional<Type> structuresAsCollections(List<? extends Type> types) {
        List<Type> structures = new ArrayList<>();
        for (Type type : types) {
            if (type instanceof Structure || type instanceof Tuple) {
                structures.add(type);
            }
        }
        Optional<Type> collection = asCollection(structures);
        if (collection.isEmpty()) {
            return Optional.empty();
        }
        List<Type> replaced = new ArrayList<>();
        for (Type type : types) {
            replaced.add(type instanceof Structure || type instanceof Tuple ? collection.get() : type);
        }
        return unify(replaced).filter(type -> type instanceof Sequence || type instanceof Mapping);
    }

    /** Collections of one kind: their elements unified. */
    private static Optional<Type> unifyElements(List<? extends Type> types) {
        if (types.get(0) instanceof Sequence first) {
            return unify(types.stream().map(type -> ((Sequence) type).element()).toList())
                    .map(element -> new Sequence(first.kind(), element));
        }
        return unify(types.stream().map(type -> ((Mapping) type).element()).toList())
                .map(Mapping::new);
    }

    /** Structures of one kind as a list or map of all that is in them. */
    private static Optional<Type> asCollection(List<? extends Type> structures) {
        List<Type> elements = new ArrayList<>();
        boolean mapping = false;
        for (Type type : structures) {
            if (type instanceof Structure object) {
                elements.addAll(object.attributes().values());
                mapping = true;
            } else if (type instanceof Tuple tuple) {
                elements.addAll(tuple.elements());
            }
        }
        // Without types there is nothing to go by, and with some of them the others are not guessed.
        boolean allOpen = elements.stream().allMatch(type -> type == Simple.ANY);
        Optional<Type> element = unify(elements).filter(type -> type != Simple.ANY || allOpen);
        return mapping ? element.map(Mapping::new) : element.map(Type::list);
    }

    private static Optional<Type> unifyObjects(List<? extends Type> types) {
        Structure first = (Structure) types.get(0);
        for (Type type : types) {
            if (!((Structure) type)
                    .attributes()
                    .keySet()
                    .equals(first.attributes().keySet())) {
                return asCollection(types);
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
                return asCollection(types);
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

    /** The first type that all others convert to, trying the more general ones first. */
    private static Optional<Type> mostGeneral(List<? extends Type> types) {
        for (Type candidate : byGenerality(types)) {
            if (types.stream().allMatch(type -> Conversion.possible(type, candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** A topological order: a type comes before those that it is more general than, otherwise they stay as they are. */
    private static List<Type> byGenerality(List<? extends Type> types) {
        List<Type> distinct = new ArrayList<>(new LinkedHashSet<>(types));
        List<Type> sorted = new ArrayList<>();
        while (!distinct.isEmpty()) {
            List<Type> free = distinct.stream()
                    .filter(type -> distinct.stream().noneMatch(other -> Generality.compare(other, type) < 0))
                    .toList();
            // Types that are each more general than the next one in a circle are taken as they stand.
            sorted.addAll(free.isEmpty() ? distinct : free);
            distinct.removeAll(free.isEmpty() ? List.copyOf(distinct) : free);
        }
        return sorted;
    }
}
