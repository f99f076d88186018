package dev.plumbline.iac.arm.resource;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Scope;
import dev.plumbline.iac.arm.expression.Scope.Written;
import dev.plumbline.iac.arm.expression.Symbols;
import dev.plumbline.iac.arm.template.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the resources of a deployment, and of those nested in it, by what expressions call them. */
public final class ResourceIndex implements Resources {
    private final List<Instance> all = new ArrayList<>();
    private final Map<String, Instance> byId = new HashMap<>();

    /** By the id from the namespace on, and by type and name one after the other; null where that is ambiguous. */
    private final Map<String, Instance> byRelativeId = new HashMap<>();

    /** By symbolic name, name and copy loop, within a template. */
    private final Map<Scope, Map<String, List<Instance>>> byName = new IdentityHashMap<>();

    void add(Instance instance) {
        Scope template = instance.names();
        all.add(instance);
        byId.putIfAbsent(ResourceName.key(instance.id()), instance);
        ResourceName name = instance.name();
        addRelative(name.relative(), instance);
        addRelative(name.type() + "/" + name.name(), instance);
        addName(template, instance.declaration().symbol(), instance);
        addName(template, instance.declaration().loop(), instance);
        addName(template, name.name(), instance);
    }

    private void addRelative(String id, Instance instance) {
        String key = ResourceName.key(id);
        Instance before = byRelativeId.putIfAbsent(key, instance);
        if (before != null && before != instance && !before.id().equalsIgnoreCase(instance.id())) {
            byRelativeId.put(key, null);
        }
    }

    private void addName(Scope template, String name, Instance instance) {
        if (!name.isEmpty()) {
            List<Instance> same = byName.computeIfAbsent(template, any -> new HashMap<>())
                    .computeIfAbsent(ResourceName.key(name), any -> new ArrayList<>());
            if (!same.contains(instance)) {
                same.add(instance);
            }
        }
    }

    public List<Instance> all() {
        return all;
    }

    /** The resource of that id; null where there is none. */
    Instance withId(String id) {
        return byId.get(ResourceName.key(id));
    }

    /** The resource of that id, which starts with the namespace; null where there is none, or several. */
    Instance withRelativeId(String id) {
        return byRelativeId.get(ResourceName.key(id));
    }

    /** The resources of a template that have a symbolic name, a copy loop or a name like that. */
    List<Instance> allNamed(String name, Scope template) {
        return byName.getOrDefault(template, Map.of()).getOrDefault(ResourceName.key(name), List.of());
    }

    /** The one resource of a template that has that symbolic name or name; null where there is none, or several. */
    Instance named(String name, Scope template) {
        List<Instance> found = allNamed(name, template);
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The resource that an expression's identifier means; null where it is not among those. */
    private Instance find(String identifier, Scope template) {
        Instance found = withId(identifier);
        return found != null ? found : named(identifier, template);
    }

    @Override
    public Written written(Value identifier, boolean full, Scope template) {
        Instance instance = find(Symbols.of(identifier), template);
        return instance == null ? null : instance.written(full);
    }

    @Override
    public Value id(String name, Scope template) {
        Instance instance = named(name, template);
        if (instance == null) {
            return null;
        }
        Origin origin = Origin.at(instance.header());
        if (instance.id().indexOf('<') < 0) {
            return new StringValue(instance.id(), origin);
        }
        return new UnknownValue(
                Unknown.because(Cause.KNOWN_AFTER_APPLY, "the id of a resource is known when it is deployed")
                        .startingWith(instance.id().substring(0, instance.id().indexOf('<')))
                        .knownAs(instance.id()),
                origin);
    }
}
