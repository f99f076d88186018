package dev.plumbline.rules.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.compile.ConditionCompiler;
import dev.plumbline.rules.compile.ConditionException;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.Views;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NsgFunctionsTest {
    private static final String TERRAFORM = """
            security_rule:
              - { priority: 100, direction: Inbound, access: Allow, protocol: Tcp, destination_port_range: "%s",
                  source_address_prefix: "%s", destination_address_prefix: "*" }
              - { priority: %s, direction: Inbound, access: Deny, protocol: %s, destination_port_ranges: ["20-25"],
                  source_address_prefixes: ["%s"], destination_address_prefix: "%s" }
            """;

    private static final String ARM = """
            properties:
              securityRules:
                - properties: { priority: 100, direction: inbound, access: allow, protocol: TCP,
                    destinationPortRange: "%s", sourceAddressPrefix: "%s", destinationAddressPrefix: "*" }
                - properties: { priority: %s, direction: Inbound, access: Deny, protocol: "%s",
                    destinationPortRanges: ["20-25"], sourceAddressPrefixes: ["%s"], destinationAddressPrefix: "%s" }
            """;

    private static String outcome(String condition, String yaml) throws ConditionException {
        var resource = TestValues.resource("r", "t", yaml);
        Scope scope = Scope.of(new ResourceGraph(List.of(resource), List.of()), "resource", Views.of(resource));
        Object value = new ConditionCompiler().compile(condition, true).evaluate(scope);
        return value instanceof UnknownValue ? "unknown" : value.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # port  | source   | priority     | deny     | of       | to        | opens 22
            22      | *        | 200          | Tcp      | *        | *         | true
            20-30   | Internet | 99           | Udp      | *        | *         | true
            *       | *        | 99           | Tcp      | *        | *         | false
            22      | *        | 99           | '*'      | Internet | *         | false
            22      | *        | 99           | Tcp      | 8.8.8.8  | *         | true
            22      | 8.8.8.8  | 99           | Tcp      | 8.8.8.8  | *         | false
            22      | *        | 99           | Tcp      | *        | 10.0.0.4  | true
            23      | *        | 200          | Tcp      | *        | *         | false
            22      | *        | !unknown why | Tcp      | *        | *         | unknown
            80      | *        | !unknown why | Tcp      | *        | *         | false
            """)
    void aRuleOpensAPortThatNoEarlierRuleDenies(
            String port, String source, String priority, String protocol, String denied, String to, String expected)
            throws ConditionException {
        String quoted = protocol.equals("*") ? "\"*\"" : protocol;
        assertThat(outcome(
                        "resource.list('security_rule').exists(r, nsg.opens(r, resource, 'Tcp', 22))",
                        TERRAFORM.formatted(port, source, priority, quoted, denied, to)))
                .isEqualTo(expected);
        assertThat(outcome(
                        "resource.list('properties.securityRules').exists(r, nsg.opens(r, resource, 'Tcp', 22))",
                        ARM.formatted(port, source, priority, protocol, denied, to)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { access: Allow, direction: Inbound, protocol: "*", destination_port_range: "*" } | true
            { access: Allow, direction: Inbound, protocol: Tcp, destination_port_ranges: ["1-65535"] } | true
            { access: Allow, direction: Inbound, protocol: Tcp, destination_port_range: "1-1024" } | false
            { access: Allow, direction: Outbound, protocol: Tcp, destination_port_range: "*" } | false
            { access: Deny, direction: Inbound, protocol: Tcp, destination_port_range: "*" } | false
            { access: Allow, direction: Inbound, protocol: Icmp, destination_port_range: "*" } | false
            { access: Allow, direction: Inbound, protocol: !unknown why, destination_port_range: "*" } | unknown
            { access: Allow, direction: Inbound, protocol: Tcp, destination_port_range: !unknown why } | unknown
            """)
    void aRuleByItselfMayOpenEveryPort(String rule, String expected) throws ConditionException {
        assertThat(outcome("nsg.opens(resource, resource, 'Tcp', '*')", rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { source_address_prefix: "*" } | 1
            { source_address_prefixes: [10.0.0.0/8, 8.8.8.8] } | 2
            { properties: { sourceAddressPrefix: "*", sourceAddressPrefixes: [10.0.0.0/8] } } | 2
            { name: none } | 0
            """)
    void sourcesAreThoseOfBothAttributes(String rule, String expected) throws ConditionException {
        assertThat(outcome("nsg.sources(resource).size() == " + expected, rule)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.0.0.0      | true
            ::           | true
            /0           | true
            0.0.0.0/27   | false
            10.0.0.0     | false
            """)
    void whoAllowsAnAddressThatNobodySendsFromMeansEverybody(String source, String everybody)
            throws ConditionException {
        String rule = "{ source_address_prefix: \"" + source + "\" }";
        assertThat(outcome("cidr.isAnywhere(nsg.sources(resource))", rule)).isEqualTo(everybody);
    }

    @Test
    void whoDeniesSuchAnAddressDeniesNobody() throws ConditionException {
        assertThat(outcome(
                        "resource.list('security_rule').exists(r, nsg.opens(r, resource, 'Tcp', 22))",
                        TERRAFORM.formatted("22", "*", "99", "Tcp", "0.0.0.0", "*")))
                .isEqualTo("true");
    }
}
