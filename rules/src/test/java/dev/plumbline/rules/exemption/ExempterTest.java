package dev.plumbline.rules.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Category;
import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.Exemption.Syntax;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.posture.Control;
import dev.plumbline.rules.posture.SecureScores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExempterTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
    private static final Rule READ = rule("aws-s3-public-read", "CKV_AWS_20", "AWS-0092");
    private static final Rule LOGS = rule("aws-s3-access-logging", "CKV_AWS_18", "AWS-0089");
    private static final Rule UNRELATED = rule("azure-sql-auditing", "CKV_AZURE_23");

    /** A bucket in lines 1 to 9, whose attribute in line 3 decides. */
    private static final Resource BUCKET = resource("main.tf", 1, 9, List.of());

    private static final Finding READABLE = finding(READ, BUCKET, 3, Verdict.FAIL);
    private static final Finding UNLOGGED = finding(LOGS, BUCKET, 1, Verdict.FAIL);

    private static Rule rule(String id, String... aliases) {
        return new Rule(
                id,
                "",
                Severity.HIGH,
                Control.SECURE_MANAGEMENT_PORTS,
                "",
                Map.of(),
                List.of(aliases),
                "",
                new Rule.Remediation("low", "low", ""),
                List.of(),
                List.of());
    }

    private static Resource resource(String file, int first, int last, List<Resource.Call> calls) {
        return new Resource(
                "r" + first,
                "t",
                "r",
                Resource.Mode.MANAGED,
                Dialect.TERRAFORM,
                "",
                TestValues.object("{}"),
                lines(file, first, last),
                lines(file, first, first),
                calls,
                Resource.Existence.CERTAIN);
    }

    private static SourceRange lines(String file, int first, int last) {
        return new SourceRange(file, first, 1, last, 80);
    }

    private static Finding finding(Rule rule, Resource resource, int line, Verdict verdict) {
        SourceRange range = lines(resource.range().file(), line, line);
        return new Finding(
                rule,
                resource,
                "",
                verdict,
                range,
                "",
                "",
                "",
                null,
                new Identity(rule.id(), resource.address(), "", line + ""));
    }

    private static Exemption exemption(Syntax syntax, String rule, int first, int last) {
        return exemption(syntax, rule, first, last, Reach.BLOCK, Category.WAIVER, null);
    }

    private static Exemption exemption(
            Syntax syntax, String rule, int first, int last, Reach reach, Category category, LocalDate until) {
        SourceRange scope = lines("main.tf", first, last);
        return new Exemption(
                syntax,
                List.of(rule.split(",")),
                category,
                "r",
                until,
                "",
                scope,
                reach,
                lines("main.tf", first, first));
    }

    /** A failure of the rule about public reading. */
    static Finding finding(String address, String file) {
        SourceRange range = new SourceRange(file, 1, 1, 9, 2);
        Resource resource = new Resource(
                address,
                "aws_s3_bucket",
                address,
                Resource.Mode.MANAGED,
                Dialect.TERRAFORM,
                "",
                TestValues.object("{}"),
                range,
                range,
                List.of(),
                Resource.Existence.CERTAIN);
        return new Finding(
                READ, resource, "", Verdict.FAIL, range, "", "", "", null, new Identity(READ.id(), address, "", ""));
    }

    private static Exempter.Outcome apply(List<Exemption> exemptions, Finding... findings) {
        return apply(exemptions, List.of(findings), new ExemptionOptions(TODAY, true));
    }

    private static Exempter.Outcome apply(
            List<Exemption> exemptions, List<Finding> findings, ExemptionOptions options) {
        RuleNames names = new RuleNames(List.of(READ, LOGS), () -> List.of(UNRELATED));
        return Exempter.apply(exemptions, Policy.NONE, findings, names, options, null);
    }

    private static List<String> exempted(Exempter.Outcome outcome) {
        return outcome.findings().stream()
                .filter(Finding::isExempted)
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static List<String> problems(Exempter.Outcome outcome) {
        return outcome.diagnostics().stream()
                .map(it -> it.severity() + " " + it.code() + " " + it.range().startLine())
                .toList();
    }

    @Test
    void aResourceIsExemptedFromTheRuleThatIsNamed() {
        Exempter.Outcome outcome =
                apply(List.of(exemption(Syntax.PLUMBLINE, "aws-s3-access-logging", 1, 9)), READABLE, UNLOGGED);

        assertThat(exempted(outcome)).containsExactly("aws-s3-access-logging");
        assertThat(outcome.findings().get(0)).isEqualTo(READABLE);
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void rulesGoByIdAliasBeginningAndStar() {
        for (String name : List.of(
                "aws-s3-public-read",
                "AWS-S3-Public-Read",
                "CKV_AWS_20",
                "ckv_aws_20",
                "AWS-0092",
                "AVD-AWS-0092",
                "aws-s3-public-*",
                "*")) {
            Exempter.Outcome outcome = apply(List.of(exemption(Syntax.PLUMBLINE, name, 1, 9)), READABLE);
            assertThat(exempted(outcome)).as(name).containsExactly("aws-s3-public-read");
        }
        assertThat(exempted(apply(List.of(exemption(Syntax.PLUMBLINE, "aws-s3-*", 1, 9)), READABLE, UNLOGGED)))
                .hasSize(2);
    }

    @Test
    void anAttributeIsExemptedWithoutItsResource() {
        Exemption attribute = exemption(Syntax.PLUMBLINE, "*", 3, 3);

        assertThat(exempted(apply(List.of(attribute), READABLE, UNLOGGED))).containsExactly("aws-s3-public-read");
    }

    @Test
    void aLineIsExemptedWithoutTheResourceThatStartsOnIt() {
        Exemption line = exemption(Syntax.KICS, "*", 1, 1, Reach.LINE, Category.WAIVER, null);

        assertThat(exempted(apply(List.of(line), READABLE, UNLOGGED))).containsExactly("aws-s3-access-logging");
    }

    @Test
    void aCallIsExemptedWithWhatIsCalledButAFileIsNot() {
        Resource called =
                resource("logs/main.tf", 1, 9, List.of(new Resource.Call("module.logs", lines("main.tf", 20, 20))));
        Finding inside = finding(READ, called, 3, Verdict.FAIL);

        assertThat(exempted(apply(List.of(exemption(Syntax.PLUMBLINE, "*", 20, 25)), inside)))
                .hasSize(1);
        assertThat(exempted(apply(
                        List.of(exemption(Syntax.PLUMBLINE, "*", 1, 99, Reach.FILE, Category.WAIVER, null)),
                        inside,
                        UNLOGGED)))
                .containsExactly("aws-s3-access-logging");
    }

    @Test
    void theInnermostCounts() {
        Exemption outer = exemption(Syntax.PLUMBLINE, "*", 1, 9);
        Exemption inner = exemption(Syntax.PLUMBLINE, "*", 3, 3, Reach.BLOCK, Category.MITIGATED, null);

        Exempter.Outcome outcome = apply(List.of(outer, inner), READABLE);

        assertThat(outcome.findings().get(0).exemption()).isEqualTo(inner);
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void passesNeedNoneAndUnknownVerdictsMay() {
        Exemption exemption = exemption(Syntax.PLUMBLINE, "*", 1, 9);

        assertThat(exempted(apply(List.of(exemption), finding(READ, BUCKET, 3, Verdict.UNKNOWN))))
                .hasSize(1);
        Exempter.Outcome passed = apply(List.of(exemption), finding(READ, BUCKET, 3, Verdict.PASS));
        assertThat(exempted(passed)).isEmpty();
        assertThat(problems(passed)).containsExactly("WARNING exemption-unused 1");
    }

    @Test
    void anExemptionHoldsThroughItsLastDay() {
        Exemption last = exemption(Syntax.PLUMBLINE, "*", 1, 9, Reach.BLOCK, Category.WAIVER, TODAY);
        Exemption over = exemption(Syntax.PLUMBLINE, "*", 1, 9, Reach.BLOCK, Category.WAIVER, TODAY.minusDays(1));

        assertThat(exempted(apply(List.of(last), READABLE))).hasSize(1);
        Exempter.Outcome outcome = apply(List.of(over), READABLE);
        assertThat(exempted(outcome)).isEmpty();
        assertThat(problems(outcome)).containsExactly("WARNING exemption-expired 1");
        assertThat(outcome.diagnostics().get(0).summary()).isEqualTo("Exemption that ended on 2027-01-30");
    }

    @Test
    void anUnknownRuleIsReportedAndNothingExempted() {
        Exempter.Outcome outcome = apply(List.of(exemption(Syntax.PLUMBLINE, "*,aws-s3-publik-read", 1, 9)), READABLE);

        assertThat(exempted(outcome)).isEmpty();
        assertThat(problems(outcome)).containsExactly("WARNING exemption-unknown-rule 1");
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::detail)
                .containsExactly("It exempts nothing as it is. Did you mean aws-s3-public-read?");
    }

    @Test
    void aRuleOfWhichNothingInTheScanSpeaksIsKnown() {
        Exempter.Outcome outcome = apply(List.of(exemption(Syntax.PLUMBLINE, "CKV_AZURE_23", 1, 9)), READABLE);

        assertThat(problems(outcome)).containsExactly("WARNING exemption-unused 1");
    }

    @Test
    void otherScannersGoByAliasesAloneAndAreNotReported() {
        assertThat(exempted(apply(List.of(exemption(Syntax.CHECKOV, "CKV_AWS_20", 1, 9)), READABLE)))
                .hasSize(1);
        Exempter.Outcome outcome = apply(
                List.of(
                        exemption(Syntax.TFSEC, "aws-s3-public-read", 1, 9),
                        exemption(Syntax.CHECKOV, "CKV_SECRET_6", 1, 9),
                        exemption(Syntax.CHECKOV, "CKV_AWS_18", 1, 9)),
                READABLE);
        assertThat(exempted(outcome)).isEmpty();
        assertThat(outcome.diagnostics()).isEmpty();
    }

    @Test
    void otherScannersCanBeSwitchedOff() {
        List<Exemption> exemptions =
                List.of(exemption(Syntax.CHECKOV, "CKV_AWS_20", 1, 9), exemption(Syntax.PLUMBLINE, "CKV_AWS_18", 1, 9));
        Exempter.Outcome outcome = apply(exemptions, List.of(READABLE, UNLOGGED), new ExemptionOptions(TODAY, false));

        assertThat(exempted(outcome)).containsExactly("aws-s3-access-logging");
    }

    @Test
    void aHundredThousandFindingsUnderTenThousandExemptionsTakeNoLongerThanTheyMust() {
        List<Exemption> exemptions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            exemptions.add(exemption(Syntax.PLUMBLINE, "*", i + 1, 20_000 - i));
            exemptions.add(exemption(Syntax.TRIVY, "*", 30_001 + i, 30_001 + i));
        }
        for (int i = 0; i < 100_000; i++) {
            findings.add(
                    finding(READ, resource("main.tf", 30_001 + i, 30_001 + i, List.of()), 30_001 + i, Verdict.FAIL));
        }

        assertThat(exempted(apply(exemptions, findings, new ExemptionOptions(TODAY, true))))
                .hasSize(10_000);
    }

    /** Each finding is exempted exactly where a search through all exemptions says so, whatever their order. */
    @Property(tries = 200)
    void findsWhatALinearSearchFinds(@ForAll long seed, @ForAll @IntRange(max = 40) int count) {
        Random random = new Random(seed);
        List<Exemption> exemptions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = 1 + random.nextInt(60);
            Reach reach = Reach.values()[random.nextInt(3)];
            Category category = Category.values()[random.nextInt(2)];
            String rule = List.of("*", "CKV_AWS_20", "CKV_AWS_18").get(random.nextInt(3));
            exemptions.add(exemption(Syntax.PLUMBLINE, rule, first, first + random.nextInt(20), reach, category, null));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int first = 1 + random.nextInt(60);
            Resource resource = resource("main.tf", first, first + 5, List.of());
            findings.add(finding(
                    random.nextBoolean() ? READ : LOGS,
                    resource,
                    first + random.nextInt(5),
                    random.nextBoolean() ? Verdict.FAIL : Verdict.UNKNOWN));
        }
        Exempter.Outcome outcome = apply(exemptions, findings, new ExemptionOptions(TODAY, true));
        List<Exemption> shuffled = new ArrayList<>(exemptions);
        Collections.shuffle(shuffled, random);

        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            assertThat(outcome.findings().get(i).isExempted())
                    .isEqualTo(exemptions.stream().anyMatch(it -> covers(it, finding)));
        }
        assertThat(apply(shuffled, findings, new ExemptionOptions(TODAY, true))).isEqualTo(outcome);
    }

    private static boolean covers(Exemption exemption, Finding finding) {
        String alias = finding.rule().aliases().get(0);
        return (exemption.rules().contains("*") || exemption.rules().contains(alias))
                && (in(exemption, finding.range())
                        || (exemption.reach() != Reach.LINE
                                && in(exemption, finding.resource().range())));
    }

    private static boolean in(Exemption exemption, SourceRange range) {
        return exemption.scope().startLine() <= range.startLine()
                && range.startLine() <= exemption.scope().endLine();
    }

    /** Whatever else fails or is exempted, to mitigate something never costs points. */
    @Property(tries = 500)
    void exemptingAsMitigatedNeverLowersTheScore(@ForAll long seed) {
        Random random = new Random(seed);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Resource resource = resource("main.tf", 1 + 10 * random.nextInt(4), 50, List.of());
            Verdict verdict = Verdict.values()[random.nextInt(3)];
            Finding finding = finding(random.nextBoolean() ? READ : LOGS, resource, i + 1, verdict);
            boolean waived = verdict != Verdict.PASS && random.nextInt(4) == 0;
            findings.add(waived ? finding.exemptedBy(exemption(Syntax.PLUMBLINE, "*", 1, 9)) : finding);
        }
        double before = SecureScores.of(findings).percent().orElse(0);
        Exemption mitigated = exemption(Syntax.PLUMBLINE, "*", 1, 9, Reach.BLOCK, Category.MITIGATED, null);
        int chosen = random.nextInt(findings.size());
        if (findings.get(chosen).verdict() != Verdict.PASS) {
            findings.set(chosen, findings.get(chosen).exemptedBy(mitigated));
        }

        assertThat(SecureScores.of(findings).percent().orElse(100)).isGreaterThanOrEqualTo(before);
    }
}
