package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code AWS::Include} transform. */
class IncludesTest {

    @TempDir
    private Path directory;

    private Stacks stacks;

    @BeforeEach
    void setUp() {
        stacks = new Stacks(directory);
    }

    @Test
    void localFilesBecomeParts() {
        stacks.with("app/stack.yaml", """
                        Parameters: {Dir: {Type: String, Default: parts}}
                        Resources:
                          Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./topics.yaml}}
                          Bucket:
                            Type: AWS::S3::Bucket
                            Properties:
                              BucketName: b
                              Fn::Transform:
                                Name: AWS::Include
                                Parameters: {Location: !Sub '${Dir}/tags.json'}
                        """)
                .with("app/topics.yaml", "# two\nT1: {Type: AWS::SNS::Topic, Properties: {A: !Sub 'x ${Nobody}'}}\n")
                .with("app/parts/tags.json", "{\"Tags\": [{\"Key\": \"k\", \"Value\": {\"Ref\": \"Dir\"}}]}");

        ScanUnit unit = stacks.read().get(0);

        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(graph.resources()).extracting(Resource::address).containsExactly("T1", "Bucket");
        assertThat(graph.at("T1").orElseThrow().header().toString()).isEqualTo("app/topics.yaml:2:1");
        assertThat(Stacks.shown(Stacks.property(graph, "Bucket", "Tags")))
                .isEqualTo("[{\"Key\":\"k\",\"Value\":\"parts\"}]");
        assertThat(unit.diagnostics())
                .extracting(it -> it.summary() + " " + it.range())
                .containsExactly("There is no parameter or resource Nobody app/topics.yaml:2:55");
    }

    @Test
    void aWholeSectionAtTheTop() {
        stacks.with("stack.yaml", """
                        Transform:
                          - {Name: AWS::Include, Parameters: {Location: more.yaml}}
                        Outputs: {O: {Value: !Ref T}}
                        AWSTemplateFormatVersion: 2010-09-09
                        """).with("more.yaml", "Resources: {T: {Type: AWS::SNS::Topic}}\n");

        ScanUnit unit = stacks.read().stream()
                .filter(it -> it.path().equals("stack.yaml"))
                .findFirst()
                .orElseThrow();

        assertThat(unit.worlds().get(0).graph().resources()).hasSize(1);
        assertThat(unit.diagnostics()).isEmpty();
    }

    @Test
    void whatIsElsewhereStaysUnknown() {
        stacks.with("stack.yaml", """
                Parameters: {Where: {Type: String}}
                Resources:
                  A:
                    Type: AWS::Test::A
                    Properties:
                      X: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/x.yaml}}}
                      Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Ref Where}}
                  B:
                    Type: AWS::Test::A
                    Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: none.yaml}}}
                  C:
                    Type: AWS::Test::A
                    Properties: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: ../../../etc/passwd}}}
                """);

        ScanUnit unit = stacks.read().get(0);

        assertThat(Stacks.codes(unit))
                .containsExactly("cfn-include@6", "cfn-include@7", "cfn-include@10", "cfn-include@13");
        ResourceGraph graph = unit.worlds().get(0).graph();
        assertThat(Stacks.unknown(Stacks.property(graph, "A", "X")).reason())
                .isEqualTo("it is included from outside of the scanned tree");
        assertThat(Stacks.unknown(Stacks.property(graph, "A", "Any")).reason())
                .isEqualTo("Fn::Transform makes a part of it at deployment");
    }

    @Test
    void filesThatIncludeThemselves() {
        String include = "{Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}}";
        stacks.with("stack.yaml", "Resources: {A: {Type: AWS::Test::A, Properties: {X: %s}}}".formatted(include))
                .with("a.yaml", "{x: %s}".formatted(include));

        assertThat(Stacks.codes(stacks.read().get(0))).containsExactly("cfn-include@1");
    }

    @Test
    void filesThatMultiplyThemselves() {
        String include = "{Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}}";
        stacks.with("stack.yaml", "Resources: {A: {Type: AWS::Test::A, Properties: {X: %s}}}".formatted(include))
                .with("a.yaml", "[" + (include + ",").repeat(100) + "]");

        assertThat(Stacks.codes(stacks.read().get(0))).contains("cfn-include-limit@1");
    }

    @Test
    void filesThatAreBroken() {
        stacks.with("stack.yaml", """
                        Resources: {A: {Type: AWS::Test::A, Properties: {X: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: a.yaml}}}}}}
                        """).with("a.yaml", "b: [");

        ScanUnit unit = stacks.read().get(0);

        assertThat(unit.diagnostics()).extracting(it -> it.range().file()).containsExactly("a.yaml");
    }
}
