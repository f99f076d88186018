package dev.plumbline.rules.view;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value.ListValue;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** A list of values as conditions see it. */
public final class ListView extends AbstractList<Object> implements RandomAccess {
    private final Resource owner;
    private final String path;
    private final ListValue value;

    ListView(Resource owner, String path, ListValue value) {
        this.owner = owner;
        this.path = path;
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public Object get(int index) {
        return Views.of(owner, path + "[" + index + "]", value.elements().get(index));
    }

    @Override
    public int size() {
        return value.elements().size();
    }

    ListValue value() {
        return value;
    }

    Resource owner() {
        return owner;
    }

    String path() {
        return path;
    }
}
