package dev.plumbline.iac.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    @Test
    void everyNodeKnowsItsText() {
        Trees tree = Trees.json("""
                {
                  "name": "x\\ty", "list": [1, -2.5e3, true , null],
                \t"empty": {}, "nested": { "a" : [ ] }
                }
                """);

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(Trees.shape(tree.root()))
                .isEqualTo("{ name=ST'x\ty' list=[ NU'1' NU'-2.5e3' BO'true' NU'null'] empty={} nested={ a=[]}}");
        assertThat(tree.source()).startsWith("{").endsWith("\n}");
        assertThat(tree.source("name")).isEqualTo("\"x\\ty\"");
        assertThat(tree.source("list")).isEqualTo("[1, -2.5e3, true , null]");
        assertThat(tree.source("list", 1)).isEqualTo("-2.5e3");
        assertThat(tree.source("list", 3)).isEqualTo("null");
        assertThat(tree.source("nested")).isEqualTo("{ \"a\" : [ ] }");
        assertThat(tree.source("nested", "a")).isEqualTo("[ ]");
        Node.Member member = ((Node.Mapping) tree.root()).member("nested");
        assertThat(tree.file().text(member.keyRange())).isEqualTo("\"nested\"");
        assertThat(member.keyRange()).isEqualTo(new SourceRange("t.json", 3, 15, 3, 23));
    }

    @Test
    void collectsComments() {
        Trees tree = Trees.json("// first\r\n{ /* a\n b */ \"u\": \"http://x/*y*/\" // last\n}\n//end");

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(tree.comments()).containsExactly("first", "a\n b", "last", "end");
        assertThat(tree.document().comments())
                .extracting(comment -> tree.file().text(comment.range()))
                .containsExactly("// first", "/* a\n b */", "// last", "//end");
    }

    @Test
    void readsStringsOverSeveralLines() {
        Trees tree = Trees.json("{\"a\": \"[concat(\n  'x')]\", \"b\": 1}");

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(tree.scalar("a").text()).isEqualTo("[concat(\n  'x')]");
        assertThat(tree.source("b")).isEqualTo("1");
    }

    @Test
    void columnsCountUtf16Units() {
        Trees tree = Trees.json("{\"😀\": \"é😀\", \"b\": 1}");

        assertThat(tree.at("b").range()).isEqualTo(new SourceRange("t.json", 1, 20, 1, 21));
        assertThat(tree.source("😀")).isEqualTo("\"é😀\"");
    }

    @Test
    void anEmptyFileHasNoRoot() {
        assertThat(Trees.json(" \n// nothing\n").root()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a': 1\\n 'b': 2}            | 2 | { a=NU'1'}",
                "{'a': 1,\\n 'b': }            | 2 | { a=NU'1'}",
                "{'a': [1, 2,\\n 3 }           | 2 | { a=[ NU'1' NU'2' NU'3']}",
                "{'a': 1,\\n 'b': [tru]}       | 2 | { a=NU'1' b=[]}",
                "{'a': 1}\\n}                  | 2 | { a=NU'1'}",
                "{'a': 1}\\n\\n{}               | 3 | { a=NU'1'}",
                "{'a': 1,\\n 'b': 'x,\\n 'c': 2}| 2 | { a=NU'1' b=ST'x,\\n '}",
                "{'a': 1,\\n 'b': 'x           | 2 | { a=NU'1'}",
                "{'a': 1, 'b': {              | 1 | { a=NU'1' b={}}",
                "{'a': '\\q'}                 | 1 | {}",
                "{'a': 1e}                    | 1 | {}",
                "{'a': 1} /* open             | 1 | { a=NU'1'}",
            })
    void aSyntaxErrorHasItsLineAndWhatCameBeforeIsRead(String text, int line, String read) {
        Trees tree = Trees.json(text.replace('\'', '"').replace("\\n", "\n"));

        assertThat(tree.document().diagnostics()).hasSize(1);
        Diagnostic diagnostic = tree.document().diagnostics().get(0);
        assertThat(diagnostic.severity()).isEqualTo(Diagnostic.Severity.ERROR);
        assertThat(diagnostic.range().startLine()).isEqualTo(line);
        assertThat(Trees.shape(tree.root())).isEqualTo(read.replace("\\n", "\n"));
    }

    @Test
    void duplicateKeysAreReportedAndTheLastOneCounts() {
        Trees tree = Trees.json("{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}");

        assertThat(tree.codes()).containsExactly("duplicate-key@3");
        assertThat(tree.scalar("a").text()).isEqualTo("3");
    }

    @Test
    void aTrailingCommaIsAWarning() {
        Trees tree = Trees.json("{\"a\": [1,\n ],\n}");

        assertThat(tree.codes()).containsExactly("json-trailing-comma@2", "json-trailing-comma@3");
        assertThat(tree.document().diagnostics()).allMatch(it -> it.severity() == Diagnostic.Severity.WARNING);
    }
}
