package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ScanUnit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to break a reader: each is still known for a template, and has its diagnostic. */
class HostileFilesTest {
    private static final String TOPIC = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n";

    @TempDir
    private Path directory;

    private static String lines(int from, int to, String format) {
        return IntStream.range(from, to)
                .mapToObj(i -> format.replace("$i", String.valueOf(i)).replace("$p", String.valueOf(i - 1)))
                .collect(Collectors.joining());
    }

    @Test
    void aFileOfAHundredMegabytes() throws IOException {
        Stacks stacks = new Stacks(directory).with("a.yaml", TOPIC + "    Properties:\n      TopicName: ");
        stacks.with("data.json", "{\"rows\": [");
        for (String name : new String[] {"a.yaml", "data.json"}) {
            try (RandomAccessFile file =
                    new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
                file.setLength(100L << 20);
            }
        }

        assertThat(stacks.read()).singleElement().satisfies(unit -> assertThat(Stacks.codes(unit))
                .containsExactly("file-too-large@1"));
    }

    @Test
    void aScalarOfMegabytes() {
        String line = "x".repeat(2 << 20);

        assertThat(Stacks.codes(Stacks.unit(TOPIC + "    Properties: {TopicName: " + line + "}\n")))
                .containsExactly("document-limit@4");
        ScanUnit block = Stacks.unit(
                TOPIC + "    Properties:\n      TopicName: |\n" + ("        " + "x".repeat(1000) + "\n").repeat(2_000));
        assertThat(block.worlds().get(0).graph().resources()).hasSize(1);
        assertThat(block.diagnostics()).isEmpty();
        ScanUnit json = Stacks.unit(
                "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"N\": {\"Fn::Sub\": \"${X}"
                        + line + "\"}}}}}");
        assertThat(Stacks.codes(json)).containsExactly("cfn-reference@1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "!Sub [", "{\"Fn::Join\": ["})
    void nestedAHundredThousandDeep(String opening) {
        ScanUnit unit = Stacks.unit(
                TOPIC + "    Properties:\n      X:\n" + ("        " + opening.repeat(100) + "\n").repeat(1000));

        assertThat(unit.diagnostics()).extracting(Diagnostic::code).containsExactly("document-limit");
        assertThat(unit.worlds().get(0).graph().resources()).hasSize(1);
    }

    @Test
    void aliasesThatMultiply() {
        String bomb = TOPIC + "    Properties:\n      A0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                + lines(1, 50, "      A$i: &a$i [" + "*a$p, ".repeat(10) + "]\n");

        assertThat(Stacks.unit(bomb).diagnostics()).extracting(Diagnostic::code).contains("document-limit");
    }

    @Test
    void anchorsThatHoldThemselves() {
        ScanUnit unit = Stacks.unit(TOPIC + "    Properties: &p\n      X: *p\n      Y: &y [*y]\n      <<: *p\n");

        assertThat(unit.diagnostics()).extracting(Diagnostic::code).contains("yaml-alias");
        assertThat(unit.worlds().get(0).graph().resources()).hasSize(1);
    }

    @Test
    void logicalIdsThatAreWrittenTwice() {
        ScanUnit unit = Stacks.unit(TOPIC + "  A:\n    Type: AWS::SQS::Queue\n");

        assertThat(Stacks.codes(unit)).containsExactly("duplicate-key@4");
        assertThat(unit.worlds().get(0).graph().at("A").orElseThrow().type()).isEqualTo("AWS::SQS::Queue");
    }

    @Test
    void marksAndLineEndsOfEveryKind() {
        Stacks stacks = new Stacks(directory)
                .with("bom.yaml", "\uFEFF" + TOPIC)
                .with("bom.json", "\uFEFF{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}")
                .with("crlf.yaml", TOPIC.replace("\n", "\r\n"))
                .with("tabs.json", "{\t\"Resources\":\t{\"A\":\t{\"Type\":\t\"AWS::SNS::Topic\"}}}")
                .with("tabs.yaml", "Resources:\n\tA:\n\t\tType: AWS::SNS::Topic\n");

        assertThat(stacks.read())
                .extracting(unit -> unit.path() + " " + Stacks.codes(unit) + " "
                        + unit.worlds().get(0).graph().resources().stream()
                                .map(it -> it.header().toString())
                                .toList())
                .containsExactly(
                        "bom.json [] [bom.json:1:16]",
                        "bom.yaml [] [bom.yaml:2:3]",
                        "crlf.yaml [] [crlf.yaml:2:3]",
                        "tabs.json [] [tabs.json:1:17]",
                        "tabs.yaml [yaml-syntax@2] []");
    }

    @Test
    void loopsThatExplode() {
        String body = IntStream.range(0, 12)
                .mapToObj(i -> "{'Fn::ForEach::L" + i + "': [I" + i + ", [a, b, c, d, e, f, g, h], ")
                .collect(Collectors.joining());
        ScanUnit unit = Stacks.unit("Transform: AWS::LanguageExtensions\nResources: " + body
                + "{'R${I0}${I1}': {Type: AWS::SNS::Topic}}" + "]}".repeat(12) + "\n");

        assertThat(Stacks.codes(unit)).contains("cfn-loop-limit@2");
        assertThat(unit.worlds().get(0).graph().resources()).isEmpty();
    }

    @Test
    void loopsOverHugeCollections() {
        ScanUnit unit = Stacks.unit(
                "Transform: AWS::LanguageExtensions\n" + "Resources:\n" + "  Fn::ForEach::L: [I, !Split [',', '"
                        + "a,".repeat(50_000) + "'], {'R${I}': {Type: A::B::C, Properties: {X: !Ref I}}}]\n");

        assertThat(Stacks.codes(unit)).contains("cfn-loop-limit@3");
    }

    @Test
    void namesOfLoopsThatGrow() {
        ScanUnit unit = Stacks.unit(
                "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::L: [I, [" + "x".repeat(1_000)
                        + "], {'R': {Type: A::B::C, Properties: {X: '" + "${I}".repeat(20_000) + "'}}}]\\n");

        assertThat(Stacks.codes(unit)).contains("cfn-loop-limit@3");
    }

    @Test
    void lookupsInLookups() {
        ScanUnit unit = Stacks.unit("Mappings: {M: {k: {k: k}}}\n" + TOPIC + "    Properties: {X: "
                + "{'Fn::FindInMap': [M, k, ".repeat(120) + "k" + "]}".repeat(120) + "}\n");

        assertThat(Stacks.shown(Stacks.property(unit.worlds().get(0).graph(), "A", "X")))
                .isEqualTo("\"k\"");
    }

    @Test
    void lookupsThatMultiply() {
        ScanUnit unit = Stacks.unit("Parameters: {P: {Type: String}}\nMappings:\n  M:\n"
                + lines(0, 900, "    k$i: {x: [" + "1, ".repeat(100) + "$i]}\n") + "Resources:\n"
                + lines(0, 400, "  R$i: {Type: A::B::C, Properties: {X: !FindInMap [M, !Ref P, x]}}\n"));

        assertThat(unit.worlds().get(0).graph().resources())
                .extracting(Resource::address)
                .hasSize(400);
    }

    @Test
    void patternsThatBacktrack() {
        ScanUnit unit = Stacks.unit("Parameters: {P: {Type: String, AllowedPattern: '(a+)+$', Default: "
                + "a".repeat(50_000) + "!}}\n" + TOPIC);

        assertThat(Stacks.codes(unit)).containsExactly("cfn-parameter@1");
    }
}
