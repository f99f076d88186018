package dev.plumbline.iac.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written is read back, and stands where the tree says. */
class TreePropertiesTest {

    @Property(tries = 300)
    void jsonIsReadBack(@ForAll("values") Object value, @ForAll Random random) {
        Trees tree = Trees.json(json(value, new Noise(random, true)));

        assertThat(tree.document().diagnostics()).isEmpty();
        assertSame(tree, tree.root(), value, true);
    }

    @Property(tries = 300)
    void jsonIsYaml(@ForAll("values") Object value, @ForAll Random random) {
        Trees tree = Trees.yaml(json(value, new Noise(random, false)));

        assertThat(tree.document().diagnostics()).isEmpty();
        assertSame(tree, tree.root(), value, true);
    }

    @Property(tries = 300)
    void blockStyleIsReadBack(@ForAll("values") Object value, @ForAll Random random) {
        StringBuilder text = new StringBuilder();
        block(value, 0, text, random);
        Trees tree = Trees.yaml(text.toString());

        assertThat(tree.document().diagnostics()).as(text.toString()).isEmpty();
        assertSame(tree, tree.root(), value, false);
    }

    @Property(tries = 500)
    void anyTextIsReadWithoutAnException(@ForAll("fragments") List<String> fragments) {
        String text = String.join("", fragments);
        for (Trees tree : List.of(Trees.json(text), Trees.yaml(text))) {
            if (tree.root() != null) {
                Trees.all(tree.root()).forEach(node -> tree.file().text(node.range()));
            }
        }
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ": ",
                        ",",
                        "\n",
                        "\n  ",
                        "\n- ",
                        "- ",
                        "? ",
                        "a",
                        "\"",
                        "'",
                        "|\n",
                        ">-\n",
                        "&a ",
                        "*a ",
                        "!Ref ",
                        "!",
                        "#",
                        " # c",
                        "\\",
                        "\\u00",
                        "//",
                        "/*",
                        "*/",
                        "<<: ",
                        "1e",
                        "true",
                        "\t",
                        "\r\n",
                        "---\n",
                        "...\n",
                        "%YAML 1.1\n",
                        "😀",
                        "\u0001",
                        "@",
                        "`",
                        "\u2028",
                        "\u0085")
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts("ab \"'\\#:{}[],-&*!|>%@`é\n\t/$", 12).map(it -> (Object) it),
                Arbitraries.integers().map(it -> (Object) it),
                Arbitraries.of(true, false));
        Arbitrary<String> names = texts("xyz #'\"", 6).filter(it -> !it.isEmpty());
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(it -> (Object) it),
                        Arbitraries.maps(names, inner).ofMaxSize(4).map(it -> (Object) it)),
                1,
                4);
    }

    private static Arbitrary<String> texts(String characters, int length) {
        return Arbitraries.of(Stream.concat(Stream.of("😀"), characters.chars().mapToObj(Character::toString))
                        .toList())
                .list()
                .ofMaxSize(length)
                .map(it -> String.join("", it));
    }

    private static void assertSame(Trees tree, Node node, Object value, boolean delimited) {
        String source = tree.file().text(node.range());
        if (value instanceof List<?> list) {
            assertThat(node).isInstanceOf(Sequence.class);
            List<Node> items = ((Sequence) node).items();
            assertThat(items).hasSameSizeAs(list);
            assertThat(source).startsWith(delimited || list.isEmpty() ? "[" : "-");
            for (int i = 0; i < items.size(); i++) {
                assertThat(node.range().contains(items.get(i).range())).isTrue();
                assertSame(tree, items.get(i), list.get(i), delimited);
            }
        } else if (value instanceof Map<?, ?> map) {
            assertThat(node).isInstanceOf(Mapping.class);
            List<Member> members = ((Mapping) node).members();
            assertThat(members).extracting(Member::key).containsExactlyElementsOf(keys(map));
            for (Member member : members) {
                assertThat(tree.file().text(member.keyRange())).startsWith("\"").endsWith("\"");
                assertThat(node.range().contains(member.range())).isTrue();
                assertSame(tree, member.value(), map.get(member.key()), delimited);
            }
        } else {
            Scalar scalar = (Scalar) node;
            assertThat(scalar.text()).isEqualTo(String.valueOf(value));
            if (value instanceof String text) {
                assertThat(scalar.kind()).isEqualTo(Scalar.Kind.STRING);
                assertPositions(tree, scalar, text);
            } else {
                assertThat(source).isEqualTo(String.valueOf(value));
            }
        }
    }

    /** The ranges of the characters that need no escape read back as themselves. */
    private static void assertPositions(Trees tree, Scalar scalar, String text) {
        ScalarPositions positions = ScalarPositions.of(tree.file(), scalar);
        for (int i = 0; i < text.length(); i++) {
            if ("ab:{}$".indexOf(text.charAt(i)) >= 0) {
                SourceRange range = positions.range(i, i + 1);
                assertThat(tree.file().text(range)).isEqualTo(text.substring(i, i + 1));
            }
        }
    }

    private static List<String> keys(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    /** White space, and comments where there may be any. */
    private record Noise(Random random, boolean comments) {
        @Override
        public String toString() {
            return switch (random.nextInt(8)) {
                case 0 -> "\n ";
                case 1 -> "\r\n ";
                case 2 -> comments ? "/* \"} */" : "  ";
                case 3 -> comments ? "// ]\n" : "   ";
                default -> " ";
            };
        }
    }

    private static String json(Object value, Noise noise) {
        StringBuilder out = new StringBuilder().append(noise);
        if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                out.append(separator).append(json(item, noise));
                separator = ",";
            }
            out.append(list.isEmpty() ? "[" : "").append(noise).append(']');
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator)
                        .append(noise)
                        .append(quoted((String) entry.getKey()))
                        .append(": ");
                out.append(json(entry.getValue(), noise));
                separator = ",";
            }
            out.append(map.isEmpty() ? "{" : "").append(noise).append('}');
        } else {
            out.append(value instanceof String text ? quoted(text) : value);
        }
        return out.append(noise).toString();
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\u0009")
                + '"';
    }

    private static void block(Object value, int indent, StringBuilder out, Random random) {
        String margin = "\n" + " ".repeat(indent);
        if (value instanceof List<?> list && !list.isEmpty()) {
            for (Object item : list) {
                out.append(margin).append("- ");
                block(item, indent + 2, out, random);
            }
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(margin).append(quoted((String) entry.getKey())).append(": ");
                block(entry.getValue(), indent + 2, out, random);
            }
        } else if (value instanceof List<?>) {
            out.append("[]");
        } else if (value instanceof Map<?, ?>) {
            out.append("{}");
        } else if (value instanceof String text) {
            out.append(scalar(text, indent, random));
        } else {
            out.append(value).append(random.nextBoolean() ? " # comment" : "");
        }
    }

    private static String scalar(String text, int indent, Random random) {
        boolean literal = indent > 0 && !text.isBlank() && !text.startsWith(" ") && !text.contains("\t");
        return switch (random.nextInt(3)) {
            case 0 ->
                literal && !text.endsWith("\n") && !text.startsWith("\n")
                        ? "|-\n"
                                + ("\n" + text)
                                        .replace("\n", "\n" + " ".repeat(indent))
                                        .substring(1)
                        : quoted(text);
            case 1 -> text.contains("\n") ? quoted(text) : "'" + text.replace("'", "''") + "'";
            default -> quoted(text);
        };
    }
}
