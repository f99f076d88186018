package dev.plumbline.rules.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Category;
import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.Exemption.Syntax;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.Glob;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.policy.ConfiguredExemption;
import dev.plumbline.rules.policy.ExemptionLimits;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.policy.Scope;
import dev.plumbline.rules.policy.ScopedPolicy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exemptions that are written beside the templates, and what policy lets be exempted. */
class ConfiguredExemptionsTest {
    private static final Finding LOGS = ExempterTest.finding("aws_s3_bucket.logs", "infra/main.tf");
    private static final Finding DATA =
            ExempterTest.finding("module.data[\"eu\"].aws_s3_bucket.this", "infra/data/main.tf");
    private static final SourceRange LIMIT = at("acme.yaml", 9);

    private static SourceRange at(String file, int line) {
        return new SourceRange(file, line, 1, line, 9);
    }

    private static Exemption exemption(Syntax syntax, String rule, LocalDate until, String owner, SourceRange range) {
        return new Exemption(syntax, List.of(rule), Category.WAIVER, "tested", until, owner, range, Reach.FILE, range);
    }

    private static Exemption of(String rule, int line) {
        return exemption(Syntax.CONFIGURATION, rule, null, "", at("plumbline.yaml", line));
    }

    private static ConfiguredExemption configured(Exemption exemption, List<String> resources, String... paths) {
        return new ConfiguredExemption(
                exemption, resources, Arrays.stream(paths).map(Glob::of).toList());
    }

    private static ScopedPolicy scope(Scope scope, ConfiguredExemption... exemptions) {
        return new ScopedPolicy(scope, List.of(), List.of(), List.of(exemptions), List.of());
    }

    private static ScopedPolicy limits(boolean inline, List<String> rules, Integer maxDays, boolean owner) {
        ExemptionLimits limits = new ExemptionLimits(inline, rules, maxDays, owner, LIMIT);
        return new ScopedPolicy(Scope.ORGANISATION, List.of(), List.of(), List.of(), List.of(limits));
    }

    private static Exempter.Outcome apply(List<Exemption> inline, Collection<String> scanned, ScopedPolicy... scopes) {
        return Exempter.apply(
                inline,
                new Policy(List.of(scopes)),
                List.of(LOGS, DATA),
                new RuleNames(List.of(LOGS.rule()), List::of),
                new ExemptionOptions(LocalDate.of(2027, 1, 31), true),
                scanned);
    }

    private static Exempter.Outcome apply(ScopedPolicy... scopes) {
        return apply(List.of(), null, scopes);
    }

    private static List<String> exempted(Exempter.Outcome outcome) {
        return outcome.findings().stream()
                .filter(Finding::isExempted)
                .map(finding -> finding.resource().address())
                .toList();
    }

    private static List<String> problems(Exempter.Outcome outcome) {
        return outcome.diagnostics().stream()
                .map(diagnostic -> diagnostic.code() + " " + diagnostic.range())
                .toList();
    }

    @Test
    void exemptsByRuleAddressAndPath() {
        assertThat(exempted(apply(scope(Scope.REPOSITORY, configured(of("CKV_AWS_20", 1), List.of())))))
                .containsExactly(LOGS.resource().address(), DATA.resource().address());
        assertThat(exempted(apply(scope(Scope.REPOSITORY, configured(of("*", 1), List.of("aws_s3_bucket.l*"))))))
                .containsExactly(LOGS.resource().address());
        assertThat(exempted(apply(scope(Scope.REPOSITORY, configured(of("*", 1), List.of("module.data[\"?u\"].*"))))))
                .containsExactly(DATA.resource().address());
        assertThat(exempted(apply(scope(Scope.REPOSITORY, configured(of("*", 1), List.of(), "infra/data")))))
                .containsExactly(DATA.resource().address());
        assertThat(exempted(apply(scope(Scope.REPOSITORY, configured(of("*", 1), List.of(), "infra/*.tf")))))
                .containsExactly(LOGS.resource().address());
        assertThat(exempted(apply(scope(Scope.directory("infra/data"), configured(of("*", 1), List.of())))))
                .containsExactly(DATA.resource().address());
    }

    @Test
    void theInnermostCounts() {
        Exemption inline = exemption(Syntax.PLUMBLINE, "*", null, "", at("infra/main.tf", 1));
        ScopedPolicy outer =
                scope(Scope.REPOSITORY, configured(of("*", 1), List.of()), configured(of("*", 2), List.of()));
        ScopedPolicy inner = scope(Scope.directory("infra"), configured(of("*", 3), List.of()));

        assertThat(apply(List.of(inline), null, outer, inner).findings())
                .extracting(finding -> finding.exemption().range())
                .containsExactly(at("infra/main.tf", 1), at("plumbline.yaml", 3));
        assertThat(apply(outer).findings())
                .extracting(finding -> finding.exemption().range().startLine())
                .containsExactly(1, 1);
    }

