package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.json;
import static dev.plumbline.iac.arm.ArmTemplates.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    @Test
    void aResourceIsItsOwnJsonEvaluated() {
        Read read = read("""
                'parameters': { 'size': { 'type': 'string', 'defaultValue': 'Standard_LRS' } },
                'variables': { 'name': '[concat(`logs`, `01`)]' },
                'resources': [
                  {
                    'type': 'Microsoft.Storage/storageAccounts',
                    'apiVersion': '2023-01-01',
                    'name': '[variables(`NAME`)]',
                    'comments': 'for logs',
                    'sku': { 'name': '[parameters(`size`)]' },
                    'dependsOn': [],
                    'properties': { 'note': '[[not an expression]' }
                  }
                ]
                """);
        Resource account = read.only();
        assertThat(account.address()).isEqualTo("Microsoft.Storage/storageAccounts/logs01");
        assertThat(account.version()).isEqualTo("2023-01-01");
        assertThat(read.text(account.header())).isEqualTo("\"type\": \"Microsoft.Storage/storageAccounts\"");
        assertThat(ValueJson.compact(account.attributes()))
                .isEqualTo(json("{'type':'Microsoft.Storage/storageAccounts','apiVersion':'2023-01-01','name':'logs01',"
                        + "'sku':{'name':'Standard_LRS'},'properties':{'note':'[not an expression]'}}"));
        assertThat(read.diagnostics()).isEmpty();
    }

    @Test
    void aValueKnowsWhereItIsUsedAndWhereItComesFrom() {
        Read read = read("""
                'parameters': { 'tls': { 'type': 'string', 'defaultValue': 'TLS1_0' } },
                'variables': { 'tls': '[parameters(`tls`)]' },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                    'properties': { 'min': '[toUpper(variables(`tls`))]' } } ]
                """);
        assertThat(read.attribute("properties.min").origin().chain().stream().map(step -> read.text(step.range())))
                .containsExactly(
                        json("'[toUpper(variables(`tls`))]'"), json("'[parameters(`tls`)]'"), json("'TLS1_0'"));
    }

    @Test
    void copiesAreExpanded() {
        Read read = read("""
                'resources': [ {
                  'type': 'A.B/c', 'apiVersion': '1', 'name': '[concat(`n`, copyIndex(1))]',
                  'copy': { 'name': 'all', 'count': 2 },
                  'properties': {
                    'copy': [ { 'name': 'disks', 'count': 2,
                                'input': { 'lun': '[copyIndex(`disks`)]', 'of': '[copyIndex(`all`)]' } } ] }
                } ]
                """);
        assertThat(read.addresses()).containsExactly("A.B/c/n1", "A.B/c/n2");
        assertThat(ValueJson.compact(Read.attribute(read.at("A.B/c/n2"), "properties")))
                .isEqualTo(json("{'disks':[{'lun':0,'of':1},{'lun':1,'of':1}]}"));
    }

    @Test
    void aCountThatIsNotKnownGivesOneInstanceThatMayNotBeThere() {
        Read read = read("""
                'parameters': { 'n': { 'type': 'int' } },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[concat(`n`, copyIndex())]',
                  'copy': { 'name': 'all', 'count': '[parameters(`n`)]' } } ]
                """);
        assertThat(read.addresses()).containsExactly("A.B/c/n<copyIndex()>");
        assertThat(read.only().existence().reason())
                .isEqualTo("the count of copy loop 'all' is not known: parameter n has no value");
    }

    @Test
    void conditionsDecideWhetherAResourceIsThere() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'never', 'condition': '[equals(1, 2)]',
                    'resources': [ { 'type': 'd', 'apiVersion': '1', 'name': 'child' } ] },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'always', 'condition': true },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'perhaps', 'condition': '[bool(newGuid())]' }
                ]
                """);
        assertThat(read.addresses()).containsExactly("A.B/c/always", "A.B/c/perhaps");
        assertThat(read.at("A.B/c/always").existence().certain()).isTrue();
        assertThat(read.at("A.B/c/perhaps").existence().reason()).startsWith("its condition is not known: newGuid()");
    }

    @Test
    void childrenHaveTheTypeAndNameOfTheirParentBeforeTheirOwn() {
        Read read = read("""
                'resources': [
                  { 'type': 'Microsoft.Sql/servers', 'apiVersion': '1', 'name': 'srv', 'resources': [
                    { 'type': 'databases', 'apiVersion': '1', 'name': 'db', 'resources': [
                      { 'type': 'providers/locks', 'apiVersion': '1', 'name': 'Microsoft.Authorization/keep' } ] },
                    { 'type': 'Microsoft.Sql/servers/firewallRules', 'apiVersion': '1', 'name': 'srv/all' } ] },
                  { 'type': 'Microsoft.Sql/servers/auditingSettings', 'apiVersion': '1', 'name': 'srv/default' },
                  { 'type': 'Microsoft.Sql/servers/providers/diagnosticSettings', 'apiVersion': '1',
                    'name': 'srv/Microsoft.Insights/logs' }
                ]
                """);
        assertThat(read.addresses())
                .containsExactly(
                        "Microsoft.Sql/servers/srv",
                        "Microsoft.Sql/servers/databases/srv/db",
                        "Microsoft.Authorization/locks/keep",
                        "Microsoft.Sql/servers/firewallRules/srv/all",
                        "Microsoft.Sql/servers/auditingSettings/srv/default",
                        "Microsoft.Insights/diagnosticSettings/logs");
        assertThat(read.edges(Edge.Kind.CONTAINMENT))
                .containsExactly(
                        "Microsoft.Sql/servers/databases/srv/db -> Microsoft.Sql/servers/srv",
                        "Microsoft.Authorization/locks/keep -> Microsoft.Sql/servers/databases/srv/db",
                        "Microsoft.Sql/servers/firewallRules/srv/all -> Microsoft.Sql/servers/srv",
                        "Microsoft.Sql/servers/auditingSettings/srv/default -> Microsoft.Sql/servers/srv",
                        "Microsoft.Insights/diagnosticSettings/logs -> Microsoft.Sql/servers/srv");
    }

    @Test
    void whatIsNotKnownOfANameStandsInBrackets() {
        Read read = read("""
                'parameters': { 'site': { 'type': 'string' } },
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[parameters(`site`)]' },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[concat(`log`, uniqueString(resourceGroup().id))]' },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[newGuid()]' },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[newGuid()]' },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[newGuid()]' }
                ]
                """);
        assertThat(read.addresses())
                .containsExactly(
                        "A.B/c/<site>",
                        "A.B/c/log<uniqueString(resourceGroup().id)>",
                        "A.B/c/<unknown>",
                        "A.B/c/<unknown>#2",
                        "A.B/c/<unknown>#3");
    }

    @Test
    void symbolicNamesAreAddresses() {
        Read read = read("""
                'languageVersion': '2.0',
                'resources': {
                  'vault': { 'type': 'Microsoft.KeyVault/vaults', 'apiVersion': '1', 'name': 'v', 'existing': true },
                  'disk': { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[format(`d{0}`, copyIndex())]',
                            'copy': { 'name': 'disk', 'count': 2 } }
                }
                """);
        assertThat(read.addresses()).containsExactly("vault", "disk[0]", "disk[1]");
        assertThat(read.at("vault").mode()).isEqualTo(Resource.Mode.DATA);
        assertThat(read.at("disk[0]").mode()).isEqualTo(Resource.Mode.MANAGED);
    }

    @Test
    void nestedTemplatesHaveTheirOwnParametersInInnerScopeAndThoseAroundThemInOuter() {
        String nested = """
                { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': '%s',
                  'properties': {
                    'mode': 'Incremental', %s
                    'parameters': { 'n': { 'value': '[concat(parameters(`n`), `-passed`)]' } },
                    'template': {
                      'parameters': { 'n': { 'type': 'string' } },
                      'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[parameters(`n`)]' } ] } } }
                """;
        Read read = read("'parameters': { 'n': { 'type': 'string', 'defaultValue': 'outer' } }, 'resources': ["
                + nested.formatted("one", "'expressionEvaluationOptions': { 'scope': 'inner' },") + ","
                + nested.formatted("two", "") + "]");
        assertThat(read.addresses())
                .containsExactly(
                        "Microsoft.Resources/deployments/one",
                        "A.B/c/outer-passed",
                        "Microsoft.Resources/deployments/two",
                        "A.B/c/outer");
        assertThat(read.at("A.B/c/outer-passed").calls())
                .extracting(Resource.Call::name)
                .containsExactly("one");
        assertThat(ValueJson.compact(
                        read.at("Microsoft.Resources/deployments/two").attributes()))
                .doesNotContain("A.B/c");
    }

    @Test
    void referencesShowWhatTheTemplateWrites() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'one', 'location': 'westeurope',
                    'properties': { 'tier': 'Gold' } },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'two', 'properties': {
                      'tier': '[reference(`one`).tier]',
                      'byId': '[reference(resourceId(`A.B/c`, `one`), `1`, `Full`).location]',
                      'more': '[reference(`one`).endpoint]' } }
                ]
                """);
        assertThat(ValueJson.compact(Read.attribute(read.at("A.B/c/two"), "properties")))
                .isEqualTo(json("{'tier':'Gold','byId':'westeurope','more':'(unknown: reference() reads a resource when"
                        + " the template is deployed)'}"));
    }

    @Test
    void outputsOfNestedTemplatesAreKnown() {
        Read read = read("""
                'resources': [
                  { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'net', 'properties': {
                      'template': { 'resources': [], 'outputs': { 'cidr': { 'type': 'string', 'value': '10.0.0.0/8' } } } } },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                    'properties': { 'cidr': '[reference(`net`).outputs.cidr.value]' } }
                ]
                """);
        assertThat(Read.attribute(read.at("A.B/c/n"), "properties.cidr"))
                .isInstanceOfSatisfying(
                        StringValue.class, cidr -> assertThat(cidr.value()).isEqualTo("10.0.0.0/8"));
    }

    @Test
    void templatesAreRecognisedAndOtherFilesAreNot() {
        String resource = "'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n' } ]";
        var units = new ArmTemplates()
                .with("shape.json", json("{ 'contentVersion': '1.0.0.0', " + resource + " }"))
                .with(
                        "old.json",
                        json("{ '$schema': 'HTTP://x/2014-04-01-preview/DeploymentTemplate.json', 'resources': [] }"))
                .with(
                        "sub.json",
                        json("{ '$schema': 'https://x/2018-05-01/subscriptionDeploymentTemplate.json#', " + resource
                                + " }"))
                .with(
                        "artifact.json",
                        json("{ 'kind': 'template', 'properties': { 'template': { " + ArmTemplates.SCHEMA + ", "
                                + resource + " } } }"))
                .with(
                        "p.parameters.json",
                        json("{ '$schema': 'https://x/2015-01-01/deploymentParameters.json#',"
                                + " 'contentVersion': '1.0.0.0', 'parameters': {} }"))
                .with(
                        "createUiDefinition.json",
                        json("{ '$schema': 'https://x/CreateUIDefinition.MultiVm.json#',"
                                + " 'parameters': { 'resourceTypes': [] } }"))
                .with("package.json", json("{ 'name': 'x', 'version': '1', 'resources': {} }"))
                .with("stack.json", json("{ 'AWSTemplateFormatVersion': '2010-09-09', 'Resources': {} }"))
                .readAll(Inputs.NONE);
        assertThat(units.stream().map(read -> read.unit().path()))
                .containsExactly("artifact.json", "old.json", "shape.json", "sub.json");
    }
}
