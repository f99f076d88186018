package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ScanUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Templates made to exhaust an evaluator. */
class HostileTemplatesTest {

    private static String lines(int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(i -> format.replace("$i", String.valueOf(i)).replace("$n", String.valueOf(i + 1)))
                .collect(Collectors.joining());
    }

    @Test
    void namesThatDoubleEachOther() {
        ScanUnit unit = Stacks.unit("Resources:\n"
                + lines(100, "  R$i: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub \"${R$n}${R$n}\"}}\n")
                + "  R100: {Type: AWS::S3::Bucket, Properties: {BucketName: aaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}\n");

        assertThat(unit.worlds().get(0).graph().resources()).hasSize(101);
    }

    @Test
    void namesThatReferToEachOther() {
        ScanUnit unit = Stacks.unit("""
                Resources:
                  A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref B}}
                  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref A}}
                  C: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref C}}
                """);

        assertThat(Stacks.codes(unit)).containsExactly("cfn-circle@2", "cfn-circle@4");
    }

    @Test
    void aLongChainOfResources() {
        ScanUnit unit = Stacks.unit("Resources:\n"
                + lines(5_000, "  R$i: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref R$n}}\n")
                + "  R5000: {Type: AWS::S3::Bucket, Properties: {BucketName: last}}\n");

        assertThat(unit.diagnostics()).isEmpty();
        assertThat(unit.worlds().get(0).graph().resources()).hasSize(5001);
    }

    @Test
    void aLongChainOfConditions() {
        ScanUnit unit = Stacks.unit("Conditions:\n"
                + lines(5_000, "  C$i: !Not [!Condition C$n]\n")
                + "  C5000: !Equals [a, a]\nResources:\n  A: {Type: AWS::S3::Bucket, Condition: C0}\n");

        assertThat(unit.worlds()).hasSize(1);
    }

    @Test
    void conditionsThatDoubleEachOther() {
        ScanUnit unit = Stacks.unit("Parameters: {P: {Type: String}}\nConditions:\n"
                + lines(100, "  C$i: !And [!Condition C$n, !Condition C$n]\n")
                + "  C100: !Equals [!Ref P, a]\nResources:\n  A: {Type: AWS::S3::Bucket, Condition: C0}\n");

        assertThat(unit.worlds()
                        .get(0)
                        .graph()
                        .at("A")
                        .orElseThrow()
                        .existence()
                        .certain())
                .isFalse();
    }

    @Test
    void deepFunctions() {
        ScanUnit unit = Stacks.unit("Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      X: "
                + "{\"Fn::Base64\": ".repeat(240) + "x" + "}".repeat(240) + "\n");

        assertThat(unit.diagnostics()).isEmpty();
    }

    @Test
    void longListsOfParameters() {
        ScanUnit unit = Stacks.unit(
                "Parameters:\n  P: {Type: CommaDelimitedList, Default: \"" + ",".repeat(60_000)
                        + "\"}\nResources:\n"
                        + lines(
                                100,
                                "  R$i: {Type: AWS::Test::R, Properties: {X: !Ref P, Y: !Split [\",\", !Join [\",\", !Ref P]]}}\n"));

        assertThat(unit.worlds().get(0).graph().resources().size()).isEqualTo(100);
    }

    @Property(tries = 500)
    void anyArrangementIsRead(@ForAll("fragments") List<String> fragments) {
        String value = String.join("", fragments);
        for (String text : List.of(
                "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      X: " + value,
                "Resources:\n  A:\n    Type: AWS::S3::Bucket\nConditions:\n  C: " + value,
                "AWSTemplateFormatVersion: x\nParameters: " + value,
                "AWSTemplateFormatVersion: x\nMappings: " + value,
                "AWSTemplateFormatVersion: x\nResources: " + value,
                "AWSTemplateFormatVersion: x\nResources:\n  A: " + value)) {
            assertThat(Stacks.unit(text).worlds()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.of(
                        "!Ref ",
                        "!GetAtt ",
                        "!Sub ",
                        "!Join ",
                        "!Select ",
                        "!If ",
                        "!FindInMap ",
                        "!Cidr ",
                        "!Split ",
                        "!Equals ",
                        "!And ",
                        "!Not ",
                        "!Condition ",
                        "!Base64 ",
                        "!Length ",
                        "!ToJsonString ",
                        "!Transform ",
                        "{Fn::Sub: ",
                        "{Ref: ",
                        "{Condition: ",
                        "{Type: ",
                        "{Default: ",
                        "[",
                        "]",
                        "{",
                        "}",
                        "{a: ",
                        ", ",
                        "A",
                        "A.B",
                        "C",
                        "x",
                        "\"${A}\"",
                        "\"${\"",
                        "1",
                        "-1",
                        "99999999999",
                        "true",
                        "null",
                        "AWS::NoValue",
                        "AWS::Region",
                        "10.0.0.0/16",
                        "{{resolve:ssm:x}}")
                .list()
                .ofMaxSize(12);
    }
}
