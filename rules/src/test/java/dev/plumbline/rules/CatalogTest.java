package dev.plumbline.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.catalog.Catalog;
import dev.plumbline.rules.pages.DefenderRecommendation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of all built-in rules. */
class CatalogTest {
    /** Checks of other scanners that are wider than our rules, each of which speaks of a part, or that share an id. */
    private static final Set<String> SHARED_ALIASES = Set.of("CKV_AZURE_131", "CKV_SECRET_6", "CKV_SECRET_80");

    private static final Set<String> TITLES_OF_DEFENDER = DefenderRecommendation.read().stream()
            .map(DefenderRecommendation::title)
            .collect(Collectors.toSet());

    static Stream<RuleSources.Source> sources() {
        return RuleSources.all().stream();
    }

    static Stream<Rule> rules() {
        return RuleSources.rules().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void compiles(RuleSources.Source source) {
        assertThat(source.problems()).as(source.path()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void liesInTheDirectoryOfItsCloudAndService(RuleSources.Source source) {
        assertThat(source.directories())
                .as("cloud, service and file of " + source.path())
                .hasSize(3);
        String cloud = source.directories().get(0);
        String service = source.directories().get(1);

        assertThat(source.id()).startsWith(cloud + "-" + service + "-");
        assertThat(cloud).isIn("aws", "azure");
    }

    @Test
    void idsAreUnique() {
        assertThat(sources().map(RuleSources.Source::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void hasExamplesOfBothVerdictsInEachLanguageItSpeaks(Rule rule) {
        List<String> languages = rule.checks().stream()
                .flatMap(check -> check.on().stream())
                .map(type -> ResourceTypes.dialect(type).id())
                .distinct()
                .toList();

        for (String language : languages) {
            assertThat(rule.examples().stream()
                            .filter(example -> example.language().equals(language))
                            .map(Rule.Example::verdict))
                    .as("%s in %s", rule.id(), language)
                    .contains(Verdict.PASS, Verdict.FAIL);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void hasAnExampleOfWhatCannotBeKnown(Rule rule) {
        boolean typeDecides = rule.checks().stream()
                .allMatch(check -> check.require().matches("true|false|!lifecycle[.]retire(d|s)[(]resource.*"));
        // What is not known there is not written in the template, or is marked as secret all the same, and that is all
        // such a rule asks. Of a template's parameter all is written.
        boolean writtenDecides = rule.checks().stream()
                .allMatch(check -> check.require().contains("secrets.literal(")
                        || check.require().contains("secrets.marked(")
                        || check.on().equals(List.of("AWS::CloudFormation::Parameter")));
        if (!typeDecides && !writtenDecides) {
            assertThat(rule.examples())
                    .as(rule.id())
                    .extracting(Rule.Example::verdict)
                    .contains(Verdict.UNKNOWN);
        }
    }

    /** Two recommendations of one name cannot be told apart in a report. */
    @Test
    void titlesAreUnique() {
        assertThat(rules().map(rule -> rule.title().toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void titleSaysWhatShouldBe(Rule rule) {
        boolean ofDefender = TITLES_OF_DEFENDER.contains(rule.title());

        assertThat(ofDefender || rule.title().matches(".* should(n't)? .*"))
                .as("'%s' says what should be, or is a title of Defender for Cloud", rule.title())
                .isTrue();
        assertThat(rule.title()).doesNotEndWith(".");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void hasNoStrayWhiteSpace(RuleSources.Source source) {
        assertThat(source.text()).endsWith("\n").doesNotContain("\t", " \n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void namesEachTypeOnce(Rule rule) {
        assertThat(rule.checks().stream()
                        .filter(check -> check.when().isEmpty())
                        .flatMap(check -> check.on().stream()))
                .as(rule.id())
                .doesNotHaveDuplicates();
    }

    /** An alias that several rules share makes a suppression of the one a suppression of all: not by accident. */
    @Test
    void aliasesAreSharedOnPurposeOnly() {
        Map<String, List<String>> shared = rules().flatMap(
                        rule -> rule.aliases().stream().map(alias -> Map.entry(alias, rule.id())))
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toList())));
        shared.values().removeIf(ids -> ids.size() == 1);

        assertThat(shared.keySet()).as("aliases of several rules: %s", shared).isEqualTo(SHARED_ALIASES);
    }

    @Test
    void whatIsShippedIsWhatTheSourcesSay() {
        assertThat(Catalog.builtIn().rules()).containsExactlyElementsOf(BenchmarkSources.expandedRules());
    }
}
