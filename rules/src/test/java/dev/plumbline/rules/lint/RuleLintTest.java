package dev.plumbline.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.Rule;
import dev.plumbline.rules.RuleSources;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** That rules speak of what the providers have; each test names all that is wrong in all rules. */
class RuleLintTest {
    private static final ProviderSchemas SCHEMAS = ProviderSchemas.get();

    @Test
    void resourceTypesExist() {
        assertThat(problems((rule, problems) -> forEachCheck(rule, (check, uses) -> uses.types().stream()
                        .flatMap(type -> SCHEMAS.problem(type).stream())
                        .forEach(problems))))
                .as("resource types that no provider has, see docs/rules/writing-rules.md, What the build asks")
                .isEmpty();
    }

    @Test
    void attributesExist() {
        resourceTypesExist();
        assertThat(attributeProblems())
                .as("attributes that resources do not have, see docs/rules/writing-rules.md, What the build asks")
                .isEmpty();
        assertThat(SCHEMAS.unusedExceptions())
                .as("entries of beside-the-schemas.txt that no rule needs")
                .isEmpty();
    }

    private static List<String> attributeProblems() {
        return problems((rule, problems) -> forEachCheck(rule, (check, uses) -> {
            uses.attributes().stream()
                    .flatMap(use -> SCHEMAS.problem(use.type(), use.path()).stream())
                    .forEach(problems);
            List<String> paths = new ArrayList<>();
            if (!check.at().isEmpty()) {
                paths.addAll(Rule.Check.alternatives(check.at()));
            }
            if (check.fix() != null) {
                paths.add(check.fix().set());
            }
            for (String path : paths) {
                // A check for several types names the attribute of each of them.
                List<Optional<String>> answers = check.on().stream()
                        .map(type -> SCHEMAS.problem(type, path))
                        .toList();
                if (answers.stream().allMatch(Optional::isPresent)) {
                    answers.forEach(answer -> problems.accept("at or fix: " + answer.get()));
                }
            }
        }));
    }

    private interface Lint {
        void check(CompiledRule rule, Consumer<String> problems);
    }

    private interface CheckLint {
        void check(Rule.Check check, AttributeUses uses);
    }

    private static List<String> problems(Lint lint) {
        List<String> all = new ArrayList<>();
        for (RuleSources.Source source : RuleSources.all()) {
            source.compiled().ifPresent(rule -> {
                TreeSet<String> found = new TreeSet<>();
                lint.check(rule, found::add);
                found.forEach(problem -> all.add(source.id() + ": " + problem));
            });
        }
        return all;
    }

    private static void forEachCheck(CompiledRule rule, CheckLint lint) {
        for (int i = 0; i < rule.conditions().size(); i++) {
            Rule.Check check = rule.rule().checks().get(i);
            CompiledRule.Conditions conditions = rule.conditions().get(i);
            for (Expression condition : conditions.when() == null
                    ? List.of(conditions.require())
                    : List.of(conditions.when(), conditions.require())) {
                lint.check(check, AttributeUses.of(condition, check.on()));
            }
        }
    }
}
