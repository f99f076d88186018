package dev.plumbline.iac.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.iac.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarPositionsTest {

    private static String sourceOf(Trees tree, String part, Object... path) {
        Node.Scalar scalar = tree.scalar(path);
        int from = scalar.text().indexOf(part);
        assertThat(from).as(scalar.text()).isNotNegative();
        SourceRange range = ScalarPositions.of(tree.file(), scalar).range(from, from + part.length());
        return tree.file().text(range);
    }

    @Test
    void jsonEscapes() {
        Trees tree = Trees.json("{\"a\": \"x\\\"y\\\\ \\u0041\\n[b] é😀 \\uD83D\\uDE00 c\"}");

        assertThat(sourceOf(tree, "x", "a")).isEqualTo("x");
        assertThat(sourceOf(tree, "\"y\\", "a")).isEqualTo("\\\"y\\\\");
        assertThat(sourceOf(tree, "A", "a")).isEqualTo("\\u0041");
        assertThat(sourceOf(tree, "[b]", "a")).isEqualTo("[b]");
        assertThat(sourceOf(tree, " c", "a")).isEqualTo(" c");
    }

    @Test
    void jsonOverSeveralLines() {
        Trees tree = Trees.json("{\"a\": \"[concat(\\\"x\\\",\r\n\t  parameters('y')  )]\"}");

        assertThat(sourceOf(tree, "parameters('y')", "a")).isEqualTo("parameters('y')");
        assertThat(sourceOf(tree, ")]", "a")).isEqualTo(")]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: pre ${X} mid ${Y} post\n",
                "a: pre ${X} mid\n   ${Y}\n\n   post\n",
                "a: 'it''s ${X} mid\n   ${Y} post'\n",
                "a: \"\\tpre ${X} \\x41 mid \\\n   ${Y}   \n  post\"\n",
                "a: |\n  pre\n    ${X}\n\n  mid ${Y}\n",
                "a: |2-\n    pre\n  ${X} mid\n  ${Y}\n",
                "a: >\n  pre\n  ${X}\n\n   more\n  mid ${Y}\n  post\n\n",
                "a: >-\r\n  pre ${X}\r\n  mid ${Y}\r\n",
                "a: !Sub\n  - |+\n\n    \n    pre ${X} 😀 ${Y}\n    \n",
            })
    void yamlScalarsOfEveryStyle(String text) {
        Trees tree = Trees.yaml(text);
        Object[] path = text.contains("!Sub") ? new Object[] {"a", 0} : new Object[] {"a"};

        assertThat(tree.document().diagnostics()).isEmpty();
        assertThat(sourceOf(tree, "${X}", path)).isEqualTo("${X}");
        assertThat(sourceOf(tree, "${Y}", path)).isEqualTo("${Y}");
    }

    @Test
    void theRangeOfAllIsInsideTheScalar() {
        Trees tree = Trees.yaml("a: 'x'\n");
        ScalarPositions positions = ScalarPositions.of(tree.file(), tree.scalar("a"));

        assertThat(positions.range(0, 1)).isEqualTo(new SourceRange("t.yaml", 1, 5, 1, 6));
        assertThat(positions.range(1, 1)).isEqualTo(new SourceRange("t.yaml", 1, 6, 1, 6));
        assertThatThrownBy(() -> positions.range(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
