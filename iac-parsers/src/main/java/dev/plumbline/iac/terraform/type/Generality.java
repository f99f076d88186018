package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Value.ListValue.Kind;
import dev.plumbline.iac.terraform.type.Type.Mapping;
import dev.plumbline.iac.terraform.type.Type.Sequence;
import dev.plumbline.iac.terraform.type.Type.Simple;
import dev.plumbline.iac.terraform.type.Type.Structure;
import dev.plumbline.iac.terraform.type.Type.Tuple;
import java.util.List;
import java.util.stream.Stream;

/** Which of two types go-cty would rather convert values to when it looks for a common type. */
final class Generality {

    private Generality() {}

    /** Negative where {@code a} is the more general one, positive where {@code b} is; zero where neither is. */
    static int compare(Type a, Type b) {
        if (a.equals(b)) {
            return 0;
        } else if (a == Simple.ANY || b == Simple.ANY) {
            return a == Simple.ANY ? 1 : -1;
        } else if (a instanceof Simple && b instanceof Simple) {
            return a == Simple.STRING ? -1 : b == Simple.STRING ? 1 : 0;
        } else if (a instanceof Sequence x && b instanceof Sequence y) {
            return x.kind() == y.kind() ? compare(x.element(), y.element()) : x.kind() == Kind.SET ? 1 : -1;
        } else if (a instanceof Mapping x && b instanceof Mapping y) {
            return compare(x.element(), y.element());
        } else if (a instanceof Structure x && b instanceof Structure y) {
            return x.attributes().keySet().equals(y.attributes().keySet())
                    ? compareAll(x.attributes().keySet().stream()
                            .map(name -> compare(
                                    x.attributes().get(name), y.attributes().get(name))))
                    : 0;
        } else if (a instanceof Tuple x && b instanceof Tuple y) {
            return x.elements().size() == y.elements().size() ? compareAll(x.elements(), y.elements()) : 0;
        }
        return isMoreGeneral(a, b) ? -1 : isMoreGeneral(b, a) ? 1 : 0;
    }

    private static boolean isMoreGeneral(Type collection, Type structure) {
        return collection instanceof Sequence && structure instanceof Tuple
                || collection instanceof Mapping && structure instanceof Structure;
    }

    private static int compareAll(List<Type> a, List<Type> b) {
        return compareAll(Stream.iterate(0, i -> i < a.size(), i -> i + 1).map(i -> compare(a.get(i), b.get(i))));
    }

    /** One of them only where no part speaks for the other. */
    private static int compareAll(Stream<Integer> parts) {
        List<Integer> all = parts.toList();
        boolean first = all.stream().anyMatch(part -> part < 0);
        boolean second = all.stream().anyMatch(part -> part > 0);
        return first == second ? 0 : first ? -1 : 1;
    }
}
