package dev.plumbline.rules.policy;

import static dev.plumbline.rules.policy.Rules.assigned;
import static dev.plumbline.rules.policy.Rules.at;
import static dev.plumbline.rules.policy.Rules.rule;
import static dev.plumbline.rules.policy.Rules.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Golden;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleNames;
import dev.plumbline.rules.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three scopes, each asking nothing or for any effect, open or not: in {@code inheritance.txt}. */
class PolicyTableTest {
    private static final Rule RULE = rule("aws-s3-public-read", Severity.HIGH, Map.of());
    private static final List<Scope> SCOPES = List.of(Scope.ORGANISATION, Scope.REPOSITORY, Scope.directory("net"));
    private static final List<String> FILES = List.of("acme.yaml", "plumbline.yaml", "net/plumbline.yaml");

    /** @param effect null where nothing is asked */
    private record Asked(Effect effect, boolean open) {
        @Override
        public String toString() {
            return effect == null ? "-" : effect.id() + (open ? " open" : "");
        }
    }

    private static final List<Asked> ALL = Stream.concat(
                    Stream.of(new Asked(null, false)),
                    Stream.of(Effect.values())
                            .flatMap(effect -> Stream.of(new Asked(effect, false), new Asked(effect, true))))
            .toList();

    @Test
    void everyCombinationOfThreeScopes() throws IOException {
        StringBuilder table = new StringBuilder("organisation, repository, directory: effect (who decided); refused\n");
        for (Asked organisation : ALL) {
            for (Asked repository : ALL) {
                for (Asked directory : ALL) {
                    table.append(row(List.of(organisation, repository, directory)));
                }
            }
        }
        Golden.check("policy/inheritance.txt", table.toString());
    }

    private static String row(List<Asked> asked) {
        List<ScopedPolicy> scopes = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).effect() != null) {
                scopes.add(scoped(
                        SCOPES.get(i),
                        assigned(
                                List.of(RULE.id()),
                                asked.get(i).effect(),
                                null,
                                asked.get(i).open(),
                                at(FILES.get(i), 3))));
            }
        }
        PolicyResolver resolver = new PolicyResolver(new Policy(scopes), new RuleNames(List.of(RULE), List::of));
        Decision decision = resolver.decide(RULE, "net/main.tf").decision();
        List<Diagnostic> refused = resolver.diagnostics();
        check(asked, decision, refused.size());
        return "%s: %s%s%n"
                .formatted(
                        asked.stream().map(Asked::toString).collect(Collectors.joining(", ")),
                        decision == null
                                ? "-"
                                : decision.effect().id() + " ("
                                        + decision.scope().label() + ")",
                        refused.isEmpty()
                                ? ""
                                : "; refused "
                                        + refused.stream()
                                                .map(diagnostic ->
                                                        diagnostic.range().file())
                                                .collect(Collectors.joining(", ")))
                .replace(System.lineSeparator(), "\n");
    }

    /** What inheritance is meant to be, said without saying how it is found. */
    private static void check(List<Asked> asked, Decision decision, int refused) {
        List<Effect> closed = asked.stream()
                .filter(each -> each.effect() != null && !each.open())
                .map(Asked::effect)
                .toList();
        if (asked.get(0).effect() != null && !asked.get(0).open()) {
            assertThat(decision.effect().isLaxerThan(asked.get(0).effect()))
                    .as("%s", asked)
                    .isFalse();
        }
        List<Asked> speaking =
                asked.stream().filter(each -> each.effect() != null).toList();
        if (refused == 0) {
            assertThat(decision == null ? null : decision.effect())
                    .as("%s", asked)
                    .isEqualTo(
                            speaking.isEmpty()
                                    ? null
                                    : speaking.get(speaking.size() - 1).effect());
        }
        if (closed.isEmpty()) {
            assertThat(refused).as("%s", asked).isZero();
        }
    }

    @Test
    void oneScopesPolicyIsNotThatOfItsNeighbours() {
        Policy policy = new Policy(List.of(
                scoped(Scope.directory("net"), assigned(List.of("*"), Effect.DENY, null, false, at("net/p", 1)))));
        PolicyResolver resolver = new PolicyResolver(policy, new RuleNames(List.of(RULE), List::of));

        assertThat(resolver.decide(RULE, "net/main.tf").decision().effect()).isEqualTo(Effect.DENY);
        assertThat(resolver.decide(RULE, "net/deep/er/main.tf").decision().effect())
                .isEqualTo(Effect.DENY);
        assertThat(resolver.decide(RULE, "network/main.tf").decision()).isNull();
        assertThat(resolver.decide(RULE, "main.tf").decision()).isNull();
    }
}
