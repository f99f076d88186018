package dev.plumbline.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.UnseenModule;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.compile.RuleCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private static final RuleCompiler COMPILER = new RuleCompiler(false);

    private static CompiledRule rule(String checks) {
        String text = """
                id: test-rule
                title: It should be so
                severity: high
                control: secure-management-ports
                risk: Something
                remediation: { effort: low, impact: low, text: Do it }
                checks:
                %s""".formatted(checks.indent(2));
        return COMPILER.compile(new SourceFile("test-rule.yaml", text), problem -> {
                    throw new AssertionError(problem);
                })
                .orElseThrow();
    }

    private static ScanUnit unit(ScanUnit.World... worlds) {
        return new ScanUnit("unit", Dialect.TERRAFORM, List.of(worlds), List.of());
    }

    /** @param premises such as {@code "A is true, B is false"} */
    private static ScanUnit.World world(String premises, Resource... resources) {
        return new ScanUnit.World(
                Pattern.compile(", ")
                        .splitAsStream(premises)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new ScanUnit.Premise(text.split(" ")[0], text.split(" ")[2], text))
                        .toList(),
                new ResourceGraph(List.of(resources), List.of()));
    }

    private static Assessment assess(String checks, ScanUnit unit) {
        return new Assessor(new RuleSet(List.of(rule(checks)))).assess(unit);
    }

    private static final String CHECK = "- { on: [t], require: \"resource.get('on', false)\", at: on }";
    private static final String TRACED = CHECK.replace(" }", ", traced: true }");
    private static final Resource GOOD = TestValues.resource("r", "t", "on: true");
    private static final Resource BAD = TestValues.resource("r", "t", "on: false");
    private static final Resource UNCERTAIN = TestValues.resource("r", "t", "on: !unknown why");

    /** Under which a resource fails that fails in one of the worlds at least. */
    private static String assumption(ScanUnit.World... worlds) {
        List<Finding> findings = assess(CHECK, unit(worlds)).findings();
        assertThat(findings).singleElement().extracting(Finding::verdict).isEqualTo(Verdict.FAIL);
        return findings.get(0).assumption();
    }

    private static Finding finding(String checks, String yaml) {
        return assess(checks, unit(world("", TestValues.resource("r", "t", yaml))))
                .findings()
                .get(0);
    }

    /** A resource whose attribute comes from the default of a variable. */
    private static Finding traced(String checks) {
        SourceRange place = SourceRange.startOf("test.yaml");
        Origin origin = new Origin(place, "", Origin.at(SourceRange.startOf("variables.tf"), "default of var.on"));
        ObjectValue attributes =
                new ObjectValue(Map.of("on", new Member(place, new BooleanValue(false, origin))), Origin.at(place));
        Resource resource = TestValues.resource("r", "t", attributes, Resource.Existence.CERTAIN);
        return assess(checks, unit(world("", resource))).findings().get(0);
    }

    @Test
    void pointsAtTheAttributeFromItsNameToItsEnd() {
        Finding finding = finding("- { on: [t], require: \"resource.get('on', false)\", at: on }", "a: 1\non: false\n");

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.range()).hasToString("test.yaml:2:1");
        assertThat(finding.range().endColumn()).isEqualTo(10);
        assertThat(finding.attribute()).isEqualTo("on");
        assertThat(finding.origin()).isNotNull();
    }

    @Test
    void pointsAtTheNearestBlockThatIsWritten() {
        String check = "- { on: [t], require: \"resource.get('b.c.d', false)\", at: b.c.d }";

        assertThat(finding(check, "a: 1\nb:\n  c:\n    x: 1\n").range()).hasToString("test.yaml:3:3");
        assertThat(finding(check, "a: 1\nb:\n  x: 1\n").range()).hasToString("test.yaml:2:1");
        assertThat(finding(check, "a: 1\n").range()).hasToString("test.yaml:1:1");
        assertThat(finding(check, "a: 1\n").origin()).isNull();
    }

    @Test
    void pointsAtTheAlternativeThatIsWritten() {
        String check = "- { on: [t], require: \"false\", at: a.b | c }";

        assertThat(finding(check, "x: 1\nc: 2\n").attribute()).isEqualTo("c");
        assertThat(finding(check, "x: 1\na:\n  b: 2\nc: 2\n").attribute()).isEqualTo("a.b");
        assertThat(finding(check, "x: 1\n").attribute()).isEqualTo("a.b");
    }

    @Test
    void pointsAtTheElementThatDecides() {
        String check = "- { on: [t], require: \"resource.list('rule').all(r, r.get('ok', true))\", at: rule }";

        Finding finding = finding(check, "rule:\n  - { ok: true }\n  - { ok: false }\n  - { ok: true }\n");

        assertThat(finding.attribute()).isEqualTo("rule[1]");
        assertThat(finding.range()).hasToString("test.yaml:3:5");
    }

    @Test
    void pointsAtWhereATracedValueWasWritten() {
        Finding plain = traced(CHECK);
        Finding traced = traced(TRACED);

        assertThat(plain.range().file()).isEqualTo("test.yaml");
        assertThat(traced.range().file()).isEqualTo("variables.tf");
        assertThat(traced.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(finding(TRACED, "on: false").range())
                .isEqualTo(finding(CHECK, "on: false").range());
    }

    @Test
    void tellsWhyItIsUnknown() {
        Finding finding = finding(
                "- { on: [t], require: \"resource.get('on', false)\", at: on }",
                "on: !unknown var.on has no default\n");

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.reason()).isEqualTo("var.on has no default");
    }

    @Test
    void saysNothingWhereACheckDoesNotApply() {
        String check = "- { on: [t], when: \"resource.get('kind', '') == 'a'\", require: \"%s\" }";
        ScanUnit other = unit(world("", TestValues.resource("r", "t", "kind: b")));
        ScanUnit unknown = unit(world("", TestValues.resource("r", "t", "kind: !unknown why")));

        assertThat(assess(check.formatted("false"), other).findings()).isEmpty();
        assertThat(assess(check.formatted("false"), unknown).findings().get(0).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(assess(check.formatted("true"), unknown).findings().get(0).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void reportsARuleThatCannotBeEvaluated() {
        Assessment assessment = assess(
                "- { on: [t], require: resource.absent == 1 }", unit(world("", TestValues.resource("r", "t", "a: 1"))));

        assertThat(assessment.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN);
        assertThat(assessment.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("rule-error");
            assertThat(diagnostic.summary()).isEqualTo("Rule test-rule cannot be evaluated for r");
            assertThat(diagnostic.detail()).isEqualTo("there is no member absent");
        });
    }

    @Test
    void boundsTheWorkOfACondition() {
        String many = "l: [" + "1, ".repeat(999) + "1]";
        String check = "- { on: [t], require: \"resource.l.all(a, resource.l.all(b, resource.l.all(c, true)))\" }";

        Assessment assessment = assess(check, unit(world("", TestValues.resource("r", "t", many))));

        assertThat(assessment.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.detail())
                .contains("steps"));
    }

    @Test
    void failsWhereItFailsInAnyWorld() {
        assertThat(assess(CHECK, unit(world("A is true", GOOD), world("A is false", BAD)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(finding.assumption()).isEqualTo("A is false");
                });
        assertThat(assess(CHECK, unit(world("A is true", GOOD), world("A is false", UNCERTAIN)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(finding.assumption()).isEqualTo("A is false");
                });
        assertThat(assess(CHECK, unit(world("A is true", GOOD), world("A is false")))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
                    assertThat(finding.assumption()).isEmpty();
                });
    }

    @Test
    void namesNothingWhereTheResourceFailsWheneverItIsDeployed() {
        assertThat(assumption(world("A is true", BAD), world("A is false", BAD)))
                .isEmpty();
        assertThat(assumption(world("A is true", BAD), world("A is false"))).isEmpty();
    }

    @Test
    void namesWhatTheFailingWorldsShareAndTheOthersDoNot() {
        assertThat(assumption(
                        world("B is true, A is true", BAD),
                        world("B is false, A is true", BAD),
                        world("B is true, A is false", GOOD),
                        world("B is false, A is false")))
                .isEqualTo("A is true");
    }

    @Test
    void namesAsMuchAsItTakesToRuleOutWhereItDoesNotFail() {
        assertThat(assumption(
                        world("A is true, B is true, C is true", BAD),
                        world("A is true, B is false, C is false", GOOD),
                        world("A is false, B is true, C is true", GOOD)))
                .isEqualTo("A is true, B is true");
        assertThat(assumption(
                        world("A is x, B is true", BAD),
                        world("A is y, B is true", BAD),
                        world("A is z, B is true", GOOD)))
                .as("the first, where failing worlds share too little")
                .isEqualTo("A is x");
        assertThat(assumption(
                        world("A is true, B is true", BAD),
                        world("A is false, B is true", UNCERTAIN),
                        world("A is true, B is false")))
                .as("what is unknown need not fail")
                .isEqualTo("A is true");
        assertThat(assumption(world("A is true, B is true", BAD), world("B is true", GOOD)))
                .as("all, where nothing rules the others out")
                .isEqualTo("A is true, B is true");
    }

    @Test
    void aRuleThatDoesNotApplyToTheResourceIsNoFailureEither() {
        String check = "- { on: [t], when: \"resource.kind == 'x'\", require: \"resource.get('on', false)\" }";
        Resource other = TestValues.resource("r", "t", "kind: y");
        Resource kind = TestValues.resource("r", "t", "kind: x");

        assertThat(assess(check, unit(world("A is true", other), world("A is false", kind)))
                        .findings())
                .singleElement()
                .extracting(Finding::assumption)
                .isEqualTo("A is false");
    }

    @Test
    void assumptionsAreNoPartOfTheFingerprint() {
        Finding always = assess(CHECK, unit(world("", BAD))).findings().get(0);
        Finding sometimes = assess(CHECK, unit(world("A is true", BAD), world("A is false", GOOD)))
                .findings()
                .get(0);

        assertThat(sometimes.assumption()).isNotEmpty();
        assertThat(sometimes.fingerprint()).isEqualTo(always.fingerprint());
    }

    @Test
    void failsWhatMayNotBeDeployed() {
        Resource maybe = TestValues.resource(
                "r", "t", TestValues.object("on: false"), new Resource.Existence("count depends on var.n"));

        Finding finding = assess("- { on: [t], require: \"resource.get('on', false)\" }", unit(world("", maybe)))
                .findings()
                .get(0);

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.assumption()).isEqualTo("it is deployed, and count depends on var.n");
    }

    @Test
    void theWorstOfSeveralChecksCounts() {
        String checks = """
                - { on: [t], require: "resource.get('a', true)" }
                - { on: [t], require: "resource.get('b', true)" }
                """;

        assertThat(assess(checks, unit(world("", TestValues.resource("r", "t", "b: false"))))
                        .findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAIL);
    }

    @Test
    void fingerprintsDoNotHangOnLines() {
        String check = "- { on: [t], require: \"resource.get('on', false)\", at: on }";

        assertThat(finding(check, "on: false").fingerprint())
                .isEqualTo(finding(check, "\n\nx: 1\non: false").fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void findsLinkedResourcesByReferenceAndByName() {
        String check = "- { on: [t], require: \"linked(resource, 'p', 'bucket').exists(p, p.get('on', false))\" }";
        Resource bucket = TestValues.resource("t.a", "t", "bucket: shared");

        assertThat(verdict(check, bucket, TestValues.resource("p.a", "p", "{ bucket: shared, on: true }")))
                .isEqualTo(Verdict.PASS);
        assertThat(verdict(check, bucket, TestValues.resource("p.a", "p", "{ bucket: other, on: true }")))
                .isEqualTo(Verdict.FAIL);
        assertThat(verdict(check, bucket, TestValues.resource("p.a", "p", "{ bucket: !unknown why, on: true }")))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(check, bucket, TestValues.resource("p.a", "p", "{ on: true }")))
                .isEqualTo(Verdict.FAIL);
        assertThat(verdict(check, bucket)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void followsReferencesToOneAndNotToAnother() {
        String check = "- { on: [t], require: \"linked(resource, 'p', 'bucket').exists(p, p.get('on', false))\" }";
        Resource a = TestValues.resource("t.a", "t", "{}");
        Resource b = TestValues.resource("t.b", "t", "{}");
        Resource policy = TestValues.resource("p.a", "p", "{ bucket: !set later, on: true }");
        Edge edge = new Edge("p.a", "bucket", "t.a", "id", Edge.Kind.REFERENCE);
        ResourceGraph graph = new ResourceGraph(List.of(a, b, policy), List.of(edge));

        Assessment assessment = assess(check, unit(new ScanUnit.World(graph)));

        assertThat(assessment.findings())
                .extracting(finding -> finding.resource().address() + " " + finding.verdict())
                .containsExactly("t.a PASS", "t.b FAIL");
    }

    private static Verdict verdictWithUnseenModule(String given, String linked, Resource... more) {
        List<Resource> resources = new ArrayList<>(List.of(TestValues.resource("t.a", "t", "{ bucket: a }")));
        resources.addAll(List.of(more));
        ResourceGraph graph = new ResourceGraph(
                resources,
                List.of(new Edge("module.m", "logs[0]", "t.a", given, Edge.Kind.REFERENCE)),
                List.of(new UnseenModule("module.m", TestValues.object("{}"), SourceRange.startOf("test.yaml"))));
        String check = "- { on: [t], require: \"linked(resource, %s).exists(p, p.get('on', false))\" }";
        return assess(check.formatted(linked), unit(new ScanUnit.World(List.of(), graph)))
                .findings()
                .get(0)
                .verdict();
    }

    @Test
    void anUnseenModuleMayHoldWhatIsLinkedToWhatItIsGiven() {
        for (String identity : List.of("", "id", "arn", "name", "bucket")) {
            assertThat(verdictWithUnseenModule(identity, "'p', 'bucket'"))
                    .as(identity)
                    .isEqualTo(Verdict.UNKNOWN);
        }
        assertThat(verdictWithUnseenModule("id", "'p'")).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdictWithUnseenModule("bucket", "'p'")).isEqualTo(Verdict.FAIL);
        assertThat(verdictWithUnseenModule("bucket_domain_name", "'p', 'bucket'"))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatIsLinkedByFilesThatAreThereDecidesWhateverAnUnseenModuleIsGiven() {
        Resource off = TestValues.resource("p.a", "p", "{ bucket: a, on: false }");
        Resource other = TestValues.resource("p.b", "p", "{ bucket: b, on: false }");

        assertThat(verdictWithUnseenModule("id", "'p', 'bucket'", off)).isEqualTo(Verdict.FAIL);
        assertThat(verdictWithUnseenModule("id", "'p', 'bucket'", other)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void knowsWhatRefersToAResource() {
        String check = "- { on: [t], require: \"referrers(resource).exists(r, meta(r).type == 'p')\" }";
        Resource a = TestValues.resource("t.a", "t", "{}");
        Resource b = TestValues.resource("t.b", "t", "{}");
        Resource user = TestValues.resource("p.a", "p", "{ group: !set later }");
        Edge edge = new Edge("p.a", "group", "t.a", "id", Edge.Kind.REFERENCE);
        Edge within = new Edge("t.b", "group", "t.b", "id", Edge.Kind.REFERENCE);
        ResourceGraph graph = new ResourceGraph(List.of(a, b, user), List.of(edge, within));

        assertThat(assess(check, unit(new ScanUnit.World(List.of(), graph))).findings())
                .extracting(finding -> finding.resource().address() + " " + finding.verdict())
                .containsExactly("t.a PASS", "t.b FAIL");
    }

    @Test
    void aLinkedResourceThatMayNotBeThereIsUnknown() {
        String check = "- { on: [t], require: \"linked(resource, 'p', 'bucket').exists(p, p.get('on', false))\" }";
        Resource maybe = TestValues.resource(
                "p.a",
                "p",
                TestValues.object("{ bucket: shared, on: true }"),
                new Resource.Existence("count depends on var.n"));

        assertThat(verdict(check, TestValues.resource("t.a", "t", "bucket: shared"), maybe))
                .isEqualTo(Verdict.UNKNOWN);
    }

    private static Verdict verdict(String check, Resource... resources) {
        return assess(check, unit(world("", resources))).findings().get(0).verdict();
    }
}
