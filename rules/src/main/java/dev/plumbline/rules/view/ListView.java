package dev.plumbline.rules.view;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.UnknownValue;
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
        Value element = value.elements().get(index);
        return Views.of(owner, Views.hasPath(element) ? path + "[" + index + "]" : "", element);
    }

    @Override
    public int size() {
        return value.elements().size();
    }

    /**
     * Why it cannot be known whether there is anything in the list: its only elements stand for nested blocks of which
     * nobody knows how many there will be. Null for any other list.
     */
    public UnknownValue doubt() {
        UnknownValue doubt = null;
        for (Value element : value.elements()) {
            boolean blocks = value.kind() == ListValue.Kind.LIST
                    && element instanceof UnknownValue unknown
                    && unknown.unknown().shape() == Unknown.Shape.OBJECT
                    && !unknown.unknown().notNull();
            if (!blocks) {
                return null;
            }
            doubt = (UnknownValue) element;
        }
        return doubt;
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
