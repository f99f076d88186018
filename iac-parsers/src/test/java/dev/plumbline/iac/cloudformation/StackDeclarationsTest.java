package dev.plumbline.iac.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.ValueJson;
import org.junit.jupiter.api.Test;

/** What a template declares beside its resources. */
class StackDeclarationsTest {
    private static final ResourceGraph GRAPH = Stacks.graph("""
            Parameters:
              Password: { Type: String, NoEcho: "true", Default: tulip }
              Size: { Type: Number, Default: 3, AllowedValues: [3, 5] }
            Conditions:
              Never: !Equals [a, b]
            Resources:
              Topic: { Type: AWS::SNS::Topic }
            Outputs:
              Secret: { Value: !Sub "postgres://${Password}@db" }
              Topic: { Value: !Ref Topic }
              Hidden: { Condition: Never, Value: x }
            """);

    private static Value at(String address, String member) {
        return GRAPH.at(address).orElseThrow().attributes().get(member);
    }

    @Test
    void parametersSayWhatIsWritten() {
        assertThat(ValueJson.compact(at("Parameters.Password", "NoEcho"))).isEqualTo("true");
        assertThat(at("Parameters.Password", "Default").sensitive()).isTrue();
        assertThat(at("Parameters.Size", "Default").sensitive()).isFalse();
        assertThat(at("Parameters.Size", "NoEcho")).isNull();
        assertThat(ValueJson.compact(at("Parameters.Size", "AllowedValues"))).isEqualTo("[3,5]");
    }

    @Test
    void outputsAreEvaluated() {
        assertThat(at("Outputs.Secret", "Value").sensitive()).isTrue();
        assertThat(at("Outputs.Topic", "Value").sensitive()).isFalse();
    }

    @Test
    void whatIsNotPutOutIsNotThere() {
        assertThat(GRAPH.declarations())
                .extracting(Resource::address)
                .containsExactly("Parameters.Password", "Parameters.Size", "Outputs.Secret", "Outputs.Topic");
        assertThat(GRAPH.resources()).extracting(Resource::address).containsExactly("Topic");
    }

    /** A reference from an output is none of a resource. */
    @Test
    void noEdgesStartAtOutputs() {
        assertThat(GRAPH.edges()).isEmpty();
    }
}
