package dev.plumbline.iac.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Category;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Directive.Placement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlumblineCommentsTest {
    private static final SourceRange AT = SourceRange.startOf("main.tf");

    private final List<Diagnostic> problems = new ArrayList<>();

    private Optional<Directive> read(String line) {
        return PlumblineComments.read(line, AT, problems::add);
    }

    @Test
    void readsAllFields() {
        assertThat(read("plumbline:exempt aws-s3-public-read,CKV_AWS_18, AWS-0090 reason=\"a \\\"public\\\" site\""
                        + " until=2027-01-31 category=mitigated owner='team web'"))
                .contains(new Directive(
                        Exemption.Syntax.PLUMBLINE,
                        Placement.NEAREST,
                        List.of("aws-s3-public-read", "CKV_AWS_18", "AWS-0090"),
                        Category.MITIGATED,
                        "a \"public\" site",
                        LocalDate.of(2027, 1, 31),
                        "team web",
                        AT));
        assertThat(problems).isEmpty();
    }

    @Test
    void isAWaiverWithoutEndUnlessItSaysOtherwise() {
        Directive directive = read("plumbline:exempt-file * reason=legacy").orElseThrow();

        assertThat(directive.placement()).isEqualTo(Placement.FILE);
        assertThat(directive.rules()).containsExactly("*");
        assertThat(directive.category()).isEqualTo(Category.WAIVER);
        assertThat(directive.until()).isNull();
        assertThat(directive.owner()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumb the line", "see plumbline:exempt", "Plumbline: exempt", ""})
    void leavesOtherCommentsAlone(String line) {
        assertThat(read(line)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plumbline:exempt x | Exemption without a reason",
                "plumbline:exempt x reason=\"  \" | Exemption without a reason",
                "plumbline:exempt reason=r | Exemption of no rule",
                "plumbline:exempt a*b reason=r | Exemption of what is no rule: \"a*b\"",
                "plumbline:exempt x reason=\"open | Exemption with an open quotation mark",
                "plumbline:exempt x reason=r until=soon | Exemption until no date: \"soon\"",
                "plumbline:exempt x reason=r until=2027-02-30 | Exemption until no date: \"2027-02-30\"",
                "plumbline:exempt x reason=r category=fine | Exemption of the unknown category \"fine\"",
                "plumbline:exempt x reason=r reason=s | Exemption with two fields reason",
                "plumbline:exempt x reasn=r reason=s | Exemption with the unknown field \"reasn\"",
                "plumbline:exmpt x reason=r | Comment for Plumbline that it does not understand: \"plumbline:exmpt\"",
            })
    void tellsWhatIsWrongAndExemptsNothing(String line, String summary) {
        assertThat(read(line)).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(problem.summary()).isEqualTo(summary);
            assertThat(problem.detail()).startsWith("It exempts nothing as it is.");
        });
    }

    @Test
    void suggestsWhatWasMeant() {
        read("plumbline:exmpt x reason=r");
        read("plumbline:exempt x reason=r untl=2027-01-31");

        assertThat(problems)
                .extracting(Diagnostic::detail)
                .satisfiesExactly(verb -> assertThat(verb).endsWith("Did you mean exempt?"), field -> assertThat(field)
                        .endsWith("Did you mean until?"));
    }

    @Test
    void refusesReasonsAndNamesThatAreTooLong() {
        assertThat(read("plumbline:exempt x reason=" + "r".repeat(1_001))).isEmpty();
        assertThat(read("plumbline:exempt " + "x".repeat(1_000_000) + " reason=r"))
                .isEmpty();
        assertThat(problems).hasSize(2).allSatisfy(problem -> assertThat(problem.summary())
                .hasSizeLessThan(100));
    }

    @Property
    void neverThrows(@ForAll @StringLength(max = 60) String text) {
        assertThat(PlumblineComments.read("plumbline:exempt " + text, AT, problem -> {}))
                .isNotNull();
        assertThat(ForeignComments.read("tfsec:ignore:" + text, AT)).isNotNull();
        assertThat(ForeignComments.read("kics-scan " + text, AT)).isNotNull();
        assertThat(ForeignComments.read("checkov:skip=" + text, AT)).isNotNull();
    }

    @Property
    void readsBackEveryReason(@ForAll @StringLength(min = 1, max = 60) String reason) {
        String line = reason.replace("\n", " ").replace("\r", " ").strip();
        String quoted = line.replace("\\", "\\\\").replace("\"", "\\\"");
        Optional<Directive> read =
                PlumblineComments.read("plumbline:exempt x reason=\"" + quoted + "\"", AT, problem -> {});

        assertThat(read.map(Directive::reason)).isEqualTo(line.isBlank() ? Optional.empty() : Optional.of(line));
    }
}