    @Test
    void expiredUnknownAndUnusedOnesAreTold() {
        Exemption expired =
                exemption(Syntax.CONFIGURATION, "*", LocalDate.of(2027, 1, 30), "", at("plumbline.yaml", 1));
        Exempter.Outcome outcome = apply(scope(
                Scope.REPOSITORY,
                configured(expired, List.of()),
                configured(of("aws-s3-publik", 2), List.of()),
                configured(of("*", 3), List.of("aws_db_instance.*"))));

        assertThat(exempted(outcome)).isEmpty();
        assertThat(problems(outcome))
                .containsExactly(
                        "exemption-expired plumbline.yaml:1:1",
                        "exemption-unknown-rule plumbline.yaml:2:1",
                        "exemption-unused plumbline.yaml:3:1");
    }

    @Test
    void aScanOfAPartDoesNotKnowWhatIsUnusedElsewhere() {
        ScopedPolicy scope = scope(
                Scope.REPOSITORY,
                configured(of("*", 1), List.of("aws_db_instance.*")),
                configured(of("*", 2), List.of("aws_db_instance.*"), "infra/data"),
                configured(of("*", 3), List.of("aws_db_instance.*"), "web"));

        assertThat(problems(apply(List.of(), List.of("infra/main.tf", "infra/data/main.tf"), scope)))
                .containsExactly("exemption-unused plumbline.yaml:2:1");
    }

    @Test
    void policyCanForbidWhatIsWrittenInTheSource() {
        Exemption inline = exemption(Syntax.PLUMBLINE, "*", null, "", at("infra/main.tf", 1));
        Exemption foreign = exemption(Syntax.CHECKOV, "CKV_AWS_20", null, "", at("infra/main.tf", 1));
        Exempter.Outcome outcome = apply(
                List.of(inline, foreign),
                null,
                limits(false, List.of(), null, false),
                scope(Scope.REPOSITORY, configured(of("*", 1), List.of(), "infra/data")));

        assertThat(exempted(outcome)).containsExactly(DATA.resource().address());
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).containsOnly("exemption-forbidden");
        assertThat(outcome.diagnostics().get(0).detail())
                .isEqualTo(
                        "It exempts nothing of that kind: what is written in the source may not exempt (acme.yaml:9:1).");
    }

    @Test
    void policyCanForbidSomeRules() {
        Exemption all = exemption(Syntax.PLUMBLINE, "*", null, "", at("infra/main.tf", 1));
        Exemption named = exemption(Syntax.PLUMBLINE, "aws-s3-public-read", null, "", at("infra/main.tf", 1));
        ScopedPolicy limits = limits(true, List.of("aws-s3-*"), null, false);

        assertThat(exempted(apply(List.of(all), null, limits))).isEmpty();
        Exempter.Outcome outcome =
                apply(List.of(named), null, limits, scope(Scope.REPOSITORY, configured(of("*", 1), List.of())));
        assertThat(exempted(outcome)).isEmpty();
        assertThat(problems(outcome)).contains("exemption-forbidden infra/main.tf:1:1");
    }

    @Test
    void policyCanAskForAnEndAndAnOwner() {
        ScopedPolicy limits = limits(true, List.of(), 90, true);
        LocalDate soon = LocalDate.of(2027, 5, 1);
        SourceRange range = at("plumbline.yaml", 1);

        assertThat(exempted(apply(
                        limits,
                        scope(
                                Scope.REPOSITORY,
                                configured(exemption(Syntax.CONFIGURATION, "*", soon, "platform", range), List.of())))))
                .hasSize(2);
        for (Exemption refused : List.of(
                exemption(Syntax.CONFIGURATION, "*", soon.plusDays(1), "platform", range),
                exemption(Syntax.CONFIGURATION, "*", null, "platform", range),
                exemption(Syntax.CONFIGURATION, "*", soon, "", range))) {
            assertThat(problems(apply(limits, scope(Scope.REPOSITORY, configured(refused, List.of())))))
                    .as("%s", refused)
                    .containsExactly("exemption-forbidden plumbline.yaml:1:1");
        }
    }

    @Test
    void aScopesLimitsAreForWhatIsInsideOfIt() {
        ExemptionLimits limits = new ExemptionLimits(true, List.of("*"), null, false, LIMIT);
        ScopedPolicy own = new ScopedPolicy(
                Scope.ORGANISATION, List.of(), List.of(), List.of(configured(of("*", 1), List.of())), List.of(limits));

        assertThat(exempted(apply(own))).hasSize(2);
    }
}
