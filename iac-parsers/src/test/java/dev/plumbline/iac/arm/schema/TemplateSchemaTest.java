package dev.plumbline.iac.arm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Diagnostic.Severity;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSchemaTest {
    private static final String SITE = "'type': 'Microsoft.Web/sites', 'name': 'a', 'apiVersion': '2023-12-01'";

    private static List<Diagnostic> check(String template) {
        SourceFile file = new SourceFile("t.json", template.replace('\'', '"').replace('`', '\''));
        List<Diagnostic> faults = new ArrayList<>();
        TemplateSchema.check((Mapping) TreeReader.json(file).root(), faults::add);
        return faults;
    }

    private static String template(String body) {
        return "{ '$schema': 's', 'contentVersion': '1.0.0.0',\n" + body + "\n}";
    }

    private static List<String> faults(String body) {
        return check(template(body)).stream()
                .map(fault -> (fault.severity() == Severity.ERROR ? "error: " : "") + fault.summary())
                .toList();
    }

    private static String resource(String members) {
        return "'resources': [ {" + members + "} ]";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resources': []",
                "'resources': {}",
                "'RESOURCES': [ { 'Type': 'Microsoft.Web/sites', 'NAME': 'a', 'apiversion': '2023-12-01' } ]",
                "'resources': [ { " + SITE + ", 'location': null, 'tags': '[variables(`t`)]', 'dependsOn': ['x'] } ]",
                "'resources': [ { 'type': '[variables(`t`)]', 'name': '[a()]', 'apiVersion': '[variables(`v`)]' } ]",
                "'resources': [ { 'type': 'A.B/c/d', 'name': '[concat(`a`, `/b`)]', 'apiVersion': '2023-12-01-preview' } ]",
                "'resources': [ { 'type': 'A.B/c/providers/locks', 'name': 'a/D.E/l', 'apiVersion': '2016-09-01' } ]",
                "'resources': [ { " + SITE
                        + ", 'resources': [ { 'type': 'config', 'name': 'web', 'apiVersion': '2023-12-01' } ] } ]",
                "'resources': { 'site': { " + SITE + ", 'existing': true, 'condition': '[equals(1, 2)]' } }",
                "'resources': { 'group': { 'extension': 'graph', 'type': 'Microsoft.Graph/groups@v1.0', 'properties': {} } }",
                "'resources': [ { " + SITE
                        + ", 'copy': { 'name': 'c', 'count': '[length(`ab`)]', 'mode': 'Serial', 'batchSize': 2 } } ]",
                "'resources': [], 'parameters': { 'p': { 'type': 'SecureString' }, 'q': { '$ref': '#/definitions/t' } }",
                "'resources': [], 'parameters': { 'type': { 'type': 'int', 'minValue': 1, 'allowedValues': [1, 2] } }",
                "'resources': [], 'outputs': { 'o': { 'type': 'array', 'copy': { 'count': 2, 'input': 1 } } }",
                "'resources': [], 'outputs': { 'o': { 'type': 'string', 'condition': false, 'value': null } }",
                "'resources': [], 'functions': [ { 'namespace': 'n', 'members': { 'f': { 'output': { 'type': 'int', 'value': 1 } } } } ]",
                "'resources': [], 'variables': { 'properties': { 'resources': 3 }, 'copy': [] }, 'metadata': { 'a': 1 }",
                "'resources': [ { " + SITE + ", 'properties': { 'template': { 'resources': 'of its own' } } } ]",
            })
    void whatCanBeDeployedIsLeftAlone(String body) {
        assertThat(faults(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'name': 'a', 'apiVersion': '2023-12-01'                                   | error: Resource has no type
            'type': 3, 'name': 'a', 'apiVersion': '2023-12-01'                        | error: Type of a resource is not a string
            'type': 'sites', 'name': 'a', 'apiVersion': '2023-12-01'                  | Type of a resource has no namespace, as in Microsoft.Web/sites
            'type': 'A.B/c ', 'name': 'a', 'apiVersion': '2023-12-01'                 | Type of a resource is not written as in Microsoft.Web/sites
            'type': 'A.B/c', 'apiVersion': '2023-12-01'                               | Resource has no name
            'type': 'A.B/c', 'name': '', 'apiVersion': '2023-12-01'                   | Name of a resource is empty
            'type': 'A.B/c', 'name': 'a/b', 'apiVersion': '2023-12-01'                | Name has more segments than the type has behind its namespace
            'type': 'A.B/c/d', 'name': 'a', 'apiVersion': '2023-12-01'                | Name has not the two segments that the type has behind its namespace
            'type': 'A.B/c/d/e', 'name': 'a/b', 'apiVersion': '2023-12-01'            | Name has not the three segments that the type has behind its namespace
            'type': 'A.B/c', 'name': 'a'                                              | Resource has no apiVersion
            'type': 'A.B/c', 'name': 'a', 'apiVersion': 'latest'                      | apiVersion is not a date, as in 2024-01-31 or 2024-01-31-preview
            'type': 'A.B/c', 'name': 'a', 'apiVersion': '2023-12-01', 'condition': 1  | condition is neither a boolean nor an expression
            'type': 'A.B/c', 'name': 'a', 'apiVersion': '2023-12-01', 'dependsOn': [{}] | Dependency is not a string
            'type': 'A.B/c', 'name': 'a', 'apiVersion': '2023-12-01', 'copy': { 'name': 'x' } | Copy loop has no count
            'type': 'A.B/c', 'name': 'a', 'apiVersion': '2023-12-01', 'copy': { 'name': 'x', 'count': 2, 'mode': 'fast' } | mode of a copy loop is neither serial nor parallel
            'type': 'A.B/c', 'name': 'a', 'apiVersion': '2023-12-01', 'properties': [] | properties is not an object
            'type': 'A.B/c', 'name': 'a', 'apiVersion': '2023-12-01', 'resources': 1  | error: Resources are neither an array nor an object
            """)
    void faultsOfResources(String members, String fault) {
        assertThat(faults(resource(members))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'parameters': {}                                             | Template has no resources
            'resources': 'none'                                          | error: Resources are neither an array nor an object
            'resources': [ 7 ]                                           | error: Resource is not an object
            'resources': [], 'parameters': []                            | parameters is not an object
            'resources': [], 'parameters': { 'p': 'x' }                  | Parameter is not an object
            'resources': [], 'parameters': { 'p': {} }                   | Parameter has no type
            'resources': [], 'parameters': { 'p': { 'type': 'text' } }   | Type is none of string, securestring, int, bool, object, secureObject and array
            'resources': [], 'parameters': { 'p': { 'type': 'int', 'maxValue': '1' } } | maxValue is not an integer
            'resources': [], 'variables': 1                              | variables is not an object
            'resources': [], 'functions': {}                             | functions is not an array of namespaces
            'resources': [], 'functions': [ { 'members': {} } ]          | Functions have no namespace
            'resources': [], 'outputs': { 'o': { 'type': 'string' } }    | Output has no value
            'resources': [], 'outputs': { 'o': { 'value': 1 } }          | Output has no type
            """)
    void faultsOfTemplates(String body, String fault) {
        assertThat(faults(body)).containsExactly(fault);
    }

    @Test
    void nestedTemplatesAreTemplates() {
        assertThat(
                        faults(
                                resource(
                                        "'type': 'Microsoft.Resources/deployments', 'name': 'n', 'apiVersion': '2022-09-01',"
                                                + " 'properties': { 'template': { '$schema': 's', 'contentVersion': '1', 'resources': [ {} ] } }")))
                .containsExactlyInAnyOrder(
                        "error: Resource has no type", "Resource has no name", "Resource has no apiVersion");
    }

    @Test
    void aProfileSaysWhichVersionsAreMeant() {
        assertThat(faults("'apiProfile': '2019-03-01-hybrid', " + resource("'type': 'A.B/c', 'name': 'a'")))
                .isEmpty();
    }

    @Test
    void faultsAreToldAtTheirPlace() {
        List<Diagnostic> faults = check(template("'resources': [\n  { 'type': 'A.B/c',\n    'name': 'a',\n"
                + "    'apiVersion': 'new',\n    'copy': {\n 'name': 'x' } },\n  {\n  'name': 'b' } ]"));
        assertThat(faults.stream()
                        .map(fault ->
                                fault.range().startLine() + ":" + fault.range().startColumn() + " " + fault.summary()))
                .containsExactlyInAnyOrder(
                        "5:19 apiVersion is not a date, as in 2024-01-31 or 2024-01-31-preview",
                        "6:5 Copy loop has no count",
                        "8:3 Resource has no type",
                        "8:3 Resource has no apiVersion");
    }

    @Test
    void aHostileTemplateIsNotCheckedToItsEnd() {
        List<Diagnostic> faults = check(template("'resources': [" + "0,".repeat(400_000) + "0]"));
        assertThat(faults.stream().map(Diagnostic::summary))
                .containsExactly("Template is too large for its shape to be checked");
    }
}
