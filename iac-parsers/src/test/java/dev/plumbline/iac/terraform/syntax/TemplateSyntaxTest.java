package dev.plumbline.iac.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Text;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSyntaxTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ""                    ¦ ""@1-3
            "abc"                 ¦ "abc@2-5"@1-6
            "a ${b} c"            ¦ "a @2-4${b@6-7}@4-8 c@8-10"@1-11
            "${a}"                ¦ "${a@4-5}@2-6"@1-7
            "${a}${b}"            ¦ "${a@4-5}@2-6${b@8-9}@6-10"@1-11
            "${"${a}"}"           ¦ "${"${a@7-8}@5-9"@4-10}@2-11"@1-12
            "${ {a = 1}.a }"      ¦ "${(object 'a'@6-7 1@10-11)@5-12.a@12-14@5-14}@2-16"@1-17
            "$${a} %%{b}"         ¦ "${a} %{b}@2-13"@1-14
            "$ $$ % %% $a {"      ¦ "$ $$ % %% $a {@2-16"@1-17
            "a  ${~ b ~}  c"      ¦ "a@2-5${b@9-10}@5-13c@13-16"@1-17
            " ${~ a}"             ¦ "@2-3${a@7-8}@3-9"@1-10
            "%{if a}b%{endif}"    ¦ "%{if a@7-8}"b@9-10"@9-10%{else}""@10-10%{endif}@2-18"@1-19
            "%{if a}b%{else}c%{endif}" ¦ "%{if a@7-8}"b@9-10"@9-10%{else}"c@17-18"@17-18%{endif}@2-26"@1-27
            "%{for v in l}x%{endfor}" ¦ "%{for v in l@13-14}"x@15-16"@15-16%{endfor}@2-25"@1-26
            "%{for k, v in m}${v}%{endfor}" ¦ "%{for k,v in m@16-17}"${v@20-21}@18-22"@18-22%{endfor}@2-31"@1-32
            """)
    void quoted(String text, String tree) {
        assertThat(ExpressionSyntaxTest.read(text)).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            "a\\nb\\tc\\rd"     ¦ 61 a 62 9 63 d 64
            "\\"\\\\"           ¦ 22 5c
            "\\u00e9\\U0001F600" ¦ e9 1f600
            "e\\u0301"          ¦ e9
            "\uFB01"            ¦ fb01
            """)
    void escapesAreResolvedAndTextIsNormalized(String text, String codePoints) {
        assertThat(text(text).codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" ")))
                .isEqualTo(codePoints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\q\"", "\"\\u12\"", "\"\\ud800\"", "\"\\U00110000\"", "\"\\$\"", "\"\\u12é4\""})
    void otherEscapesAreErrors(String text) {
        assertThat(rejected(text)).isEqualTo("Invalid escape sequence");
    }

    @Test
    void tellsWhereAnEscapeIsWrong() {
        HclFile file = HclParser.parse(new SourceFile("test.tf", "a = \"x\\qy\"\n"));

        assertThat(file.diagnostics()).extracting(d -> Trees.at(d.range())).containsExactly("@7-9");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            "a                    ¦ Unterminated template string
            "${a                  ¦ Extra characters after interpolation expression
            "${a b}"              ¦ Extra characters after interpolation expression
            "${}"                 ¦ Invalid expression
            "%{a}"                ¦ Invalid template control keyword
            "%{}"                 ¦ Invalid template directive
            "%{if a}"             ¦ Unbalanced template directives
            "%{endif}"            ¦ Unbalanced template directives
            "%{if a}%{endfor}"    ¦ Unbalanced template directives
            "%{if a}%{else}%{else}%{endif}" ¦ Unbalanced template directives
            "%{for a in b}%{else}%{endfor}" ¦ Unbalanced template directives
            "%{if a}%{endif x}"   ¦ Extra characters in directive
            "%{for in b}%{endfor}" ¦ Invalid 'for' directive
            "%{for a, in b}%{endfor}" ¦ Invalid 'for' directive
            {a = 1 ~}             ¦ Missing attribute separator
            """)
    void rejects(String text, String summary) {
        assertThat(rejected(text)).isEqualTo(summary);
    }

    @Test
    void aQuotedStringStaysOnItsLine() {
        assertThat(rejected("\"a\nb\"")).isEqualTo("Invalid multi-line string");
    }

    @Test
    void heredocKeepsItsText() {
        assertThat(heredoc("""
                        <<EOT
                          a "b" \\n
                        ${x}EOT

                         EOT\s
                        """)).isEqualTo("\"  a \"b\" \\n\\n@2:1-3:1${x@3-4}@1-5EOT\\n\\n@3:5-5:1\"@1:5-5:6");
    }

    @Test
    void indentedHeredocLosesTheIndentationOfItsLeastIndentedLine() {
        assertThat(heredoc("""
                        <<-EOT
                            a
                           \s

                          ${x} b
                             EOT
                        """)).isEqualTo("\"  a\\n    \\n\\n@2:3-5:3${x@5-6}@3-7 b\\n@5:7-6:1\"@1:5-6:9");
    }

    @Test
    void indentedHeredocIsNotIndentedWhereALineStartsWithASequence() {
        assertThat(heredoc("<<-EOT\n  a\n${x}\nEOT\n")).isEqualTo("\"  a\\n@2:1-3:1${x@3-4}@1-5\\n@3:5-4:1\"@1:5-4:4");
    }

    @Test
    void stripMarkersReachToTheEndOfTheLineInAHeredoc() {
        assertThat(heredoc("<<EOT\na\n  ${~ x ~}  \n  b\nEOT\n"))
                .isEqualTo("\"a\\n@2:1-3:3${x@7-8}@3-11  b\\n@3:11-5:1\"@1:5-5:4");
    }

    @Test
    void carriageReturnsStayInTheTextOfAHeredoc() {
        HclFile file = HclParser.parse(new SourceFile("test.tf", "a = <<EOT\r\nb\r\nEOT\r\nc = 1\r\n"));

        assertThat(file.diagnostics()).isEmpty();
        Template template = (Template) file.body().attribute("a").value();
        assertThat(template.parts()).extracting(part -> ((Text) part).text()).containsExactly("b\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = <<EOT\nb\n",
                "a = <<EOT\nb\nEOT",
                "a = <<EOT \nb\nEOT\n",
                "a = <<EOT\nb\n  xEOT\n",
                "a = <<EOT\nb\rc\nEOT\n",
                "a = << EOT\nb\nEOT\n",
                "a = <<1\nb\n1\n"
            })
    void heredocsWithoutProperMarkersAreErrors(String text) {
        assertThat(HclParser.parse(new SourceFile("test.tf", text)).diagnostics())
                .isNotEmpty();
    }

    @Test
    void aTemplateFileIsText() {
        assertThat(template("#!/bin/sh\necho \"${x}\" $HOME $\n"))
                .isEqualTo("\"#!/bin/sh\\necho \"@1:1-2:7${x@9-10}@7-11\" $HOME $\\n@2:11-3:1\"@1:1-3:1");
        assertThat(template("")).isEqualTo("\"\"@1-1");
        assertThat(template("a\rb ${x}")).isEqualTo("\"a\rb ${x}@1-9\"@1-9");
        assertThat(template("100%")).isEqualTo("\"100%@1-5\"@1-5");
    }

    private static String template(String text) {
        HclExpression result = HclParser.parseTemplate(new SourceFile("test.tftpl", text));
        assertThat(result.diagnostics()).isEmpty();
        return Trees.show(result.expression().orElseThrow());
    }

    private static String heredoc(String text) {
        HclFile file = HclParser.parse(new SourceFile("test.tf", "a = " + text));
        assertThat(file.diagnostics()).isEmpty();
        return Trees.show(file.body().attribute("a").value());
    }

    private static String text(String text) {
        Template template = (Template) HclParser.parseExpression(new SourceFile("test.tf", text))
                .expression()
                .orElseThrow();
        return ((Text) template.parts().get(0)).text();
    }

    private static String rejected(String text) {
        HclExpression result = HclParser.parseExpression(new SourceFile("test.tf", text));
        assertThat(result.expression()).isEmpty();
        assertThat(result.diagnostics()).hasSize(1);
        return result.diagnostics().stream()
                .map(Diagnostic::summary)
                .findFirst()
                .orElseThrow();
    }
}
