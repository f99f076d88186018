package dev.plumbline.iac.cloudformation.template;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.function.Consumer;

/** Finds the calls of intrinsic functions in a part of a template, and tells parts apart by what is written in them. */
public final class Calls {
    private Calls() {}

    /** Every call in a node, the outer before the inner. */
    public static void in(Node node, Consumer<Intrinsic> to) {
        Intrinsic call = Intrinsic.of(node);
        if (call != null) {
            to.accept(call);
            in(call.argument(), to);
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> in(item, to));
        } else if (node instanceof Mapping mapping) {
            mapping.members().forEach(member -> in(member.value(), to));
        }
    }

    /** What is written, without where and in which of the forms: equal for nodes that mean the same. */
    public static String text(Node node) {
        StringBuilder out = new StringBuilder();
        text(node, out);
        return out.toString();
    }

    private static void text(Node node, StringBuilder out) {
        Intrinsic call = Intrinsic.of(node);
        if (call != null) {
            text(call.argument(), out.append('!').append(call.name()).append(' '));
        } else if (node instanceof Scalar scalar) {
            out.append('"').append(scalar.text()).append('"');
        } else if (node instanceof Sequence list) {
            out.append('[');
            list.items().forEach(item -> text(item, out));
            out.append(']');
        } else if (node instanceof Mapping mapping) {
            out.append('{');
            for (Member member : mapping.members()) {
                text(member.value(), out.append(member.key()).append(':'));
            }
            out.append('}');
        }
    }
}
