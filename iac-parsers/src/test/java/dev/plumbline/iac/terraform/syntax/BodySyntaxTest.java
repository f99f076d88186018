package dev.plumbline.iac.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Body.Label;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodySyntaxTest {

    @Test
    void attributesAndBlocksHaveTheirRanges() {
        HclFile file = parse("""
                count = 12
                resource "aws_vpc" main {
                  cidr = "10.0.0.0/16"
                }
                """);

        assertThat(file.diagnostics()).isEmpty();
        Attribute count = file.body().attribute("count");
        assertThat(Trees.at(count.nameRange())).isEqualTo("@1-6");
        assertThat(Trees.at(count.range())).isEqualTo("@1-11");
        assertThat(Trees.show(count.value())).isEqualTo("12@9-11");
        Block vpc = file.body().blocks().get(0);
        assertThat(vpc.labels()).extracting(Label::text).containsExactly("aws_vpc", "main");
        assertThat(vpc.labels()).extracting(label -> Trees.at(label.range())).containsExactly("@10-19", "@20-24");
        assertThat(Trees.at(vpc.typeRange())).isEqualTo("@1-9");
        assertThat(Trees.at(vpc.header())).isEqualTo("@1-24");
        assertThat(Trees.at(vpc.body().range())).isEqualTo("@2:25-4:2");
        assertThat(Trees.at(vpc.range())).isEqualTo("@2:1-4:2");
        assertThat(Trees.at(vpc.body().attribute("cidr").value().range())).isEqualTo("@10-23");
        assertThat(Trees.at(file.body().range())).isEqualTo("@1:1-5:1");
    }

    @Test
    void columnsCountUtf16CodeUnits() {
        HclFile file = parse("a = \"\uD83D\uDE00\" // \uD83D\uDE00\n");

        assertThat(Trees.at(file.body().attribute("a").value().range())).isEqualTo("@5-9");
        assertThat(Trees.at(file.comments().get(0).range())).isEqualTo("@10-15");
    }

    @Test
    void commentsAreKeptWithoutTheirMarkers() {
        HclFile file = parse("# one\na = 1 // two\r\n/* three\n four */ b = 2 #\n#five");

        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.comments())
                .extracting(comment -> comment.text() + Trees.at(comment.range()))
                .containsExactly(" one@1-6", " two@7-13", " three\n four @3:1-4:9", "@16-17", "five@1-6");
    }

    /** Line breaks are written as a semicolon here. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            b {;}                 ¦ b[]{}
            b {}                  ¦ b[]{}
            b { a = 1 }           ¦ b[]{a}
            b { /* c */ }         ¦ b[]{}
            b { # c;}             ¦ b[]{}
            b x "y" {;}           ¦ b[x|y]{}
            b "$${a}" {;}         ¦ b[${a}]{}
            b "\\u00e9" {;}       ¦ b[é]{}
            b {;a = 1;c {;};}     ¦ b[]{a c[]{}}
            b {};c {}             ¦ b[]{} c[]{}
            a = 1;b {;a = 1;}     ¦ a b[]{a}
            ;;a = 1;;             ¦ a
            """)
    void reads(String text, String shape) {
        HclFile file = parse(text.replace(';', '\n'));

        assertThat(file.diagnostics()).isEmpty();
        assertThat(shape(file.body())).isEqualTo(shape);
    }

    /** Line breaks are written as a semicolon here. The last column is what is read nevertheless. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', nullValues = "-", textBlock = """
            a = 1, b = 2;c = 3    ¦ Unexpected comma after argument ¦ c
            a = 1 b = 2;c = 3     ¦ Missing newline after argument ¦ c
            a = ;c = 3            ¦ Invalid expression ¦ c
            a;c = 3               ¦ Argument or block definition required ¦ c
            a.b = 1;c = 3         ¦ Argument or block definition required ¦ c
            "a" = 1;c = 3         ¦ Invalid argument name ¦ c
            = 1;c = 3             ¦ Argument or block definition required ¦ c
            };c = 3               ¦ Argument or block definition required ¦ c
            a = 1;a = 2;c = 3     ¦ Attribute redefined ¦ a c
            a = [1 2;3];c = 3     ¦ Missing item separator ¦ c
            a = {;b c;};c = 3     ¦ Missing key/value separator ¦ c
            a = [1,;c = 3;d = 4   ¦ Missing item separator ¦ c d
            a = "x;c = 3          ¦ Invalid multi-line string ¦ c
            a = ["x,; "y"];c = 3  ¦ Invalid multi-line string ¦ c
            a = "${x;c = 3        ¦ Extra characters after interpolation expression ¦ c
            a = <<E;${x y};E;c = 3 ¦ Extra characters after interpolation expression ¦ c
            b c;c = 3             ¦ Invalid block definition ¦ c
            b ${x} {; d = 1;};c = 3 ¦ Invalid character ¦ c
            b "${x}" {; d = 1;};c = 3 ¦ Invalid string literal ¦ c
            b "a = 1;c = 3        ¦ Invalid multi-line string ¦ c
            b;{;};c = 3           ¦ Argument or block definition required ¦ c
            b { a = 1;};c = 3     ¦ Invalid single-argument block definition ¦ c
            b { a = 1, d = 2 };c = 3 ¦ Invalid single-argument block definition ¦ c
            b { d {} };c = 3      ¦ Argument definition required ¦ c
            b { 1 };c = 3         ¦ Argument or block definition required ¦ c
            b {} c {}             ¦ Missing newline after block definition ¦ b[]{} c[]{}
            b {; a = 1 };c = 3    ¦ Missing newline after argument ¦ c b[]{}
            b {; a = [1,; d = 2;};c = 3 ¦ Missing item separator ¦ c b[]{d}
            b {; a = (1; d = 2;};c = 3 ¦ Unbalanced parentheses ¦ c b[]{d}
            b {; a = 1            ¦ Unclosed configuration block ¦ b[]{a}
            b {; c {; a = 1       ¦ Unclosed configuration block ¦ b[]{c[]{a}}
            b { a = 1             ¦ Unclosed configuration block ¦ b[]{a}
            b {                   ¦ Unclosed configuration block ¦ b[]{}
            a = 1 & 2;c = 3       ¦ Unsupported operator ¦ c
            é€ = 1;c = 3          ¦ Invalid character ¦ c
            """)
    void leavesOutABrokenItemOnly(String text, String summary, String shape) {
        HclFile file = parse(text.replace(';', '\n'));

        assertThat(file.diagnostics().get(0).summary()).isEqualTo(summary);
        assertThat(file.diagnostics()).allMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
        assertThat(shape(file.body())).isEqualTo(shape);
    }

    @Test
    void commentsAreKeptOnceWhereTextIsReadAgain() {
        HclFile file = parse("a = [1, # one\n 2 3] # two\nb = [ # three\nc = 1 # four\n");

        assertThat(file.comments())
                .extracting(HclFile.Comment::text)
                .containsExactly(" one", " two", " three", " four");
        assertThat(file.body().attributes()).extracting(Attribute::name).containsExactly("c");
    }

    @Test
    void aHostileFileHasABoundedNumberOfDiagnostics() {
        HclFile file = parse("a = \n".repeat(1000) + "b = 1\n");

        assertThat(file.diagnostics()).hasSize(101);
        assertThat(file.diagnostics().get(100).summary()).isEqualTo("Too many syntax errors");
        assertThat(shape(file.body())).isEqualTo("b");
    }

    @Test
    void manyAttributesAreToldApart() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("a").append(i).append(" = 1\n");
        }
        HclFile file = parse(text + "a77 = 2\n");

        assertThat(file.body().attributes()).hasSize(100);
        assertThat(file.diagnostics()).extracting(Diagnostic::detail).containsExactly("It is set in line 78 already.");
    }

    private static String shape(Body body) {
        return Stream.concat(
                        body.attributes().stream().map(Attribute::name),
                        body.blocks().stream()
                                .map(block -> block.type()
                                        + block.labels().stream()
                                                .map(Label::text)
                                                .collect(Collectors.joining("|", "[", "]"))
                                        + "{"
                                        + shape(block.body())
                                        + "}"))
                .collect(Collectors.joining(" "));
    }

    private static HclFile parse(String text) {
        return HclParser.parse(new SourceFile("test.tf", text));
    }
}
