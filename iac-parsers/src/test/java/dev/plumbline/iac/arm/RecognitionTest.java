package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a template, and for its parameter file. */
class RecognitionTest {
    private static final String SITE =
            "{ 'type': 'Microsoft.Web/sites', 'apiVersion': '2023-12-01', 'name': 'a', 'location': 'westeurope' }";

    private static List<Read> readAll(String content) {
        return new ArmTemplates().with("some.json", json(content)).readAll(Inputs.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploymentTemplate.json#",
                "subscriptionDeploymentTemplate.json#",
                "managementGroupDeploymentTemplate.json#",
                "tenantDeploymentTemplate.json#",
                "DeploymentTemplate.json"
            })
    void schemasOfAllScopes(String file) {
        List<Read> read = readAll("{ '$schema': 'https://schema.management.azure.com/schemas/2019-08-01/" + file
                + "', 'contentVersion': '1.0.0.0', 'resources': [ " + SITE + " ] }");
        assertThat(read).hasSize(1);
        assertThat(read.get(0).addresses()).containsExactly("Microsoft.Web/sites/a");
        assertThat(read.get(0).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ 'contentVersion': '1.0.0.0', 'resources': [ SITE ] }",
                "{ 'contentVersion': '1.0.0.0', 'resources': { 'site': SITE } }",
                "{ 'resources': [ SITE ] }",
                "{ 'properties': { 'mode': 'Incremental', 'template': { 'contentVersion': '1.0.0.0', 'resources': [ SITE ] } } }",
                "{ 'properties': { 'mainTemplate': { 'contentVersion': '1.0.0.0', 'resources': [ SITE ] } } }"
            })
    void shape(String content) {
        assertThat(readAll(content.replace("SITE", SITE))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // parameters
                "{ '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',"
                        + " 'contentVersion': '1.0.0.0', 'parameters': { 'a': { 'value': 1 } } }",
                // the portal's form
                "{ '$schema': 'https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#',"
                        + " 'handler': 'Microsoft.Azure.CreateUIDef', 'parameters': { 'resources': [ SITE ] } }",
                "{ '$schema': 'https://schema.management.azure.com/schemas/2021-09-09/uiFormDefinition.schema.json#',"
                        + " 'contentVersion': '1', 'resources': [ SITE ] }",
                // a workflow
                "{ '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',"
                        + " 'contentVersion': '1.0.0.0', 'triggers': {}, 'actions': {}, 'resources': [ SITE ] }",
                // a policy that deploys something
                "{ 'properties': { 'policyRule': { 'if': {}, 'then': { 'effect': 'deployIfNotExists', 'details': { 'deployment': {"
                        + " 'properties': { 'template': { 'contentVersion': '1.0.0.0', 'resources': [ SITE ] } } } } } } } }",
                // a workbook, a resource as Azure shows it, metadata of a quickstart
                "{ 'version': 'Notebook/1.0', 'items': [ { 'type': 1, 'content': { 'resources': [ SITE ] } } ] }",
                SITE,
                "{ '$schema': 'https://aka.ms/azure-quickstart-templates-metadata-schema#', 'type': 'QuickStart', 'apiVersion': 1 }",
                // other languages
                "{ 'Resources': { 'Bucket': { 'Type': 'AWS::S3::Bucket', 'apiVersion': '1' } } }",
                "{ 'apiVersion': 'v1', 'kind': 'List', 'items': [], 'resources': [ { 'type': 'pods/log', 'apiVersion': 'v1' } ] }",
                "[ 'contentVersion' ]"
            })
    void otherFilesAreLeftAlone(String content) {
        assertThat(readAll(content.replace("SITE", SITE))).isEmpty();
    }

    @Test
    void commentsStringsOverLinesAndLastCommasAreNoFaults() {
        Read read = new ArmTemplates().with("main.json", json("""
                        // what it is
                        { '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
                          /* which one */ 'contentVersion': '1.0.0.0',
                          'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                            'text': '[concat(`a`,
                                `b`)]',
                          }, }, ] }
                        """)).read();
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.attribute("properties.text")).hasFieldOrPropertyWithValue("value", "ab");
    }

    @Test
    void aNamedFileThatHoldsNoParametersIsToldABareOneIsRead() {
        String template = ArmTemplates.template("'parameters': { 'p': { 'type': 'string' } }, 'resources': ["
                + " { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[parameters(`p`)]' } ]");
        Inputs inputs = new Inputs(Map.of(), List.of(), List.of(Path.of("p.json")));
        Read none = new ArmTemplates()
                .with("main.json", template)
                .with("p.json", json("{ 'p': 'x' }"))
                .readAll(inputs)
                .get(0);
        assertThat(none.diagnostics()).containsExactly("File is not a parameter file");
        assertThat(none.addresses()).containsExactly("A.B/c/<p>");
        Read bare = new ArmTemplates()
                .with("main.json", template)
                .with("p.json", json("{ 'P': { 'value': 'x', }, }"))
                .readAll(inputs)
                .get(0);
        assertThat(bare.diagnostics()).isEmpty();
        assertThat(bare.addresses()).containsExactly("A.B/c/x");
    }
}
