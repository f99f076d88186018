package dev.plumbline.iac.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not a configuration, or one made to break its reader: there are diagnostics, and always an end. */
class HostileInputTest {
    private static final int MANY = 100_000;

    /** Ends with a closing brace and a line break, so that a shorter text is either whole or not closed. */
    private static final String SAMPLE = """
            # A bit of everything.
            resource "aws_instance" "web" {
              count         = var.enabled ? length(local.names) : 0
              ami           = data.aws_ami.ubuntu[0].id
              instance_type = "t3.${var.size}"
              tags          = { for k, v in var.tags : k => upper(v)... if v != null }
              ports         = [for p in var.ports : p * 2 + -1]
              all           = aws_instance.other[*].id
              old           = aws_instance.other.*.id
              user_data     = <<-EOT
                #!/bin/sh
                %{ for name in local.names ~}
                echo "${name}" /* no comment */
                %{ endfor ~}
              EOT
              lifecycle { create_before_destroy = true }
              nested {
                value = (1 + 2) % 3 == !false && "\\u00e9" != "\\"" # end
              }
            }
            """;

    static Stream<Arguments> deep() {
        return Stream.of(
                Arguments.of("(", "1", ")"),
                Arguments.of("[", "1", "]"),
                Arguments.of("{a=", "1", "}"),
                Arguments.of("f(", "1", ")"),
                Arguments.of("x[", "1", "]"),
                Arguments.of("[for a in ", "b", ": a]"),
                Arguments.of("{for a in ", "b", ": a => a}"),
                Arguments.of("\"${", "1", "}\""),
                Arguments.of("<<E\n${", "1", "}\nE\n"),
                Arguments.of("!", "a", ""),
                Arguments.of("-", "a", ""),
                Arguments.of("a ? b : ", "c", ""),
                Arguments.of("a ? ", "b", " : c"),
                Arguments.of("", "a", "[*]"),
                Arguments.of("", "a", "[b]"),
                Arguments.of("", "a", " + a"),
                Arguments.of("", "a", " == a * a"));
    }

    @ParameterizedTest(name = "{0}{1}{2}")
    @MethodSource
    void deep(String open, String middle, String close) throws InterruptedException {
        String value = open.repeat(MANY) + middle + close.repeat(MANY);

        HclFile file = parseOnSmallStack("a = " + value + "\nb = 1\n");

        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("hcl-nesting");
        assertThat(file.body().attributes()).extracting(Body.Attribute::name).containsExactly("b");
    }

    @Test
    void deepTemplateDirectives() throws InterruptedException {
        HclFile file = parseOnSmallStack("a = \"" + "%{if x}".repeat(MANY) + "%{endif}".repeat(MANY) + "\"\nb = 1\n");

        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("hcl-nesting");
        assertThat(file.body().attributes()).hasSize(1);
    }

    @Test
    void deepBlocks() throws InterruptedException {
        HclFile file = parseOnSmallStack("a {\n".repeat(MANY) + "}\n".repeat(MANY) + "b = 1\n");

        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("hcl-nesting");
        assertThat(file.body().attributes()).hasSize(1);
        assertThat(file.body().blocks()).hasSize(1);
    }

    @Test
    void aMillionOperands() throws InterruptedException {
        HclFile file = parseOnSmallStack("a = a" + "+a".repeat(1_000_000) + "\nb = 1\n");

        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("hcl-nesting");
        assertThat(file.body().attributes()).hasSize(1);
    }

    @Test
    void heightAddsUpOverNestedChains() throws InterruptedException {
        String chain = "+1".repeat(100);
        HclFile file = parseOnSmallStack("a = " + "(".repeat(100) + "1" + (chain + ")").repeat(100) + "\n");

        assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("hcl-nesting");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            50 ¦ (   ¦ 1 ¦ )
            50 ¦ [   ¦ 1 ¦ ]
            50 ¦ "${ ¦ 1 ¦ }"
            900 ¦ 1+ ¦ 1 ¦ + 1
            """)
    void whatPeopleWriteIsNotTooDeep(int times, String open, String middle, String close) {
        String value = open.repeat(Math.min(times, 50)) + middle + close.repeat(times);

        assertThat(parse("a = " + value + "\n").diagnostics()).isEmpty();
    }

    /** Each is invalid, and takes quadratic time where recovery starts over and over. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x = [ 1 2;
            x = {;
            x = {; y = [ 1,;
            x = "a;
            x = ["a;, "b;
            x = <<A;
            a {;
            a { b {
            };
            }
            x = 1 }
            x {}
            {/*
            "${
            <<A
            """)
    void brokenTextTakesLinearTime(String text) throws InterruptedException {
        HclFile file = parseOnSmallStack(text.replace(';', '\n').repeat(20_000));

        assertThat(file.diagnostics()).isNotEmpty();
    }

    @Test
    void everyTruncationIsRejectedOrWhole() {
        assertThat(parse(SAMPLE).diagnostics()).isEmpty();
        int comment = SAMPLE.indexOf('\n') + 1;
        for (int length = 0; length < SAMPLE.length(); length++) {
            HclFile file = parse(SAMPLE.substring(0, length));
            boolean whole = length <= comment || length == SAMPLE.length() - 1;
            assertThat(file.diagnostics().isEmpty())
                    .as("first %d characters", length)
                    .isEqualTo(whole);
        }
    }

    @Property(tries = 500)
    void randomBytesAreRead(@ForAll @Size(max = 200) byte[] bytes) {
        read(new String(bytes, StandardCharsets.ISO_8859_1));
        read(new String(bytes, StandardCharsets.UTF_16));
    }

    @Property(tries = 500)
    void mutationsAreRead(
            @ForAll @IntRange(max = 700) int at,
            @ForAll @IntRange(max = 20) int removed,
            @ForAll @Size(max = 3) byte[] inserted) {
        int from = Math.min(at, SAMPLE.length());
        int to = Math.min(from + removed, SAMPLE.length());
        read(SAMPLE.substring(0, from) + new String(inserted, StandardCharsets.ISO_8859_1) + SAMPLE.substring(to));
    }

    /** Text made of the signs that mean something, in any order. */
    @Property(tries = 1000)
    void signsInAnyOrderAreRead(@ForAll @Size(max = 60) @ByteRange(max = 39) byte[] choices) {
        String[] signs = {
            "a", "1", " ", "\n", "\r\n", "=", "{", "}", "[", "]", "(", ")", "\"", "${", "%{", "~}", "$", "%", "<<A\n",
            "<<-A\n", "A\n", ".", "*", ",", ":", "?", "=>", "...", "::", "!", "-", "+", "#", "/*", "*/", "for ", "in ",
            "if ", "endif", "\\"
        };
        StringBuilder text = new StringBuilder();
        for (byte choice : choices) {
            text.append(signs[Math.floorMod(choice, signs.length)]);
        }
        read(text.toString());
    }

    private static void read(String text) {
        SourceFile source = new SourceFile("test.tf", text);
        assertThat(HclParser.parse(source).body()).isNotNull();
        HclExpression expression = HclParser.parseExpression(source);
        assertThat(expression.expression().isPresent())
                .isEqualTo(expression.diagnostics().isEmpty());
        HclExpression template = HclParser.parseTemplate(source);
        assertThat(template.expression().isPresent())
                .isEqualTo(template.diagnostics().isEmpty());
    }

    private static HclFile parse(String text) {
        return HclParser.parse(new SourceFile("test.tf", text));
    }

    private static HclFile parseOnSmallStack(String text) throws InterruptedException {
        AtomicReference<HclFile> result = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(parse(text)), "small stack", 1024 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
        return result.get();
    }
}
