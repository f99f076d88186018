package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value.ObjectValue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudFormationFrontEndTest {

    @TempDir
    private Path directory;

    @Test
    void aResourceIsWhatStandsUnderItsLogicalId() {
        ResourceGraph graph = Stacks.graph("""
                Resources:
                  Logs:
                    Type: AWS::S3::Bucket
                    DeletionPolicy: Retain
                    Metadata: {Owner: me}
                    Properties:
                      AccessControl: Private

                  Empty:
                    Type: Custom::Thing
                """);

        Resource logs = graph.at("Logs").orElseThrow();
        assertThat(logs.type()).isEqualTo("AWS::S3::Bucket");
        assertThat(logs.name()).isEqualTo("Logs");
        assertThat(logs.dialect()).isEqualTo(Dialect.CLOUDFORMATION);
        assertThat(logs.header()).isEqualTo(new SourceRange("t.yaml", 2, 3, 2, 7));
        assertThat(logs.range()).isEqualTo(new SourceRange("t.yaml", 2, 3, 7, 29));
        assertThat(logs.attributes().member("AccessControl").range()).isEqualTo(new SourceRange("t.yaml", 7, 7, 7, 29));
        ObjectValue beside = (ObjectValue) logs.attributes().get("AWS::CloudFormation");
        assertThat(Stacks.shown(beside)).isEqualTo("{\"DeletionPolicy\":\"Retain\",\"Metadata\":{\"Owner\":\"me\"}}");
        assertThat(graph.at("Empty").orElseThrow().attributes().members()).isEmpty();
    }

    @Test
    void edgesSayWhereAResourceIsMentioned() {
        ResourceGraph graph = Stacks.graph("""
                Resources:
                  Key: {Type: AWS::KMS::Key}
                  Topic: {Type: AWS::SNS::Topic}
                  Bucket:
                    Type: AWS::S3::Bucket
                    DependsOn: [Topic]
                    Properties:
                      Rules:
                        - Fn::If: [Never, {Id: !Ref Topic}, !Ref AWS::NoValue]
                        - {Id: !GetAtt Key.Arn, Name: !Join ["", [a, !Sub "${Key}-${Topic.TopicName}"]]}
                Conditions:
                  Never: !Equals [a, b]
                """);

        assertThat(graph.edges())
                .containsExactly(
                        new Edge("Bucket", "Rules[0].Id", "Key", "Arn", Edge.Kind.REFERENCE),
                        new Edge("Bucket", "Rules[0].Name[1]", "Key", "", Edge.Kind.REFERENCE),
                        new Edge("Bucket", "Rules[0].Name[1]", "Topic", "TopicName", Edge.Kind.REFERENCE),
                        new Edge("Bucket", "", "Topic", "", Edge.Kind.ORDER));
    }

    @Test
    void parameterFilesOfEveryForm() {
        Stacks stacks = new Stacks(directory)
                .with("stack.yaml", """
                        Parameters:
                          A: {Type: String}
                          B: {Type: CommaDelimitedList, Default: x}
                          C: {Type: String}
                          D: {Type: String}
                        Resources:
                          T: {Type: AWS::SNS::Topic, Properties: {V: [!Ref A, !Ref B, !Ref C, !Ref D]}}
                        """)
                .with("1.json", "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"1\"}, \"B=p,q\"]")
                .with("2.json", "{\"Parameters\": {\"C\": \"3\"}}")
                .with("3.env", "# comment\nD = \"4\"\nother=5\n");

        ScanUnit unit = stacks.read("1.json", "2.json", "3.env").get(0);

        assertThat(Stacks.shown(Stacks.property(unit.worlds().get(0).graph(), "T", "V")))
                .isEqualTo("[\"1\",[\"p\",\"q\"],\"3\",\"4\"]");
        assertThat(unit.diagnostics()).isEmpty();
        assertThat(Stacks.codes(stacks.read("none.json").get(0))).containsExactly("file-unreadable@1");
    }

    @Test
    void aBrokenTemplateIsStillOne() {
        Stacks stacks = new Stacks(directory)
                .with("a.yaml", "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B: [\n")
                .with("b.json", "{\n \"AWSTemplateFormatVersion\": \"2010-09-09\"\n \"Resources\": {}}")
                .with("c.template", "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": ")
                .with("d.yaml", "\tResources:\n  A:\n    Type: AWS::SNS::Topic\n");

        assertThat(stacks.read())
                .extracting(unit -> unit.path() + " " + Stacks.codes(unit) + " "
                        + unit.worlds().get(0).graph().resources().size())
                .containsExactly(
                        "a.yaml [yaml-syntax@5] 1",
                        "b.json [json-syntax@3] 0",
                        "c.template [json-syntax@1] 1",
                        "d.yaml [yaml-syntax@1] 0");
    }

    @Test
    void otherFilesAreNoTemplates() {
        Stacks stacks = new Stacks(directory)
                .with("deploy.yaml", "apiVersion: v1\nkind: List\nResources:\n  - Type: AWS::S3::Bucket\n")
                .with("workflow.yml", "on: push\njobs:\n  a:\n    env: {Resources: \"AWS::S3::Bucket\"}\n")
                .with("serverless.yml", "resources:\n  Resources:\n    B:\n      Type: AWS::S3::Bucket\n")
                .with("package.json", "{\"Resources\": {\"a\": \"x::y\"}}")
                .with(
                        "arm.json",
                        "{\"$schema\": \"x\", \"resources\": [{\"type\": \"Microsoft.Web/sites\"}], \"a\": \"::\"}")
                .with("helm.yaml", "{{- if .Values.x }}\nkind: X # Resources AWS::X\n{{- end }}\n")
                .with("notes.txt", "Resources:\n  A:\n    Type: AWS::SNS::Topic\n")
                .with("list.json", "[{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}]");

        assertThat(stacks.read()).isEmpty();
    }

    @Test
    void templatesInEverySpelling() {
        Stacks stacks = new Stacks(directory)
                .with("a.json", "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}")
                .with("b.template", "{Resources: {A: {Type: AWS::SNS::Topic}}} # flow style\n")
                .with("c.template", "---\r\nResources:\r\n  A:\r\n    Type: Custom::Some-Thing@1\r\n")
                .with("d.yml", "Resources:\n  A:\n    Type: Acme::Web::Site\n")
                .with("e.json", "Resources:\n  A:\n    Type: AWS::SNS::Topic\n");

        assertThat(stacks.read())
                .hasSize(5)
                .allSatisfy(unit -> assertThat(unit.diagnostics()).isEmpty())
                .allSatisfy(unit ->
                        assertThat(unit.worlds().get(0).graph().resources()).hasSize(1));
    }

    @Test
    void macrosAreNotedOnce() {
        ScanUnit unit = Stacks.unit("""
                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31, Mine]
                Resources:
                  F: {Type: AWS::Serverless::Function, Properties: {Role: !GetAtt FRole.Arn}}
                """);

        assertThat(Stacks.codes(unit)).containsExactly("cfn-macro@1");
        assertThat(unit.worlds().get(0).graph().resources())
                .extracting(Resource::address)
                .containsExactly("F");
    }

    @Test
    void expressionsAreEvaluatedInTheTemplatesScope() {
        Stacks stacks = new Stacks(directory).with("t.yaml", """
                        Parameters:
                          Env: {Type: String, Default: prod}
                          Free: {Type: String}
                        Conditions:
                          IsProd: !Equals [!Ref Env, prod]
                          IsX: !Equals [!Ref Free, x]
                        Resources:
                          B:
                            Type: AWS::S3::Bucket
                            Properties: {BucketName: !Sub "${Env}-b", Tags: [{Key: a, Value: !If [IsX, 1, 2]}]}
                        Outputs:
                          Name: {Value: !Ref B}
                        """);

        assertThat(stacks.eval("t.yaml", "!Sub \"${Env}-x\"")).isEqualTo("\"prod-x\"");
        assertThat(stacks.eval("t.yaml", "{\"Fn::Join\": [\"\", [{\"Ref\": \"B\"}, \"!\"]]}"))
                .isEqualTo("\"prod-b!\"");
        assertThat(stacks.eval("t.yaml", "!Sub \"${AWS::StackName}-x\""))
                .isEqualTo("unknown: AWS::StackName is known at deployment");
        assertThat(stacks.eval("t.yaml", "B.BucketName")).isEqualTo("\"prod-b\"");
        assertThat(stacks.eval("t.yaml", "Resources.B.Properties.Tags[0].Key")).isEqualTo("\"a\"");
        assertThat(stacks.eval("t.yaml", "Resources.B.Properties.Tags.0.Value"))
                .isEqualTo("unknown: condition IsX is undecided: parameter Free has no default");
        assertThat(stacks.eval("t.yaml", "Outputs.Name.Value")).isEqualTo("\"prod-b\"");
        assertThat(stacks.eval("t.yaml", "Conditions.IsProd")).isEqualTo("true");
        assertThat(stacks.eval("t.yaml", "Parameters.Env")).isEqualTo("\"prod\"");
        assertThat(stacks.eval("t.yaml", "Nobody.X")).startsWith("error: ");
        assertThat(stacks.eval("t.yaml", "!Sub [")).startsWith("error: ");
        assertThat(stacks.eval("none.yaml", "x")).startsWith("error: ");
    }
}
