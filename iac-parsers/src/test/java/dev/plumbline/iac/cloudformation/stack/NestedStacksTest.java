package dev.plumbline.iac.cloudformation.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Premises;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedStacksTest {

    private static final String NETWORK = """
            Parameters:
              Name: {Type: String}
              Size: {Type: Number, Default: 3}
              Key: {Type: String, Default: ""}
            Resources:
              Vpc: {Type: AWS::EC2::VPC, Properties: {Name: !Sub "${Name}-vpc", Size: !Ref Size, Key: !Ref Key}}
            Outputs:
              VpcId: {Value: !Ref Vpc}
              Label: {Value: !Sub "${Name}/${Size}"}
            """;

    @TempDir
    private Path directory;

    private static List<String> addresses(ScanUnit unit) {
        return unit.worlds().get(0).graph().resources().stream()
                .map(Resource::address)
                .toList();
    }

    @Test
    void aNestedStackIsAPartOfTheOneAroundIt() {
        Stacks stacks =
                new Stacks(directory).with("nested/network.yaml", NETWORK).with("root.yaml", """
                        Parameters:
                          Env: {Type: String, Default: prod}
                        Resources:
                          Key: {Type: AWS::KMS::Key}
                          Network:
                            Type: AWS::CloudFormation::Stack
                            Properties:
                              TemplateURL: ./nested/network.yaml
                              Parameters: {Name: !Sub "app-${Env}", Size: "5", Key: !GetAtt Key.Arn}
                          Cluster:
                            Type: AWS::ECS::Cluster
                            Properties: {Vpc: !GetAtt Network.Outputs.VpcId, Label: !GetAtt Network.Outputs.Label}
                        """);

        List<ScanUnit> units = stacks.read();

        assertThat(units).extracting(ScanUnit::path).containsExactly("root.yaml");
        assertThat(units.get(0).diagnostics()).isEmpty();
        assertThat(addresses(units.get(0))).containsExactly("Key", "Network", "Cluster", "Network/Vpc");
        ResourceGraph graph = units.get(0).worlds().get(0).graph();
        Resource vpc = graph.at("Network/Vpc").orElseThrow();
        assertThat(vpc.name()).isEqualTo("Vpc");
        assertThat(vpc.header().file()).isEqualTo("nested/network.yaml");
        assertThat(vpc.calls())
                .extracting(call -> call.name() + " " + call.range())
                .containsExactly("Network root.yaml:5:3");
        assertThat(Stacks.shown(Stacks.property(graph, "Network/Vpc", "Name"))).isEqualTo("\"app-prod-vpc\"");
        assertThat(Stacks.shown(Stacks.property(graph, "Network/Vpc", "Size"))).isEqualTo("5");
        assertThat(Stacks.shown(Stacks.property(graph, "Cluster", "Label"))).isEqualTo("\"app-prod/5\"");
        assertThat(graph.edges())
                .contains(
                        new Edge("Network/Vpc", "Key", "Key", "Arn", Edge.Kind.REFERENCE),
                        new Edge("Cluster", "Vpc", "Network", "Outputs.VpcId", Edge.Kind.REFERENCE),
                        new Edge("Cluster", "Vpc", "Network/Vpc", "", Edge.Kind.REFERENCE));
        assertThat(stacks.eval("root.yaml", "!GetAtt Network.Outputs.Label")).isEqualTo("\"app-prod/5\"");
    }

    @Test
    void anOutputOfOneStackIsAParameterOfTheNext() {
        Stacks stacks = new Stacks(directory)
                .with("network.yaml", NETWORK)
                .with("app.yaml", """
                        Parameters: {Vpc: {Type: String}, Label: {Type: String}}
                        Resources:
                          Group: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, Name: !Ref Label}}
                        """)
                .with("root.yaml", """
                        Resources:
                          App:
                            Type: AWS::CloudFormation::Stack
                            Properties:
                              TemplateURL: app.yaml
                              Parameters: {Vpc: !GetAtt Network.Outputs.VpcId, Label: !GetAtt Network.Outputs.Label}
                          Network:
                            Type: AWS::CloudFormation::Stack
                            Properties: {TemplateURL: network.yaml, Parameters: {Name: a}}
                        """);

        ResourceGraph graph = stacks.read().get(0).worlds().get(0).graph();

        assertThat(Stacks.shown(Stacks.property(graph, "App/Group", "Name"))).isEqualTo("\"a/3\"");
        assertThat(graph.edges()).contains(new Edge("App/Group", "VpcId", "Network/Vpc", "", Edge.Kind.REFERENCE));
    }

    @Test
    void theSameParameterHasTheSameValueInAllStacks() {
        String inner = """
                Parameters: {Stage: {Type: String}}
                Conditions: {IsProd: !Equals [!Ref Stage, prod]}
                Resources:
                  Guard: {Type: AWS::Test::Guard, Condition: IsProd, Properties: {Stage: !Ref Stage}}
                """;
        Stacks stacks = new Stacks(directory)
                .with("a.yaml", inner)
                .with("b.yaml", inner)
                .with("root.yaml", """
                        Parameters: {Env: {Type: String}}
                        Conditions: {Dev: !Equals [!Ref Env, dev]}
                        Resources:
                          A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml, Parameters: {Stage: !Ref Env}}}
                          B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml, Parameters: {Stage: !Ref Env}}}
                          Only: {Type: AWS::Test::Dev, Condition: Dev}
                        """);

        ScanUnit unit = stacks.read().get(0);

        assertThat(unit.worlds())
                .extracting(world -> Premises.of(world) + ": "
                        + world.graph().resources().stream()
                                .map(Resource::address)
                                .collect(Collectors.joining(" ")))
                .containsExactly(
                        "Dev is true, A/IsProd is false, B/IsProd is false: A B Only",
                        "Dev is false, A/IsProd is true, B/IsProd is true: A B A/Guard B/Guard",
                        "Dev is false, A/IsProd is false, B/IsProd is false: A B");
        assertThat(Stacks.shown(Stacks.property(unit.worlds().get(1).graph(), "A/Guard", "Stage")))
                .isEqualTo("\"prod\"");
    }

    @Test
    void theIdOfAResourceIsNotEmpty() {
        Stacks stacks = new Stacks(directory).with("inner.yaml", """
                        Parameters: {VpcId: {Type: String, Default: ""}, Zone: {Type: String, Default: ""}}
                        Conditions: {HasVpc: !Not [!Equals [!Ref VpcId, ""]], HasZone: !Not [!Equals [!Ref Zone, ""]]}
                        Resources:
                          Group: {Type: AWS::EC2::SecurityGroup, Condition: HasVpc}
                          Record: {Type: AWS::Route53::RecordSet, Condition: HasZone}
                        """).with("root.yaml", """
                        Parameters: {Zone: {Type: String}}
                        Resources:
                          Vpc: {Type: AWS::EC2::VPC}
                          In:
                            Type: AWS::CloudFormation::Stack
                            Properties: {TemplateURL: inner.yaml, Parameters: {VpcId: !Ref Vpc, Zone: !Ref Zone}}
                        """);

        assertThat(stacks.read().get(0).worlds())
                .extracting(world ->
                        Premises.of(world) + " " + world.graph().at("In/Group").isPresent())
                .containsExactly("In/HasZone is false true", "In/HasZone is true true");
    }

    @Test
    void whatIsNestedUnderAConditionIsThereWithIt() {
        Stacks stacks = new Stacks(directory).with("network.yaml", NETWORK).with("root.yaml", """
                        Parameters: {Env: {Type: String}}
                        Conditions: {IsProd: !Equals [!Ref Env, prod]}
                        Resources:
                          Network:
                            Type: AWS::CloudFormation::Stack
                            Condition: IsProd
                            Properties: {TemplateURL: network.yaml, Parameters: {Name: !If [IsProd, p, d]}}
                        """);

        ScanUnit unit = stacks.read().get(0);

        assertThat(unit.worlds())
                .extracting(world ->
                        Premises.of(world) + " " + world.graph().resources().size())
                .containsExactly("IsProd is true 2", "IsProd is false 0");
    }

    @Test
    void symbolsOfDifferentStacksAreDifferent() {
        Stacks stacks = new Stacks(directory).with("network.yaml", NETWORK).with("root.yaml", """
                        Resources:
                          Vpc: {Type: AWS::EC2::VPC}
                          Network:
                            Type: AWS::CloudFormation::Stack
                            Properties: {TemplateURL: network.yaml, Parameters: {Name: a}}
                          T: {Type: AWS::SNS::Topic, Properties: {A: !Ref Vpc, B: !GetAtt Network.Outputs.VpcId}}
                        """);

        ResourceGraph graph = stacks.read().get(0).worlds().get(0).graph();

        assertThat(Stacks.unknown(Stacks.property(graph, "T", "A")).symbol()).isEqualTo("<Vpc>");
        assertThat(Stacks.unknown(Stacks.property(graph, "T", "B")).symbol()).isEqualTo("<Network/Vpc>");
    }

    @Test
    void templatesThatAreNotAtHandAreUnknown() throws IOException {
        Files.writeString(directory.resolve("outside.yaml"), NETWORK);
        Path tree = Files.createDirectory(directory.resolve("tree"));
        try {
            Files.createSymbolicLink(tree.resolve("link.yaml"), Path.of("../outside.yaml"));
        } catch (UnsupportedOperationException e) {
            return; // a file system without links
        }
        Stacks stacks = new Stacks(tree).with("text.yaml", "a: b\n").with("root.yaml", """
                        Resources:
                          Remote: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://b.s3.amazonaws.com/x.yaml"}}
                          Built: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Sub "https://${AWS::Region}/x"}}
                          Up: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../outside.yaml}}
                          Link: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: link.yaml}}
                          None: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: none.yaml}}
                          Text: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: text.yaml}}
                          Root: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: /etc/passwd}}
                          T: {Type: AWS::SNS::Topic, Properties: {A: !GetAtt Remote.Outputs.X}}
                        """);

        ScanUnit unit = stacks.read().stream()
                .filter(it -> it.path().equals("root.yaml"))
                .findFirst()
                .orElseThrow();

        assertThat(unit.worlds().get(0).graph().resources()).hasSize(8);
        assertThat(Stacks.codes(unit))
                .containsExactly(
                        "cfn-nested-stack@2",
                        "cfn-nested-stack@3",
                        "cfn-nested-template@4",
                        "cfn-nested-template@5",
                        "cfn-nested-template@6",
                        "cfn-nested-template@7",
                        "cfn-nested-template@8");
        assertThat(Stacks.shown(Stacks.property(unit.worlds().get(0).graph(), "T", "A")))
                .startsWith("KNOWN_AFTER_APPLY");
    }

    @Test
    void stacksThatNestThemselvesComeToAnEnd() {
        Stacks stacks = new Stacks(directory)
                .with("self.yaml", """
                        Resources:
                          S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: self.yaml}}
                        """)
                .with("one.yaml", """
                        Resources:
                          S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: two.yaml}}
                        """)
                .with("two.yaml", """
                        Resources:
                          S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: one.yaml}}
                        """);

        List<ScanUnit> units = stacks.read();

        assertThat(units).extracting(ScanUnit::path).containsExactly("one.yaml", "self.yaml");
        assertThat(units).allSatisfy(unit -> assertThat(Stacks.codes(unit)).containsExactly("cfn-nested-stack@2"));
    }

    @Test
    void stacksThatMultiplyAreBounded() {
        Stacks stacks = new Stacks(directory).with("0.yaml", "Resources:\n  T: {Type: AWS::SNS::Topic}\n");
        for (int level = 1; level <= 9; level++) {
            String inner = (level - 1) + ".yaml";
            stacks.with(
                    level + ".yaml",
                    "Resources:\n"
                            + IntStream.range(0, 10)
                                    .mapToObj(i -> "  S" + i
                                            + ": {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: " + inner
                                            + "}}\n")
                                    .collect(Collectors.joining()));
        }

        ScanUnit unit = stacks.read().get(0);

        assertThat(unit.path()).isEqualTo("9.yaml");
        assertThat(unit.worlds().get(0).graph().resources().size()).isLessThan(3_000);
        assertThat(Stacks.problems(unit)).anyMatch(problem -> problem.endsWith("is not assessed"));
    }

    @Test
    void outputsThatNeedEachOtherAreUnknown() {
        Stacks stacks = new Stacks(directory).with("inner.yaml", """
                        Parameters: {P: {Type: String}}
                        Resources: {T: {Type: AWS::SNS::Topic, Properties: {N: !Ref P}}}
                        Outputs: {O: {Value: !Ref P}}
                        """).with("root.yaml", """
                        Resources:
                          A:
                            Type: AWS::CloudFormation::Stack
                            Properties: {TemplateURL: inner.yaml, Parameters: {P: !GetAtt B.Outputs.O}}
                          B:
                            Type: AWS::CloudFormation::Stack
                            Properties: {TemplateURL: inner.yaml, Parameters: {P: !GetAtt A.Outputs.O}}
                        """);

        ScanUnit unit = stacks.read().get(0);

        assertThat(addresses(unit)).contains("A/T", "B/T");
        assertThat(Stacks.problems(unit)).contains("Circular dependency between resources");
    }

    @Test
    void theTemplateOfAStackSetIsWrittenInIt() {
        ScanUnit unit = Stacks.unit("""
                Resources:
                  Baseline:
                    Type: AWS::CloudFormation::StackSet
                    Properties:
                      Parameters: [{ParameterKey: Name, ParameterValue: logs}]
                      TemplateBody: |
                        Parameters: {Name: {Type: String}}
                        Resources:
                          Logs:
                            Type: AWS::S3::Bucket
                            Properties:
                              BucketName: !Sub "${Name}-1"
                """);

        ResourceGraph graph = unit.worlds().get(0).graph();
        Resource bucket = graph.at("Baseline/Logs").orElseThrow();
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(bucket.header().toString()).isEqualTo("t.yaml:9:11");
        assertThat(bucket.attributes().member("BucketName").range().toString()).isEqualTo("t.yaml:12:15");
        assertThat(Stacks.shown(Stacks.property(graph, "Baseline/Logs", "BucketName")))
                .isEqualTo("\"logs-1\"");
    }

    @Test
    void anApplicationOfSamThatIsAtHandIsNested() {
        Stacks stacks = new Stacks(directory).with("app/template.yaml", """
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          Main: {Type: AWS::Serverless::Function, Properties: {Role: r}}
                        """).with("root.yaml", """
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          App: {Type: AWS::Serverless::Application, Properties: {Location: app/template.yaml}}
                        """);

        List<ScanUnit> units = stacks.read();

        assertThat(units).extracting(ScanUnit::path).containsExactly("root.yaml");
        assertThat(addresses(units.get(0))).containsExactly("App", "App/Main");
    }
}
