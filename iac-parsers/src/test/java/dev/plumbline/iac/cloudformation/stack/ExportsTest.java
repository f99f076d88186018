package dev.plumbline.iac.cloudformation.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.cloudformation.Stacks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    @TempDir
    private Path directory;

    private static final String IMPORTING = """
            Resources:
              T:
                Type: AWS::SNS::Topic
                Properties: {Name: !ImportValue name, Key: !ImportValue key, None: !ImportValue none}
            """;

    @Test
    void whatOneTemplateExportsOthersImport() {
        Stacks stacks = new Stacks(directory).with("app.yaml", IMPORTING).with("base.yaml", """
                        Parameters: {Prefix: {Type: String, Default: na}}
                        Resources: {Key: {Type: AWS::KMS::Key}}
                        Outputs:
                          Name: {Value: topic, Export: {Name: !Sub "${Prefix}me"}}
                          Key: {Value: !GetAtt Key.Arn, Export: {Name: key}}
                          Other: {Value: x, Export: {Name: !Sub "${AWS::StackName}-x"}}
                        """);

        List<ScanUnit> units = stacks.read();

        var graph = units.get(0).worlds().get(0).graph();
        assertThat(Stacks.shown(Stacks.property(graph, "T", "Name"))).isEqualTo("\"topic\"");
        assertThat(graph.at("T").orElseThrow().attributes().get("Name").origin().chain())
                .extracting(step -> step.range().file())
                .containsExactly("app.yaml", "base.yaml");
        Unknown key = Stacks.unknown(Stacks.property(graph, "T", "Key"));
        assertThat(key.reason()).isEqualTo("exported by base.yaml, known after deployment: Key.Arn");
        assertThat(key.prefix()).isEqualTo("arn:aws");
        assertThat(key.symbol()).isEqualTo("<export key>");
        assertThat(Stacks.unknown(Stacks.property(graph, "T", "None")).cause()).isEqualTo(Unknown.Cause.EXTERNAL);
    }

    @Test
    void aNameThatIsExportedTwiceIsNotCertain() {
        Stacks stacks = new Stacks(directory)
                .with("app.yaml", IMPORTING)
                .with(
                        "dev.yaml",
                        "Resources: {K: {Type: AWS::KMS::Key}}\n"
                                + "Outputs: {N: {Value: dev, Export: {Name: name}}}\n")
                .with(
                        "prod.yaml",
                        "Resources: {K: {Type: AWS::KMS::Key}}\n"
                                + "Outputs: {N: {Value: prod, Export: {Name: name}}}\n");

        var graph = stacks.read().get(0).worlds().get(0).graph();

        assertThat(Stacks.unknown(Stacks.property(graph, "T", "Name")).reason())
                .isEqualTo("name is exported by another stack");
    }
}
