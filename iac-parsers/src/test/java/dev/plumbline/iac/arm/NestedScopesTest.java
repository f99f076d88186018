package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the templates of deployments within a deployment go. */
class NestedScopesTest {

    private static Read nested(String where) {
        return read("""
                'resources': [ { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd', %s,
                  'properties': { 'expressionEvaluationOptions': { 'scope': 'inner' }, 'template': { 'resources': [
                    { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                      'properties': { 'id': '[resourceId(`A.B/c`, `n`)]' } } ] } } } ]
                """.formatted(where));
    }

    private static String told(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        }
        Unknown unknown = ((UnknownValue) value).unknown();
        return unknown.symbol();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'location': 'x' | /subscriptions/<subscription().subscriptionId>/resourceGroups/<resourceGroup().name>/providers/A.B/c/n",
                "'resourceGroup': 'other' | /subscriptions/<subscription().subscriptionId>/resourceGroups/other/providers/A.B/c/n",
                "'resourceGroup': 'other', 'subscriptionId': '0' | /subscriptions/0/resourceGroups/other/providers/A.B/c/n",
                "'subscriptionId': '0' | /subscriptions/0/providers/A.B/c/n",
            })
    void aDeploymentGoesWhereItSays(String where, String id) {
        assertThat(told(Read.attribute(nested(where).at("A.B/c/n"), "properties.id")))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'scope': 'Microsoft.Management/managementGroups/mg' | mg",
                "'scope': '[tenantResourceId(`Microsoft.Management/managementGroups`, `mg`)]' | mg",
            })
    void toAManagementGroupToo(String where, String group) {
        Read read = read("""
                'resources': [ { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd', %s,
                  'properties': { 'expressionEvaluationOptions': { 'scope': 'inner' }, 'template': { 'resources': [
                    { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                      'properties': { 'group': '[managementGroup().name]' } } ] } } } ]
                """.formatted(where));
        assertThat(told(Read.attribute(read.at("A.B/c/n"), "properties.group"))).isEqualTo(group);
    }

    @Test
    void resourcesOfTheSameNameInOtherGroupsAreToldApart() {
        Read read = read("""
                'resources': [
                  { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n' },
                  { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd', 'resourceGroup': 'other',
                    'properties': { 'expressionEvaluationOptions': { 'scope': 'inner' }, 'template': { 'resources': [
                      { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n' } ] } } },
                  { 'type': 'A.B/d', 'apiVersion': '1', 'name': 'user', 'properties': {
                    'there': '[resourceId(`other`, `A.B/c`, `n`)]', 'here': '[resourceId(`A.B/c`, `n`)]',
                    'deployment': '[resourceId(`other`, `Microsoft.Resources/deployments`, `d`)]' } } ]
                """);
        assertThat(read.edges(Edge.Kind.REFERENCE))
                .containsExactly(
                        "A.B/d/user properties.there -> A.B/c/n#2",
                        "A.B/d/user properties.here -> A.B/c/n",
                        "A.B/d/user properties.deployment -> Microsoft.Resources/deployments/d");
    }
}
