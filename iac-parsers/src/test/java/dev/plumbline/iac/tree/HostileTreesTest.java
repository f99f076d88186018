package dev.plumbline.iac.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to exhaust a reader end in one diagnostic, with what came before them read. */
class HostileTreesTest {

    private static void assertLimited(Document document) {
        assertThat(document.diagnostics())
                .singleElement()
                .returns("document-limit", Diagnostic::code)
                .returns(Diagnostic.Severity.ERROR, Diagnostic::severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":[{\"b\":"})
    void deepJson(String opening) {
        Document document = TreeReader.json(new SourceFile("t", "{\"first\": 1, \"then\": " + opening.repeat(100_000)));

        assertLimited(document);
        assertThat(((Node.Mapping) document.root()).get("first")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "!x [", "&a [", "[? "})
    void deepYaml(String opening) {
        Document document = TreeReader.yaml(new SourceFile("t", "first: 1\nthen:\n  " + opening.repeat(30_000)));

        assertThat(document.diagnostics()).isNotEmpty();
        assertThat(((Node.Mapping) document.root()).get("first")).isNotNull();
    }

    @Test
    void aliasesThatMultiply() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(1, 100)
                        .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)))
                        .collect(Collectors.joining());

        assertLimited(TreeReader.yaml(new SourceFile("t", bomb)));
    }

    @Test
    void mergesThatMultiply() {
        String bomb = "a0: &a0 {x: 1, y: 2}\n"
                + IntStream.range(1, 10_000)
                        .mapToObj(i -> "a%d: &a%d {<<: [*a%d, *a%d], k%d: 1}\n".formatted(i, i, i - 1, i - 1, i))
                        .collect(Collectors.joining());

        assertLimited(TreeReader.yaml(new SourceFile("t", bomb)));
    }

    @Test
    void aliasesThatDeepen() {
        String chain = "a0: &a0 [x]\n"
                + IntStream.range(1, 10_000)
                        .mapToObj(i -> "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1))
                        .collect(Collectors.joining());

        assertLimited(TreeReader.yaml(new SourceFile("t", chain)));
    }

    @Test
    void anAnchorThatIsGivenAgainRefersToTheNewNode() {
        Trees tree = Trees.yaml("a: &x [1]\nb: &x [*x, 2]\nc: *x\n");

        assertThat(tree.codes()).containsExactly("yaml-alias@2");
        assertThat(Trees.shape(tree.at("c"))).isEqualTo("[ NU'' NU'2']");
    }

    @Test
    void longScalars() {
        String scalar = "x".repeat(5 << 20);

        Document json = TreeReader.json(new SourceFile("t", "{\"a\": \"" + scalar + "\", \"b\": 1}"));
        assertThat(json.diagnostics()).isEmpty();
        assertThat(((Node.Scalar) ((Node.Mapping) json.root()).get("a")).text()).hasSize(5 << 20);
        assertLimited(TreeReader.yaml(new SourceFile("t", "a: " + scalar)));
        assertLimited(TreeReader.yaml(new SourceFile("t", "a: 1\n# " + scalar)));
    }

    @Test
    void manyNodesAndComments() {
        assertLimited(TreeReader.json(new SourceFile("t", "[" + "0,".repeat(1_000_001) + "0]")));
        assertLimited(TreeReader.yaml(new SourceFile("t", "a: 0\n" + "#\n".repeat(1_000_001))));
    }

    @Test
    void manyDuplicateKeys() {
        assertThat(TreeReader.json(new SourceFile("t", "{" + "\"a\": 0,".repeat(100_000) + "\"a\": 1}"))
                        .diagnostics())
                .hasSize(100);
    }

    @Test
    void aNumberOfAMillionDigits() {
        Document document = TreeReader.json(new SourceFile("t", "{\"a\": 1, \"b\": " + "9".repeat(1_000_000) + "}"));

        assertThat(document.diagnostics()).singleElement().returns("json-syntax", Diagnostic::code);
    }

    @Test
    void everyCutOfAFileIsRead() {
        String yaml = "a: &x\n  - !Ref b # c\n  - {k: \"v\\u0041\", 'l': >-\n    t}\nm: |\n  text 😀\n<<: *x\n";
        String json = "{\"a\": [1, true, null, {\"k\": \"v\\u0041\"}], // c\n \"m\": \"text 😀\" /* d */}";
        for (int i = 0; i <= yaml.length(); i++) {
            assertRangesHold(Trees.yaml(yaml.substring(0, i)));
            assertRangesHold(Trees.yaml(yaml.substring(i)));
        }
        for (int i = 0; i <= json.length(); i++) {
            assertRangesHold(Trees.json(json.substring(0, i)));
            assertRangesHold(Trees.json(json.substring(i)));
            assertRangesHold(Trees.yaml(json.substring(0, i)));
        }
    }

    private static void assertRangesHold(Trees tree) {
        tree.document().comments().forEach(comment -> tree.file().text(comment.range()));
        tree.document().diagnostics().forEach(diagnostic -> tree.file().text(diagnostic.range()));
        if (tree.root() != null) {
            for (Node node : Trees.all(tree.root())) {
                tree.file().text(node.range());
                if (node instanceof Node.Scalar scalar) {
                    ScalarPositions.of(tree.file(), scalar)
                            .range(0, scalar.text().length());
                }
            }
        }
    }
}
