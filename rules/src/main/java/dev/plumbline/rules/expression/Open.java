package dev.plumbline.rules.expression;

import dev.plumbline.iac.Value.UnknownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An element of a list that stands for any number of elements, also none: a related resource whose reference or
 * existence cannot be known, a block that is repeated over an unknown collection.
 *
 * @param unknown why it is not known whether there are any
 * @param element what each of them is, as far as that is known
 */
public record Open(UnknownValue unknown, Object element) {
    public Open {
        Objects.requireNonNull(unknown, "unknown");
        Objects.requireNonNull(element, "element");
    }

    /** One that stands for elements of which nothing is known. */
    public Open(UnknownValue unknown) {
        this(unknown, unknown);
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

    /** What an expression sees of an element: what is known of it, where it is open. */
    public static Object seen(Object element) {
        return element instanceof Open open ? open.element() : element;
    }

    /** What a fold comes to, that is {@code without} this element and {@code with} one such. */
    Object perhaps(Object without, Object with) {
        if (without instanceof List<?> shorter && with instanceof List<?> longer && longer.size() > shorter.size()) {
            List<Object> open = new ArrayList<>(shorter);
            for (Object more : longer.subList(shorter.size(), longer.size())) {
                open.add(more instanceof UnknownValue value ? new Open(value) : new Open(unknown, more));
            }
            return open;
        }
        return without.equals(with) ? with : with instanceof UnknownValue ? with : unknown;
    }
}
