package dev.plumbline.iac.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @Test
    void everyNodeKnowsItsText() {
        Trees tree = Trees.yaml("""
                # head
                top:
                  list:   # about the list
                  - one
                  - "two # no comment"
                  -  a: 1
                     b: 'it''s'

                  empty:
                  flow: {x: [1, 2], y: !Ref Z }
                last: yes   # end

                """);

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(Trees.shape(tree.root()))
                .isEqualTo("{ top={ list=[ ST'one' ST'two # no comment' { a=NU'1' b=ST'it's'}] empty=NU'' "
                        + "flow={ x=[ NU'1' NU'2'] y=!RefST'Z'}} last=BO'yes'}");
        assertThat(tree.source()).startsWith("top:").endsWith("last: yes");
        assertThat(tree.source("top", "list")).startsWith("- one").endsWith("'it''s'");
        assertThat(tree.source("top", "list", 1)).isEqualTo("\"two # no comment\"");
        assertThat(tree.source("top", "list", 2)).isEqualTo("a: 1\n     b: 'it''s'");
        assertThat(tree.source("top", "empty")).isEmpty();
        assertThat(tree.at("top", "empty").range()).isEqualTo(new SourceRange("t.yaml", 9, 9, 9, 9));
        assertThat(tree.source("top", "flow")).isEqualTo("{x: [1, 2], y: !Ref Z }");
        assertThat(tree.source("top", "flow", "y")).isEqualTo("Z");
        assertThat(tree.comments()).containsExactly("head", "about the list", "end");
    }

    @Test
    void blockScalarsEndWithTheirLastCharacter() {
        Trees tree = Trees.yaml("""
                a: |  # header
                  line 1
                    line 2

                # after
                b: >-
                  folded
                  text
                c:
                  - |+
                    kept

                d: |
                """);

        assertThat(tree.scalar("a").text()).isEqualTo("line 1\n  line 2\n");
        assertThat(tree.source("a")).isEqualTo("|  # header\n  line 1\n    line 2");
        assertThat(tree.scalar("b").text()).isEqualTo("folded text");
        assertThat(tree.source("b")).isEqualTo(">-\n  folded\n  text");
        assertThat(tree.scalar("c", 0).text()).isEqualTo("kept\n\n");
        assertThat(tree.source("c")).isEqualTo("- |+\n    kept");
        assertThat(tree.source("d")).isEqualTo("|");
        assertThat(tree.comments()).containsExactly("header", "after");
    }

    @Test
    void tagsArePartOfTheNodeButNotOfItsRange() {
        Trees tree = Trees.yaml("""
                a: !Sub "${X}-y"
                b: !If
                  - Cond
                  - !Ref  X
                  - !GetAtt A.B
                c: !Join [",", [a]]
                d: !Ref
                e: !Fn::Sub
                  # why
                  k: v
                f: !!str 12
                g: ! 12
                h: !Base64
                  Fn::Sub: x
                i: &anchor !Ref Y
                """);

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(Trees.shape(tree.root()))
                .isEqualTo("{ a=!SubST'${X}-y' b=!If[ ST'Cond' !RefST'X' !GetAttST'A.B'] c=!Join[ ST',' [ ST'a']] "
                        + "d=!RefST'' e=!Fn::Sub{ k=ST'v'} f=ST'12' g=!ST'12' h=!Base64{ Fn::Sub=ST'x'} i=!RefST'Y'}");
        assertThat(tree.source("a")).isEqualTo("\"${X}-y\"");
        assertThat(tree.source("b")).isEqualTo("- Cond\n  - !Ref  X\n  - !GetAtt A.B");
        assertThat(tree.source("b", 1)).isEqualTo("X");
        assertThat(tree.source("c")).isEqualTo("[\",\", [a]]");
        assertThat(tree.source("e")).isEqualTo("k: v");
        assertThat(tree.source("i")).isEqualTo("Y");
        assertThat(tree.comments()).containsExactly("why");
    }

    @Test
    void aliasesAndMergeKeysAreReplaced() {
        Trees tree = Trees.yaml("""
                base: &base
                  x: 1
                  y: 2
                other: &other {y: 3, z: 4}
                one:
                  <<: *base
                  y: 9
                two:
                  first: 0
                  <<: [*other, *base]
                  last: *base
                literal:
                  "<<": no merge
                """);

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(Trees.shape(tree.at("one"))).isEqualTo("{ x=NU'1' y=NU'9'}");
        assertThat(Trees.shape(tree.at("two")))
                .isEqualTo("{ first=NU'0' y=NU'3' z=NU'4' x=NU'1' last={ x=NU'1' y=NU'2'}}");
        assertThat(tree.at("one", "x").range().startLine()).isEqualTo(2);
        assertThat(Trees.shape(tree.at("literal"))).isEqualTo("{ <<=ST'no merge'}");
    }

    @ParameterizedTest
    @CsvSource({
        "true, BOOLEAN",
        "Off, BOOLEAN",
        "y, STRING",
        "null, NULL",
        "~, NULL",
        "'', NULL",
        "12, NUMBER",
        "-1.5e3, NUMBER",
        "+.5, NUMBER",
        "0, NUMBER",
        "0.10, NUMBER",
        "012345678901, STRING",
        "1_000, STRING",
        "22:22, STRING",
        "0x1F, STRING",
        "2010-09-09, STRING",
        "., STRING",
        "-, STRING",
        "1e, STRING",
        "1e99999, STRING",
        "<<, STRING",
        "=, STRING",
        "1.2.3, STRING"
    })
    void plainScalarsAreResolved(String text, Node.Scalar.Kind kind) {
        assertThat(YamlScalars.kind(text)).isEqualTo(kind);
    }

    @Test
    void columnsCountUtf16UnitsAndLinesEndWithLineFeeds() {
        Trees tree = Trees.yaml("😀a: [\"😀\", é, 𝒳𝒴]\r\nb: 1\r\nc: x\u2028y\r\n");

        assertThat(tree.source("😀a")).isEqualTo("[\"😀\", é, 𝒳𝒴]");
        assertThat(tree.source("😀a", 2)).isEqualTo("𝒳𝒴");
        assertThat(tree.at("b").range()).isEqualTo(new SourceRange("t.yaml", 2, 4, 2, 5));
    }

    @Test
    void onlyTheFirstDocumentIsRead() {
        Trees tree = Trees.yaml("# a\n---\nx: 1 # b\n# c\n---\ny: 2 # d\n");

        assertThat(Trees.shape(tree.root())).isEqualTo("{ x=NU'1'}");
        assertThat(tree.codes()).containsExactly("yaml-documents@5");
        assertThat(tree.document().diagnostics().get(0).severity()).isEqualTo(Diagnostic.Severity.INFO);
        assertThat(tree.comments()).containsExactly("a", "b", "c");
        assertThat(Trees.yaml("---\nx: 1\n...\n").codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: [1, 2\\nc: 3           | 3 | { a=NU'1' b=[ NU'1' ST'2 c']}",
                "a: 1\\nb\\nc: 2                  | 2 | { a=NU'1'}",
                "a: 1\\n b: 2                     | 2 | { a=ST'1 b'}",
                "a: 1\\nb: \"x\\nc: 2             | 2 | { a=NU'1'}",
                "a: 1\\n\\tb: 2                   | 2 | { a=NU'1'}",
                "a:\\n  - 1\\n - 2                | 3 | { a=[ NU'1']}",
                "a: 1\\nb: @x                     | 2 | { a=NU'1'}",
                "a: 1\\nb: *nope\\nc: 2           | 2 | { a=NU'1' b=NU'' c=NU'2'}",
                "a: &a\\n  b: *a\\nc: 2           | 2 | { a={ b=NU''} c=NU'2'}",
                "a: 1\\nb: {x: 1}}                | 2 | { a=NU'1' b={ x=NU'1'}}",
            })
    void aSyntaxErrorHasItsLineAndWhatCameBeforeIsRead(String text, int line, String read) {
        Trees tree = Trees.yaml(text.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(tree.document().diagnostics()).hasSize(1);
        assertThat(tree.document().diagnostics().get(0).severity()).isEqualTo(Diagnostic.Severity.ERROR);
        assertThat(tree.document().diagnostics().get(0).range().startLine()).isEqualTo(line);
        assertThat(Trees.shape(tree.root())).isEqualTo(read);
    }

    @Test
    void duplicateKeysAreReportedAndTheLastOneCounts() {
        Trees tree = Trees.yaml("a: 1\nb:\n  a: 2\n  'a': 3\na: 4\n");

        assertThat(tree.codes()).containsExactly("duplicate-key@4", "duplicate-key@5");
        assertThat(tree.scalar("a").text()).isEqualTo("4");
    }

    @Test
    void aKeyThatIsNoScalarIsKeptUnderItsText() {
        Trees tree = Trees.yaml("? [a, b]\n: 1\nc: 2\n");

        assertThat(tree.codes()).containsExactly("yaml-key@1");
        assertThat(tree.scalar("c").text()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n"})
    void anEmptyFileHasNothing(String text) {
        Trees tree = Trees.yaml(text);

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(tree.root() == null || tree.scalar().kind() == Node.Scalar.Kind.NULL)
                .isTrue();
    }
}
