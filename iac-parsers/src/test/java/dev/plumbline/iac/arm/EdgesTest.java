package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Edge.Kind;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import org.junit.jupiter.api.Test;

class EdgesTest {

    @Test
    void idsInPropertiesTieResourcesTogether() {
        Read read = read("""
                'parameters': { 'nsg': { 'type': 'string' } },
                'variables': { 'vnetId': '[resourceId(`Microsoft.Network/virtualNetworks`, `net`)]' },
                'resources': [
                  { 'type': 'Microsoft.Network/networkSecurityGroups', 'apiVersion': '1', 'name': '[parameters(`nsg`)]' },
                  { 'type': 'Microsoft.Network/virtualNetworks', 'apiVersion': '1', 'name': 'net', 'properties': {
                      'subnets': [ { 'name': 'one', 'properties': { 'networkSecurityGroup': {
                        'id': '[resourceId(`Microsoft.Network/networkSecurityGroups`, parameters(`nsg`))]' } } } ] } },
                  { 'type': 'Microsoft.Network/networkInterfaces', 'apiVersion': '1', 'name': 'nic', 'properties': {
                      'subnet': { 'id': '[concat(variables(`vnetId`), `/subnets/one`)]' } } }
                ]
                """);
        assertThat(read.edges(Kind.REFERENCE))
                .containsExactly(
                        "Microsoft.Network/virtualNetworks/net properties.subnets[0].properties.networkSecurityGroup.id"
                                + " -> Microsoft.Network/networkSecurityGroups/<nsg>",
                        "Microsoft.Network/networkInterfaces/nic properties.subnet.id"
                                + " -> Microsoft.Network/virtualNetworks/net");
        assertThat(read.graph().edges()).extracting(Edge::toPath).containsExactly("id", "");
    }

    @Test
    void idsInsideOfUnknownValuesCount() {
        Read read = read("""
                'resources': [
                  { 'type': 'Microsoft.Storage/storageAccounts', 'apiVersion': '1',
                    'name': '[concat(`log`, uniqueString(resourceGroup().id))]' },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                      'uri': '[reference(concat(`log`, uniqueString(resourceGroup().id))).primaryEndpoints.blob]',
                      'key': '[concat(`Key=`, listKeys(resourceId(`Microsoft.Storage/storageAccounts`,
                                concat(`log`, uniqueString(resourceGroup().id))), `1`).keys[0].value)]' } }
                ]
                """);
        assertThat(read.edges(Kind.REFERENCE))
                .containsExactly(
                        "A.B/c/n properties.uri -> Microsoft.Storage/storageAccounts/log<uniqueString(resourceGroup().id)>",
                        "A.B/c/n properties.key -> Microsoft.Storage/storageAccounts/log<uniqueString(resourceGroup().id)>");
    }

    @Test
    void dependenciesAreGivenByIdNameOrLoop() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'one' },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[concat(`two`, copyIndex())]',
                    'copy': { 'name': 'loop', 'count': 2 } },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'byId', 'dependsOn': [ '[resourceId(`A.B/c`, `one`)]' ] },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'byType', 'dependsOn': [ 'A.B/c/one' ] },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'byName', 'dependsOn': [ 'one' ] },
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'byLoop', 'dependsOn': [ 'loop' ] }
                ]
                """);
        assertThat(read.edges(Kind.ORDER))
                .containsExactly(
                        "A.B/c/byId -> A.B/c/one",
                        "A.B/c/byType -> A.B/c/one",
                        "A.B/c/byName -> A.B/c/one",
                        "A.B/c/byLoop -> A.B/c/two0",
                        "A.B/c/byLoop -> A.B/c/two1");
    }

    @Test
    void symbolicNamesAndScopesAreFollowed() {
        Read read = read("""
                'languageVersion': '2.0',
                'resources': {
                  'kv': { 'type': 'Microsoft.KeyVault/vaults', 'apiVersion': '1', 'name': 'v' },
                  'logs': { 'type': 'Microsoft.Insights/diagnosticSettings', 'apiVersion': '1', 'name': 'd',
                            'scope': '[format(`Microsoft.KeyVault/vaults/{0}`, `v`)]', 'dependsOn': [ 'kv' ] },
                  'app': { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                           'properties': { 'uri': '[reference(`kv`).vaultUri]', 'id': '[resourceInfo(`kv`).id]' } }
                }
                """);
        assertThat(read.edges(Kind.CONTAINMENT)).containsExactly("logs -> kv");
        assertThat(read.edges(Kind.ORDER)).containsExactly("logs -> kv");
        assertThat(read.edges(Kind.REFERENCE)).containsExactly("app properties.uri -> kv", "app properties.id -> kv");
    }

    @Test
    void nestedTemplatesMentionResourcesOfThoseAroundThem() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'outer' },
                  { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd', 'properties': {
                      'expressionEvaluationOptions': { 'scope': 'inner' },
                      'parameters': { 'target': { 'value': '[resourceId(`A.B/c`, `outer`)]' } },
                      'template': { 'parameters': { 'target': { 'type': 'string' } }, 'resources': [
                        { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'inner',
                          'properties': { 'id': '[parameters(`target`)]' } } ] } } }
                ]
                """);
        assertThat(read.edges(Kind.REFERENCE)).contains("A.B/c/inner properties.id -> A.B/c/outer");
    }
}
