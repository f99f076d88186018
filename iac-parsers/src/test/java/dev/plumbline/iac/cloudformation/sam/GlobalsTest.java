package dev.plumbline.iac.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.Stacks;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlobalsTest {

    @Test
    void mapsAreMergedListsJoinedAndTheRestOverridden() {
        ResourceGraph graph = Stacks.graph("""
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Timeout: 3
                    Runtime: python3.13
                    Environment: {Variables: {A: all, B: all}}
                    VpcConfig: {SecurityGroupIds: [sg-1], SubnetIds: !Split [",", "a,b"]}
                    KmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/k
                  Api:
                    TracingEnabled: true
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: 9
                      Environment: {Variables: {B: own}}
                      VpcConfig: {SecurityGroupIds: [sg-2], SubnetIds: [c]}
                      Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}
                  G:
                    Type: AWS::Serverless::Function
                    Properties: {IgnoreGlobals: [KmsKeyArn, Timeout]}
                  H:
                    Type: AWS::Serverless::Function
                    Properties: {IgnoreGlobals: "*"}
                """);

        assertThat(Stacks.shown(Stacks.property(graph, "F", "Timeout"))).isEqualTo("9");
        assertThat(Stacks.shown(Stacks.property(graph, "F", "Environment")))
                .isEqualTo("{\"Variables\":{\"B\":\"own\",\"A\":\"all\"}}");
        assertThat(Stacks.shown(Stacks.property(graph, "F", "VpcConfig")))
                .isEqualTo("{\"SecurityGroupIds\":[\"sg-1\",\"sg-2\"],\"SubnetIds\":[\"c\"]}");
        assertThat(graph.at("F")
                        .orElseThrow()
                        .attributes()
                        .member("KmsKeyArn")
                        .range()
                        .startLine())
                .isEqualTo(8);
        assertThat(graph.at("G").orElseThrow().attributes().members()).doesNotContainKeys("KmsKeyArn", "Timeout");
        assertThat(Stacks.shown(Stacks.property(graph, "G", "Runtime"))).isEqualTo("\"python3.13\"");
        assertThat(graph.at("H").orElseThrow().attributes().members()).doesNotContainKey("Runtime");
        assertThat(Stacks.shown(Stacks.property(graph, "ServerlessRestApiProdStage", "TracingEnabled")))
                .isEqualTo("true");
    }

    @Test
    void globalsThatAreLargeAreNotMultiplied() {
        String variables = IntStream.range(0, 2_000)
                .mapToObj(i -> "        V" + i + ": x\n")
                .collect(Collectors.joining());
        String functions = IntStream.range(0, 2_000)
                .mapToObj(i -> "  F" + i + ": {Type: AWS::Serverless::Function, Properties: {Role: r, "
                        + "Environment: {Variables: {A: b}}}}\n")
                .collect(Collectors.joining());

        ScanUnit unit = Stacks.unit("Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Environment:\n"
                + "      Variables:\n" + variables + "Resources:\n" + functions);

        assertThat(Stacks.codes(unit)).containsExactly("sam-globals@2");
        assertThat(unit.worlds().get(0).graph().resources()).hasSize(2_000);
    }

    @Test
    void tenThousandFunctions() {
        String functions = IntStream.range(0, 10_000)
                .mapToObj(i -> "  F" + i + ": {Type: AWS::Serverless::Function, Properties: {Events: {G: {Type: Api, "
                        + "Properties: {Path: /" + i + ", Method: get}}}}}\n")
                .collect(Collectors.joining());

        ScanUnit unit = Stacks.unit("Transform: AWS::Serverless-2016-10-31\nResources:\n" + functions);

        assertThat(unit.worlds().get(0).graph().resources()).hasSize(30_003);
    }
}
