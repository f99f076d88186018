package dev.plumbline.rules.function;

import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Logic;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.view.Conversion;
import dev.plumbline.rules.view.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule of an Azure network security group, in Terraform's shape ({@code source_address_prefix}) or in ARM's ({@code
 * properties.sourceAddressPrefix}).
 */
record NsgRule(Object operand, boolean arm) {
    private static final Set<String> EVERY_PORT = Set.of("*", "0-65535", "1-65535");

    static NsgRule of(Object operand) {
        boolean arm = !(operand instanceof UnknownValue)
                && Lookup.first(operand, AttributeFunctions.path("properties")) != Null.NULL;
        return new NsgRule(operand, arm);
    }

    List<Object> sources() {
        return both("source_address_prefix", "sourceAddressPrefix");
    }

    List<Object> destinations() {
        return both("destination_address_prefix", "destinationAddressPrefix");
    }

    Object priority() {
        return attribute("priority");
    }

    /** Whether it is about traffic that comes in by the protocol at the port, with that access. */
    Object speaksOf(String access, Object protocol, Object port) {
        Object holds = ValueFunctions.same(attribute("access"), access);
        holds = holds.equals(false) ? false : Logic.and(holds, ValueFunctions.same(attribute("direction"), "Inbound"));
        holds = holds.equals(false) ? false : Logic.and(holds, hasProtocol(protocol));
        return holds.equals(false) ? false : Logic.and(holds, hasPort(port));
    }

    private Object hasProtocol(Object protocol) {
        Object written = attribute("protocol");
        return Any.of(List.of(protocol, "*"), each -> ValueFunctions.same(written, each));
    }

    private Object hasPort(Object port) {
        return Any.of(both("destination_port_range", "destinationPortRange"), range -> {
            if (port instanceof Long number) {
                return PortFunctions.inRange(range, number);
            }
            return range instanceof UnknownValue ? range : isEveryPort(range);
        });
    }

    private static boolean isEveryPort(Object range) {
        String text = Conversion.text(range);
        return text != null && EVERY_PORT.contains(text.strip());
    }

    /** An attribute that both shapes call the same. */
    private Object attribute(String name) {
        return Lookup.first(operand, AttributeFunctions.path(arm ? "properties." + name : name));
    }

    /** Everything that an attribute and its plural hold. */
    private List<Object> both(String terraform, String inArm) {
        String one = arm ? "properties." + inArm : terraform;
        List<Object> values = new ArrayList<>(Lookup.all(operand, AttributeFunctions.path(one)));
        values.addAll(Lookup.all(operand, AttributeFunctions.path(plural(one))));
        return values;
    }

    private static String plural(String name) {
        return name + (name.endsWith("x") ? "es" : "s");
    }
}
