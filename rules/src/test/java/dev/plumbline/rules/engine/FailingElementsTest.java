package dev.plumbline.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.compile.RuleCompiler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each element of a list that fails is a finding of its own, known again by what it is called. */
class FailingElementsTest {
    private static final String INGRESS = """
            - on: [t]
              require: resource.?ingress.orValue([]).all(rule, rule.?cidr.orValue('') != 'any')
              at: ingress.cidr""";

    private static final String SSH = "{ from_port: 22, to_port: 22, cidr: any }";
    private static final String RDP = "{ from_port: 3389, to_port: 3389, cidr: any }";
    private static final String WEB = "{ from_port: 443, to_port: 443, cidr: 10.0.0.0/8 }";

    @Test
    void eachIsFoundWhereItIs() {
        List<Finding> findings = assess(INGRESS, ingress(SSH, WEB, RDP));

        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.FAIL);
        assertThat(findings).extracting(Finding::attribute).containsExactly("ingress[0].cidr", "ingress[2].cidr");
        assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void orderAndOtherAttributesDoNotMatter() {
        Map<String, String> before = byPort(assess(INGRESS, ingress(SSH, WEB, RDP)));
        Map<String, String> after = byPort(assess(
                INGRESS,
                ingress(
                        WEB,
                        "{ cidr: any, description: new, to_port: 3389, from_port: 3389 }",
                        "{ from_port: 22, to_port: 22, cidr: any }")));

        assertThat(after).isEqualTo(before).hasSize(2);
    }

    @Test
    void whatIsLeftAfterOneIsMendedIsKnown() {
        String rdp = byPort(assess(INGRESS, ingress(SSH, RDP))).get("3389");

        assertThat(assess(INGRESS, ingress(WEB, RDP)))
                .extracting(Finding::fingerprint)
                .containsExactly(rdp);
    }

    @Test
    void whatHasNoNameIsCounted() {
        List<Finding> one = assess(INGRESS, ingress("{ cidr: any }"));
        List<Finding> two = assess(INGRESS, ingress("{ cidr: any, x: 1 }", "{ cidr: any, x: 2 }"));

        assertThat(two)
                .hasSize(2)
                .extracting(Finding::fingerprint)
                .contains(one.get(0).fingerprint());
    }

    @Test
    void innerElementsAreKnownByTheWayToThem() {
        String check = """
                - on: [t]
                  require: resource.container.all(c, c.env.all(e, !e.name.startsWith('SECRET')))
                  at: container.env""";
        String secrets = "{ name: %s, env: [{ name: SECRET }, { name: PLAIN }] }";

        List<Finding> findings =
                assess(check, "container: [" + secrets.formatted("web") + ", " + secrets.formatted("log") + "]");

        assertThat(findings).extracting(Finding::fingerprint).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theResourceFailsAsAWholeWhereNoElementDecides() {
        String check =
                "- { on: [t], require: \"resource.on && resource.ingress.all(r, r.cidr != 'any')\", at: ingress }";

        assertThat(assess(check, "on: false\n" + ingress(SSH, RDP))).hasSize(1);
    }

    @Test
    void aStatementOfAPolicyIsFoundWhereItsBlockIs() {
        String check = """
                - on: [t]
                  require: "!iam.statements(resource).exists(s, s.actions.exists(action, action == '*'))"
                  at: statement""";

        assertThat(assess(check, """
                statement:
                  - { sid: Images, actions: ["s3:GetObject"], resources: ["*"] }
                  - { sid: Everything, actions: ["*"], resources: ["*"] }
                  - { sid: More, actions: ["ec2:*", "*"], resources: ["*"] }""")).extracting(Finding::attribute).containsExactly("statement[1]", "statement[2]");
    }

    @Test
    void thereIsABound() {
        String[] many = IntStream.range(0, 500)
                .mapToObj(port -> "{ from_port: %d, cidr: any }".formatted(port))
                .toArray(String[]::new);

        assertThat(assess(INGRESS, ingress(many))).hasSize(50);
    }

    private static String ingress(String... elements) {
        return "ingress: [" + String.join(", ", elements) + "]";
    }

    private static Map<String, String> byPort(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(FailingElementsTest::port, Finding::fingerprint));
    }

    private static String port(Finding finding) {
        ListValue ingress = (ListValue) finding.resource().attributes().get("ingress");
        int index = finding.attribute().charAt("ingress[".length()) - '0';
        ObjectValue element = (ObjectValue) ingress.elements().get(index);
        return ((NumberValue) element.get("from_port")).value().toPlainString();
    }

    private static List<Finding> assess(String checks, String yaml) {
        Resource resource = TestValues.resource("r", "t", yaml);
        String text = """
                id: test-rule
                title: It should be so
                severity: high
                control: secure-management-ports
                risk: Something
                remediation: { effort: low, impact: low, text: Do it }
                checks:
                %s""".formatted(checks.indent(2));
        CompiledRule rule = new RuleCompiler(false)
                .compile(new SourceFile("test-rule.yaml", text), problem -> {
                    throw new AssertionError(problem);
                })
                .orElseThrow();
        ScanUnit unit =
                new ScanUnit("unit", Dialect.TERRAFORM, new ResourceGraph(List.of(resource), List.of()), List.of());
        return new Assessor(new RuleSet(List.of(rule))).assess(unit).findings();
    }
}
