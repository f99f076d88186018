package dev.plumbline.iac.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ValueJson;
import org.junit.jupiter.api.Test;

/** What a template declares beside its resources. */
class ArmDeclarationsTest {
    private static final ArmTemplates.Read TEMPLATE = ArmTemplates.read("""
            'definitions': { 'secret': { 'type': 'securestring' } },
            'parameters': {
              'password': { '$ref': '#/definitions/secret', 'defaultValue': 'tulip' },
              'size': { 'type': 'int' }
            },
            'resources': [],
            'outputs': {
              'password': { 'type': 'string', 'value': '[parameters(`password`)]' },
              'never': { 'type': 'string', 'condition': false, 'value': 'x' },
              'odd': { 'type': 'string', 'value': '[variables(`missing`)]' }
            }
            """);

    private static Resource declared(String address) {
        ResourceGraph graph = TEMPLATE.unit().worlds().get(0).graph();
        return graph.declarations().stream()
                .filter(declaration -> declaration.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + address));
    }

    @Test
    void parametersHaveTheirTypeAndDefault() {
        Resource password = declared("parameters/password");

        assertThat(password.type()).isEqualTo("Microsoft.Resources/deployments/parameters");
        assertThat(password.mode()).isEqualTo(Resource.Mode.DECLARED);
        assertThat(ValueJson.compact(password.attributes().get("type"))).isEqualTo("\"securestring\"");
        assertThat(password.attributes().get("defaultValue").sensitive()).isTrue();
        assertThat(declared("parameters/size").attributes().get("defaultValue")).isNull();
    }

    @Test
    void outputsHaveTheirValue() {
        assertThat(declared("outputs/password").attributes().get("value").sensitive())
                .isTrue();
        assertThat(TEMPLATE.unit().worlds().get(0).graph().declarations())
                .extracting(Resource::address)
                .containsExactly("parameters/password", "parameters/size", "outputs/password", "outputs/odd");
    }

    /** No resource hangs on it, and the deployment says so by itself. */
    @Test
    void whatIsWrongInAnOutputIsNoProblemOfTheTemplate() {
        assertThat(TEMPLATE.unit().diagnostics()).isEmpty();
    }

    @Test
    void declarationsAreNoResources() {
        assertThat(TEMPLATE.unit().worlds().get(0).graph().resources()).isEmpty();
    }
}
