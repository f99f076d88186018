package dev.plumbline.rules.expression;

import dev.plumbline.iac.Value.UnknownValue;
import java.util.Objects;

/**
 * An element of a list that stands for any number of unknown elements, also none: a related resource whose reference
 * cannot be known, a block that is repeated over an unknown collection.
 */
public record Open(UnknownValue unknown) {
    public Open {
        Objects.requireNonNull(unknown, "unknown");
    }

    /** The first such element of a list, or null where there is none: the list's size is known then. */
    public static Open in(Iterable<?> list) {
        for (Object element : list) {
            if (element instanceof Open open) {
                return open;
            }
        }
        return null;
    }

    /** What an expression sees of an element: an unknown one, where it is open. */
    public static Object seen(Object element) {
        return element instanceof Open open ? open.unknown() : element;
    }
}
