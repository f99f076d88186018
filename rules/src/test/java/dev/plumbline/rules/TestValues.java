package dev.plumbline.rules;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.view.NodeValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values written as YAML. {@code !unknown reason} may be anything, also null; {@code !set reason} is certain to be set;
 * {@code !prefix text} is a string that starts so, with the reason {@code "after apply"}; {@code !symbol text} is a string for
 * which the text stands, with the same reason.
 */
public final class TestValues {
    private TestValues() {}

    public static ObjectValue object(String yaml) {
        return (ObjectValue)
                of(TreeReader.yaml(new SourceFile("test.yaml", yaml)).root());
    }

    public static Resource resource(String address, String type, String yaml) {
        return resource(address, type, object(yaml), Resource.Existence.CERTAIN);
    }

    public static Resource resource(String address, String type, ObjectValue attributes, Resource.Existence existence) {
        SourceRange range = SourceRange.startOf("test.yaml");
        return new Resource(
                address,
                type,
                address,
                Resource.Mode.MANAGED,
                Dialect.TERRAFORM,
                "",
                attributes,
                range,
                range,
                List.of(),
                existence);
    }

    private static Value of(Node node) {
        Origin origin = Origin.at(node.range());
        if (node instanceof Node.Mapping mapping) {
            Map<String, Member> members = new LinkedHashMap<>();
            mapping.members().forEach(each -> members.put(each.key(), new Member(each.keyRange(), of(each.value()))));
            return new ObjectValue(members, origin);
        } else if (node instanceof Node.Sequence sequence) {
            return new ListValue(sequence.items().stream().map(TestValues::of).toList(), origin);
        }
        String text = ((Node.Scalar) node).text();
        return switch (node.tag()) {
            case "!unknown" -> new UnknownValue(Unknown.because(Unknown.Cause.NO_VALUE, text), origin);
            case "!set" ->
                new UnknownValue(
                        Unknown.because(Unknown.Cause.KNOWN_AFTER_APPLY, text)
                                .certainlySet()
                                .of(Unknown.Shape.STRING),
                        origin);
            case "!prefix" -> new UnknownValue(afterApply().startingWith(text), origin);
            case "!symbol" -> new UnknownValue(afterApply().certainlySet().knownAs(text), origin);
            default -> NodeValues.of(node);
        };
    }

    private static Unknown afterApply() {
        return Unknown.because(Unknown.Cause.KNOWN_AFTER_APPLY, "after apply");
    }
}
