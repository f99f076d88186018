package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.json;
import static dev.plumbline.iac.arm.ArmTemplates.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import org.junit.jupiter.api.Test;

/** What the Bicep compiler makes: symbolic names, a deployment for each module, functions in a namespace of its own. */
class BicepOutputTest {

    private static final String MODULE = """
            'module': { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name': 'plan-module',
              'properties': { 'expressionEvaluationOptions': { 'scope': 'inner' }, 'mode': 'Incremental',
                'parameters': { 'name': { 'value': '[format(`plan-{0}`, variables(`app`))]' } },
                'template': { 'languageVersion': '2.0',
                  'parameters': { 'name': { 'type': 'string' }, 'tier': { 'type': 'string', 'nullable': true } },
                  'resources': { 'plan': { 'type': 'Microsoft.Web/serverfarms', 'apiVersion': '1',
                    'name': '[parameters(`name`)]', 'sku': { 'name': '[coalesce(parameters(`tier`), `S1`)]' } } },
                  'outputs': {
                    'id': { 'type': 'string', 'value': '[resourceId(`Microsoft.Web/serverfarms`, parameters(`name`))]' },
                    'none': { 'condition': false, 'type': 'string', 'value': '[reference(`nothing`).x]' },
                    'names': { 'type': 'array', 'copy': { 'count': 2, 'input': '[format(`n{0}`, copyIndex())]' } } } } } }
            """;

    private static Read compiled(String resources) {
        return ArmTemplates.read("""
                'languageVersion': '2.0',
                'functions': [ { 'namespace': '__bicep', 'members': {
                  'named': { 'parameters': [ { 'type': 'string', 'name': 'prefix' } ],
                    'output': { 'type': 'string', 'value': '[format(`{0}-{1}`, parameters(`prefix`), __bicep.end())]' } },
                  'end': { 'parameters': [], 'output': { 'type': 'string', 'value': 'x' } } } } ],
                'variables': { '$fxv#0': 'read from a file', 'app': '[__bicep.named(`app`)]' },
                'resources': { %s }
                """.formatted(resources));
    }

    @Test
    void modulesHaveTheirParametersAndTellTheirOutputs() {
        Read read = compiled(MODULE + """
                , 'site': { 'type': 'Microsoft.Web/sites', 'apiVersion': '1', 'name': '[variables(`app`)]', 'properties': {
                    'serverFarmId': '[reference(`module`).outputs.id.value]',
                    'names': '[reference(`module`).outputs.names.value]',
                    'script': '[variables(`$fxv#0`)]' } }
                """);
        assertThat(read.addresses()).containsExactly("module", "module/plan", "site");
        assertThat(ValueJson.compact(Read.attribute(read.at("module/plan"), "sku.name")))
                .isEqualTo("\"S1\"");
        assertThat(read.at("module/plan").attributes().get("name"))
                .satisfies(name -> assertThat(ValueJson.compact(name)).isEqualTo("\"plan-app-x\""));
        assertThat(ValueJson.compact(Read.attribute(read.at("site"), "properties.names")))
                .isEqualTo(json("['n0','n1']"));
        assertThat(ValueJson.compact(Read.attribute(read.at("site"), "properties.script")))
                .isEqualTo("\"read from a file\"");
        assertThat(read.edges(Edge.Kind.REFERENCE)).containsExactly("site properties.serverFarmId -> module/plan");
    }

    @Test
    void resourcesReferToEachOtherBySymbolicName() {
        Read read = compiled("""
                'net::sub': { 'type': 'A.B/nets/subs', 'apiVersion': '1', 'name': '[format(`{0}/{1}`, `net`, `sub`)]',
                  'dependsOn': [ 'net' ] },
                'net': { 'type': 'A.B/nets', 'apiVersion': '1', 'name': 'net' },
                'lock': { 'type': 'Microsoft.Authorization/locks', 'apiVersion': '1', 'name': 'keep',
                  'scope': '[resourceId(`A.B/nets`, `net`)]' },
                'user': { 'type': 'A.B/users', 'apiVersion': '1', 'name': 'u', 'properties': {
                  'net': '[reference(`net`).uri]', 'key': '[listKeys(`net`, `1`).key]' } }
                """);
        assertThat(read.edges(Edge.Kind.CONTAINMENT)).containsExactly("net::sub -> net", "lock -> net");
        assertThat(read.edges(Edge.Kind.ORDER)).containsExactly("net::sub -> net");
        assertThat(read.edges(Edge.Kind.REFERENCE))
                .containsExactly("user properties.net -> net", "user properties.key -> net");
    }

    @Test
    void existingResourcesMayBeElsewhere() {
        Read read = compiled("""
                'there': { 'existing': true, 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'resourceGroup': 'other' },
                'here': { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n' },
                'user': { 'type': 'A.B/d', 'apiVersion': '1', 'name': 'u', 'properties': {
                  'there': '[resourceId(`other`, `A.B/c`, `n`)]', 'here': '[resourceId(`A.B/c`, `n`)]' } }
                """);
        assertThat(read.at("there").mode()).isEqualTo(Resource.Mode.DATA);
        assertThat(read.edges(Edge.Kind.REFERENCE))
                .containsExactly("user properties.there -> there", "user properties.here -> here");
    }

    @Test
    void resourcesOfExtensionsAreNotOfAzure() {
        Read read = compiled("""
                'service': { 'import': 'kubernetes', 'type': 'core/Service@v1',
                  'properties': { 'metadata': { 'name': 'svc' } } },
                'other': { 'extension': 'k8s', 'type': 'core/Pod@v1', 'properties': { 'metadata': { 'name': 'pod' } } }
                """);
        assertThat(read.at("service").type()).isEqualTo("core/Service");
        assertThat(read.at("other").type()).isEqualTo("core/Pod");
        assertThat(read.diagnostics()).isEmpty();
    }

    @Test
    void theSourceBesideItIsToldOf() {
        String compiled =
                template("'metadata': { '_generator': { 'name': 'bicep', 'version': '0.30' } }, 'resources': {}");
        ArmTemplates files = new ArmTemplates().with("app/main.json", compiled);
        assertThat(files.read().diagnostics()).isEmpty();
        Diagnostic note = files.with("app/main.bicep", "param x string")
                .read()
                .unit()
                .diagnostics()
                .get(0);
        assertThat(note.severity() + " " + note.summary()).isEqualTo("INFO Template is compiled from app/main.bicep");
        assertThat(note.range().startLine()).isEqualTo(1);
    }
}
