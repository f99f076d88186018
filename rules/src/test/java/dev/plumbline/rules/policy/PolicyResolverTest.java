package dev.plumbline.rules.policy;

import static dev.plumbline.rules.policy.Rules.assigned;
import static dev.plumbline.rules.policy.Rules.at;
import static dev.plumbline.rules.policy.Rules.rule;
import static dev.plumbline.rules.policy.Rules.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyResolverTest {
    private static final Rule READ = rule(
            "aws-s3-public-read",
            Severity.HIGH,
            Map.of("cis-aws", List.of("2.1.4"), "mcsb", List.of("NS-2")),
            "CKV_AWS_20");
    private static final Rule LOGS = rule("aws-s3-access-logging", Severity.LOW, Map.of("mcsb", List.of("LT-3")));
    private static final Rule SQL = rule("azure-sql-auditing", Severity.MEDIUM, Map.of("mcsb", List.of("LT-3")));

    private static PolicyResolver resolver(ScopedPolicy... scopes) {
        return new PolicyResolver(new Policy(List.of(scopes)), new RuleNames(List.of(READ, LOGS), () -> List.of(SQL)));
    }

    private static List<String> denied(ScopedPolicy... scopes) {
        PolicyResolver resolver = resolver(scopes);
        return Stream.of(READ, LOGS, SQL)
                .filter(rule -> resolver.decide(rule, "main.tf").decision() != null)
                .map(Rule::id)
                .toList();
    }

    private static List<String> denied(Parameters parameters, String initiative) {
        return denied(scoped(Scope.ORGANISATION, assigned(initiative, parameters, Effect.DENY, at("acme.yaml", 1))));
    }

    @Test
    void rulesAreNamedByIdAliasAndBeginning() {
        for (String name : List.of("aws-s3-public-read", "CKV_AWS_20", "aws-s3-public*", "AWS-S3-PUBLIC-READ")) {
            assertThat(denied(scoped(
                            Scope.REPOSITORY,
                            assigned(List.of(name), Effect.DENY, null, false, at("plumbline.yaml", 1)))))
                    .as(name)
                    .containsExactly(READ.id());
        }
    }

    @Test
    void theLastEntryOfAScopeCounts() {
        PolicyResolver resolver = resolver(scoped(
                Scope.REPOSITORY,
                assigned(List.of("aws-*"), Effect.DISABLED, Severity.LOW, false, at("plumbline.yaml", 1)),
                assigned(List.of("aws-s3-*"), Effect.DENY, null, false, at("plumbline.yaml", 2))));

        PolicyResolver.Outcome outcome = resolver.decide(READ, "main.tf");
        assertThat(outcome.decision()).isEqualTo(new Decision(Effect.DENY, Scope.REPOSITORY, at("plumbline.yaml", 2)));
        assertThat(outcome.rule().severity()).isEqualTo(Severity.LOW);
        assertThat(resolver.diagnostics()).isEmpty();
    }

    @Test
    void initiativesAreTheRulesOfABenchmark() {
        assertThat(denied(Parameters.NONE, "mcsb")).containsExactly(READ.id(), LOGS.id(), SQL.id());
        assertThat(denied(Parameters.NONE, "cis-aws")).containsExactly(READ.id());
        assertThat(denied(Parameters.NONE, "pci-dss")).isEmpty();
        assertThat(denied(Parameters.NONE, "baseline")).containsExactly(READ.id());
    }

    @Test
    void parametersNarrowAnInitiative() {
        assertThat(denied(new Parameters(List.of("LT-*"), null, List.of()), "mcsb"))
                .containsExactly(LOGS.id(), SQL.id());
        assertThat(denied(new Parameters(List.of(), Severity.MEDIUM, List.of()), "mcsb"))
                .containsExactly(READ.id(), SQL.id());
        assertThat(denied(new Parameters(List.of(), null, List.of("aws-*")), "mcsb"))
                .containsExactly(SQL.id());
    }

    @Test
    void initiativesOfOnesOwnIncludeOthersAndNarrowThem() {
        Initiative own = new Initiative(
                "acme",
                "",
                List.of("azure-sql-auditing"),
                "",
                List.of("cis-aws", "acme"),
                new Parameters(List.of(), Severity.MEDIUM, List.of()));
        ScopedPolicy scope = new ScopedPolicy(
                Scope.ORGANISATION,
                List.of(own),
                List.of(assigned("acme", Parameters.NONE, Effect.DENY, at("acme.yaml", 1))),
                List.of(),
                List.of());

        assertThat(denied(scope)).containsExactly(READ.id(), SQL.id());
    }

    @Test
    void aSeverityMayBeRaisedButNotLowered() {
        ScopedPolicy outer =
                scoped(Scope.ORGANISATION, assigned(List.of("*"), null, Severity.MEDIUM, false, at("acme.yaml", 1)));
        PolicyResolver lower = resolver(
                outer,
                scoped(Scope.REPOSITORY, assigned(List.of("*"), null, Severity.LOW, false, at("plumbline.yaml", 1))));
        PolicyResolver higher = resolver(
                outer,
                scoped(
                        Scope.REPOSITORY,
                        assigned(List.of("*"), null, Severity.CRITICAL, false, at("plumbline.yaml", 1))));

        assertThat(lower.decide(READ, "main.tf").rule().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(lower.diagnostics()).extracting(Diagnostic::summary).containsExactly("The severity low is refused");
        assertThat(higher.decide(READ, "main.tf").rule().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(higher.diagnostics()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldOnceWithItsPlaceAndWhoRefuses() {
        PolicyResolver resolver = resolver(
                scoped(Scope.ORGANISATION, assigned("mcsb", Parameters.NONE, Effect.DENY, at("acme.yaml", 4))),
                scoped(
                        Scope.REPOSITORY,
                        assigned(List.of("aws-*"), Effect.DISABLED, null, false, at("plumbline.yaml", 7))));
        resolver.decide(READ, "main.tf");
        resolver.decide(LOGS, "main.tf");
        resolver.decide(READ, "net/main.tf");

        assertThat(resolver.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("policy-refused");
            assertThat(diagnostic.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(diagnostic.range()).isEqualTo(at("plumbline.yaml", 7));
            assertThat(diagnostic.summary()).isEqualTo("The effect disabled is refused");
            assertThat(diagnostic.detail())
                    .isEqualTo(
                            "The policy of the organisation asks for more at acme.yaml:4:1, and does not leave it open:"
                                    + " aws-s3-access-logging, aws-s3-public-read.");
        });
    }

    @Test
    void rulesAndInitiativesThatThereAreNotAreTold() {
        PolicyResolver resolver = resolver(scoped(
                Scope.REPOSITORY,
                assigned(List.of("aws-s3-publik-read"), Effect.DENY, null, false, at("plumbline.yaml", 1)),
                assigned("mcsp", Parameters.NONE, Effect.DENY, at("plumbline.yaml", 2))));

        assertThat(resolver.diagnostics())
                .extracting(Diagnostic::code, Diagnostic::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("policy-unknown-rule", Diagnostic.Severity.WARNING),
                        org.assertj.core.groups.Tuple.tuple(Policy.CONFIGURATION_ERROR, Diagnostic.Severity.ERROR));
        assertThat(resolver.diagnostics().get(0).detail()).contains("Did you mean aws-s3-public-read?");
        assertThat(resolver.diagnostics().get(1).detail()).contains("Did you mean mcsb?");
    }
}
