package dev.plumbline.iac.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionSyntaxTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            12                    ¦ 12@1-3
            0.50                  ¦ 0.50@1-5
            1e3                   ¦ 1000@1-4
            1.5e-3                ¦ 0.0015@1-7
            123456789012345678901234567890 ¦ 123456789012345678901234567890@1-31
            true                  ¦ true@1-5
            null                  ¦ null@1-5
            (1)                   ¦ (() 1@2-3)@1-4
            """)
    void literals(String text, String tree) {
        assertThat(read(text)).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a + b * c             ¦ (+ a@1-2 (* b@5-6 c@9-10)@5-10)@1-10
            a * b + c             ¦ (+ (* a@1-2 b@5-6)@1-6 c@9-10)@1-10
            a - b - c             ¦ (- (- a@1-2 b@5-6)@1-6 c@9-10)@1-10
            a-b                   ¦ a-b@1-4
            (a + b) % c           ¦ (% (() (+ a@2-3 b@6-7)@2-7)@1-8 c@11-12)@1-12
            a || b && c           ¦ (|| a@1-2 (&& b@6-7 c@11-12)@6-12)@1-12
            a == b < c            ¦ (== a@1-2 (< b@6-7 c@10-11)@6-11)@1-11
            a != b >= c           ¦ (!= a@1-2 (>= b@6-7 c@11-12)@6-12)@1-12
            a > b / c             ¦ (> a@1-2 (/ b@5-6 c@9-10)@5-10)@1-10
            a <= b - c            ¦ (<= a@1-2 (- b@6-7 c@10-11)@6-11)@1-11
            -a + b                ¦ (+ (- a@2-3)@1-3 b@6-7)@1-7
            !a && b               ¦ (&& (! a@2-3)@1-3 b@7-8)@1-8
            --a                   ¦ (- (- a@3-4)@2-4)@1-4
            -a.b                  ¦ (- a@2-3.b@3-5@2-5)@1-5
            a ? b : c             ¦ (? a@1-2 b@5-6 c@9-10)@1-10
            a ? b : c ? d : e     ¦ (? a@1-2 b@5-6 (? c@9-10 d@13-14 e@17-18)@9-18)@1-18
            a ? b ? c : d : e     ¦ (? a@1-2 (? b@5-6 c@9-10 d@13-14)@5-14 e@17-18)@1-18
            a == b ? 1 : 2        ¦ (? (== a@1-2 b@6-7)@1-7 1@10-11 2@14-15)@1-15
            """)
    void operators(String text, String tree) {
        assertThat(read(text)).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a.b                   ¦ a@1-2.b@2-4@1-4
            a.b[0].c              ¦ a@1-2.b@2-4[0]@4-7.c@7-9@1-9
            a["k"]                ¦ a@1-2["k"]@2-7@1-7
            a[""]                 ¦ a@1-2[""]@2-6@1-6
            a.0.b                 ¦ a@1-2[0]@2-4.b@4-6@1-6
            a[b]                  ¦ (index a@1-2 b@3-4)@1-5
            a[b].c                ¦ (index a@1-2 b@3-4)@1-5.c@5-7@1-7
            a[-1]                 ¦ (index a@1-2 (- 1@4-5)@3-5)@1-6
            a["${b}"]             ¦ (index a@1-2 "${b@6-7}@4-8"@3-9)@1-10
            f(a).b                ¦ f@1-2(a@3-4)@1-5.b@5-7@1-7
            (a)[0]                ¦ (() a@2-3)@1-4[0]@4-7@1-7
            a[*].b[0]             ¦ (splat a@1-2 item@2-5.b@5-7[0]@7-10@2-10)@1-10
            a[*]                  ¦ (splat a@1-2 item@2-5)@1-5
            a.*.b[0]              ¦ (splat a@1-2 item@2-4.b@4-6@2-6)@1-6[0]@6-9@1-9
            a.*.b.0.c             ¦ (splat a@1-2 item@2-4.b@4-6[0]@6-8.c@8-10@2-10)@1-10
            a[*].b[*].c           ¦ (splat a@1-2 (splat item@2-5.b@5-7@2-7 item@7-10.c@10-12@7-12)@2-12)@1-12
            a.b[*].c              ¦ (splat a@1-2.b@2-4@1-4 item@4-7.c@7-9@4-9)@1-9
            """)
    void traversals(String text, String tree) {
        assertThat(read(text)).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            f()                   ¦ f@1-2()@1-4
            f(a, b)               ¦ f@1-2(a@3-4 b@6-7)@1-8
            f(a, b,)              ¦ f@1-2(a@3-4 b@6-7)@1-9
            f(a...)               ¦ f@1-2(a@3-4)...@1-8
            f (a)                 ¦ f@1-2(a@4-5)@1-6
            provider::x::f(a)     ¦ provider::x::f@1-15(a@16-17)@1-18
            """)
    void calls(String text, String tree) {
        assertThat(read(text)).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            []                    ¦ (tuple)@1-3
            [1, a,]               ¦ (tuple 1@2-3 a@5-6)@1-8
            {}                    ¦ (object)@1-3
            {a = 1, "b" : 2}      ¦ (object 'a'@2-3 1@6-7 "b@10-11"@9-12 2@15-16)@1-17
            {(a) = 1}             ¦ (object (() a@3-4)@2-5 1@8-9)@1-10
            {a.b = 1}             ¦ (object a@2-3.b@3-5@2-5 1@8-9)@1-10
            {true = 1}            ¦ (object true@2-6 1@9-10)@1-11
            {a = b ? 1 : 2}       ¦ (object 'a'@2-3 (? b@6-7 1@10-11 2@14-15)@6-15)@1-16
            [for v in l : v]      ¦ (for v in l@11-12: v@15-16)@1-17
            [for i, v in l : v if i]  ¦ (for i,v in l@14-15: v@18-19 if i@23-24)@1-25
            {for k, v in m : k => v}  ¦ (for k,v in m@14-15: k@18-19 => v@23-24)@1-25
            {for v in l : v => {a = v}...} ¦ (for v in l@11-12: v@15-16 => (object 'a'@21-22 v@25-26)@20-27...)@1-31
            """)
    void collections(String text, String tree) {
        assertThat(read(text)).isEqualTo(tree);
    }

    /** Line breaks are written as a semicolon here. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a = [;1;,2;]          ¦ (tuple 1@1-2 2@2-3)@1:5-4:2
            a = (;1;+ 2)          ¦ (() (+ 1@1-2 2@3-4)@2:1-3:4)@1:5-3:5
            a = f(;1;)            ¦ f@5-6(1@1-2)@1:5-3:2
            a = x[;0;]            ¦ x@5-6[0]@1:6-3:2@1:5-3:2
            a = {;b = 1;;c = 2;}  ¦ (object 'b'@1-2 1@5-6 'c'@1-2 2@5-6)@1:5-5:2
            a = {;for v in l: v => v}     ¦ (for v in l@10-11: v@13-14 => v@18-19)@1:5-2:20
            a = {# for;for v in l: v => v}  ¦ (for v in l@10-11: v@13-14 => v@18-19)@1:5-2:20
            a = [{;b = 1;}]       ¦ (tuple (object 'b'@1-2 1@5-6)@1:6-3:2)@1:5-3:3
            a = {b = [;1]}        ¦ (object 'b'@6-7 (tuple 1@1-2)@1:10-2:3)@1:5-2:4
            a = {b = 1 # c;}      ¦ (object 'b'@6-7 1@10-11)@1:5-2:2
            """)
    void lineBreaks(String text, String tree) {
        HclFile file = HclParser.parse(new SourceFile("test.tf", text.replace(';', '\n') + "\n"));

        assertThat(file.diagnostics()).isEmpty();
        assertThat(Trees.show(file.body().attribute("a").value())).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a +                   ¦ Missing expression
            a b                   ¦ Extra characters after expression
            (a                    ¦ Unbalanced parentheses
            [a b]                 ¦ Missing item separator
            [a                    ¦ Unterminated tuple
            [a,,b]                ¦ Invalid expression
            {a}                   ¦ Missing key/value separator
            {a, b}                ¦ Missing attribute value
            {a = 1 b = 2}         ¦ Missing attribute separator
            {a = 1                ¦ Unterminated object
            {for = 1}             ¦ Invalid 'for' expression
            {for v in l : v}      ¦ Invalid 'for' expression
            [for v in l : v => v] ¦ Invalid 'for' expression
            [for v in l : v...]   ¦ Invalid 'for' expression
            [for v of l : v]      ¦ Invalid 'for' expression
            [for v, in l : v]     ¦ Invalid 'for' expression
            f(a b)                ¦ Missing argument separator
            f(a                   ¦ Unterminated function call
            f(a..., b)            ¦ Missing closing parenthesis
            x::(a)                ¦ Missing function name
            x::y                  ¦ Missing open parenthesis
            a ? b                 ¦ Missing false expression in conditional
            a.                    ¦ Invalid attribute name
            a.0.1                 ¦ Invalid legacy index syntax
            a.*.*                 ¦ Nested splat expression not allowed
            a[*                   ¦ Missing close bracket on splat index
            a[0                   ¦ Missing close bracket on index
            1.2.3                 ¦ Invalid number literal
            1e99999999999         ¦ Invalid number literal
            a & b                 ¦ Unsupported operator
            a | b                 ¦ Unsupported operator
            ~a                    ¦ Unsupported operator
            a ^ b                 ¦ Unsupported operator
            'a'                   ¦ Invalid character
            a; b                  ¦ Invalid character
            a \\                  ¦ Invalid character
            a /* b                ¦ Unclosed comment
            << a                  ¦ Invalid expression
            """)
    void rejects(String text, String summary) {
        HclExpression result = HclParser.parseExpression(new SourceFile("test.tf", text));

        assertThat(result.expression()).isEmpty();
        assertThat(result.diagnostics()).extracting(Diagnostic::summary).containsExactly(summary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "日本", "_a", "a-b-", "ªb", "a·b", "𝔸x"})
    void namesAreUnicodeIdentifiersWithHyphens(String name) {
        assertThat(read(name)).isEqualTo(name + "@1-" + (name.length() + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"€", "·a", "a\u200D", "\u00AD", "ⸯ", "\uD800", "a\uFEFF"})
    void otherCharactersAreInvalid(String text) {
        assertThat(HclParser.parseExpression(new SourceFile("test.tf", text)).expression())
                .isEmpty();
    }

    static String read(String text) {
        HclExpression result = HclParser.parseExpression(new SourceFile("test.tf", text));
        assertThat(result.diagnostics()).isEmpty();
        return Trees.show(result.expression().orElseThrow());
    }
}
