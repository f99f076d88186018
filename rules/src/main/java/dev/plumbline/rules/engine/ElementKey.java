package dev.plumbline.rules.engine;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.rules.view.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tells an element of a list from the others as people do: its name, or else its ports. Its position is no part of
 * it, nor what is likely to be edited, such as a description.
 */
final class ElementKey {
    private static final List<String> NAMES =
            List.of("name", "id", "sid", "key", "rule_name", "rulename", "device_name", "devicename");

    private static final List<String> ENDS = List.of(
            "protocol",
            "ip_protocol",
            "ipprotocol",
            "port",
            "from_port",
            "fromport",
            "to_port",
            "toport",
            "container_port",
            "containerport",
            "destination_port_range",
            "destinationportrange",
            "device");

    private ElementKey() {}

    /**
     * The keys of the elements on the way into a resource; empty where none of them has any.
     *
     * @param path with positions: {@code ingress[0]}
     */
    static String of(Resource resource, String path) {
        List<String> keys = new ArrayList<>();
        Value at = resource.attributes();
        for (Object step : Path.parse(path).steps()) {
            if (step instanceof Integer index
                    && at instanceof ListValue list
                    && index < list.elements().size()) {
                at = list.elements().get(index);
                keys.add(at instanceof ObjectValue object ? key(object) : "");
            } else if (step instanceof String name && at instanceof ObjectValue object && object.get(name) != null) {
                at = object.get(name);
            } else {
                break;
            }
        }
        String joined = String.join("/", keys);
        return joined.replace("/", "").isEmpty() ? "" : joined;
    }

    private static String key(ObjectValue element) {
        Map<String, String> texts = new TreeMap<>();
        element.members().forEach((name, member) -> {
            String text = text(member.value());
            if (!text.isEmpty()) {
                texts.put(name.toLowerCase(Locale.ROOT), text);
            }
        });
        for (String name : NAMES) {
            if (texts.containsKey(name)) {
                return texts.get(name);
            }
        }
        return String.join(
                " ", ENDS.stream().filter(texts::containsKey).map(texts::get).toList());
    }

    /** A value as text; empty where it is none, not known or a secret. */
    private static String text(Value value) {
        if (value.sensitive()) {
            return "";
        }
        return value instanceof StringValue string
                ? string.value()
                : value instanceof NumberValue number
                        ? number.value().stripTrailingZeros().toPlainString()
                        : "";
    }
}
