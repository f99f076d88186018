package dev.plumbline.rules.view;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.tree.Node;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes a document of JSON or YAML for the values it writes, without evaluating anything. */
public final class NodeValues {
    private NodeValues() {}

    // Recursion is bounded: TreeReader refuses what is nested deeper than TreeReader.MAX_DEPTH.
    public static Value of(Node node) {
        Origin origin = Origin.at(node.range());
        if (node instanceof Node.Mapping mapping) {
            Map<String, Member> members = new LinkedHashMap<>();
            for (Node.Member member : mapping.members()) {
                members.put(member.key(), new Member(member.keyRange(), of(member.value())));
            }
            return new ObjectValue(members, origin);
        } else if (node instanceof Node.Sequence sequence) {
            return new ListValue(sequence.items().stream().map(NodeValues::of).toList(), origin);
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.kind()) {
            case STRING -> new StringValue(scalar.text(), origin);
            case NUMBER -> new NumberValue(new BigDecimal(scalar.text()), origin);
            case BOOLEAN -> new BooleanValue(Boolean.parseBoolean(scalar.text()), origin);
            case NULL -> new NullValue(origin);
        };
    }
}
