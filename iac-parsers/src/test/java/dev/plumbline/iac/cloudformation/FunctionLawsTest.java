package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of the functions whatever they are given. */
class FunctionLawsTest {

    /** The values of expressions, each as JSON. */
    private static List<String> evaluate(String... expressions) {
        StringBuilder template = new StringBuilder("Resources:\n  A:\n    Type: AWS::Test::A\n    Properties:\n");
        for (int i = 0; i < expressions.length; i++) {
            template.append("      V")
                    .append(i)
                    .append(": ")
                    .append(expressions[i])
                    .append('\n');
        }
        ResourceGraph graph = Stacks.graph(template.toString());
        return List.of(expressions).stream()
                .map(expression -> Stacks.shown(
                        Stacks.property(graph, "A", "V" + List.of(expressions).indexOf(expression))))
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String list(List<String> items) {
        return items.stream().map(FunctionLawsTest::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    @Property(tries = 200)
    void splittingWhatWasJoinedGivesTheItems(@ForAll("items") @Size(min = 1, max = 8) List<String> items) {
        List<String> values = evaluate("!Split ['|', !Join ['|', " + list(items) + "]]", list(items));

        assertThat(values.get(0)).isEqualTo(values.get(1));
    }

    @Property(tries = 200)
    void joiningWhatWasSplitGivesTheText(@ForAll("texts") String text) {
        List<String> values = evaluate("!Join [';', !Split [';', " + quoted(text) + "]]", quoted(text));

        assertThat(values.get(0)).isEqualTo(values.get(1));
    }

    @Property(tries = 200)
    void selectTakesTheItem(
            @ForAll("items") @Size(min = 1, max = 8) List<String> items, @ForAll @IntRange(max = 7) int index) {
        int at = index % items.size();

        List<String> values = evaluate("!Select [" + at + ", " + list(items) + "]", quoted(items.get(at)));

        assertThat(values.get(0)).isEqualTo(values.get(values.size() - 1));
    }

    @Property(tries = 200)
    void lengthIsTheNumberOfItems(@ForAll("items") @Size(max = 8) List<String> items) {
        assertThat(evaluate("!Length " + list(items))).containsExactly(String.valueOf(items.size()));
    }

    @Property(tries = 200)
    void textWithoutVariablesIsItself(@ForAll("texts") String text) {
        List<String> values = evaluate("!Sub " + quoted(text), quoted(text));

        assertThat(values.get(0)).isEqualTo(values.get(values.size() - 1));
    }

    @Property(tries = 200)
    void aVariableIsReplacedWhereverItStands(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<String> values =
                evaluate("!Sub [" + quoted(before + "${V}" + after) + ", {V: '<v>'}]", quoted(before + "<v>" + after));

        assertThat(values.get(0)).isEqualTo(values.get(values.size() - 1));
    }

    @Property(tries = 200)
    void whatIsLiteralKeepsItsBraces(@ForAll("names") String name) {
        assertThat(evaluate("!Sub " + quoted("${!" + name + "}"))).containsExactly("\"${" + name + "}\"");
    }

    @Property(tries = 200)
    void base64IsThatOfTheUtf8(@ForAll("texts") String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(evaluate("!Base64 " + quoted(text))).containsExactly('"' + encoded + '"');
    }

    @Property(tries = 200)
    void blocksFollowEachOther(
            @ForAll @IntRange(min = 8, max = 24) int prefix,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @IntRange(max = 6) int bits) {
        String block = "10.0.0.0/" + prefix;
        List<String> values = evaluate(
                "!Cidr [%s, %d, %d]".formatted(block, count, bits),
                "!Cidr [%s, 4, %d]".formatted(block, bits),
                "!Length {Fn::Cidr: [%s, %d, %d]}".formatted(block, count, bits));

        String all = values.get(1);
        assertThat(all).startsWith(values.get(0).substring(0, values.get(0).length() - 1));
        assertThat(values.get(2)).isEqualTo(String.valueOf(count));
    }

    @Property(tries = 100)
    void bothFormsOfACallAreTheSame(@ForAll("items") @Size(max = 5) List<String> items) {
        List<String> values = evaluate("!Join ['-', " + list(items) + "]", "{'Fn::Join': ['-', " + list(items) + "]}");

        assertThat(values.get(0)).isEqualTo(values.get(1));
    }

    @Provide
    Arbitrary<List<String>> items() {
        return texts().list();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab ;$\"'\\/:é").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(6);
    }
}
