package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTemplatesTest {
    private static final String ACCOUNT = template("""
            'parameters': { 'name': { 'type': 'string' } },
            'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': '[parameters(`name`)]' } ],
            'outputs': { 'upper': { 'type': 'string', 'value': '[toUpper(parameters(`name`))]' } }
            """);

    private static String deployment(String link) {
        return "{ 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'd', 'properties': {"
                + " 'mode': 'Incremental', 'templateLink': { " + link + " },"
                + " 'parameters': { 'name': { 'value': 'given' } } } }";
    }

    private static Read linking(String parameters, String link) {
        return new ArmTemplates()
                .with("app/main.json", template(parameters + "'resources': [ " + deployment(link) + " ]"))
                .with("app/nested/account.json", ACCOUNT)
                .read();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'relativePath': 'nested/account.json'",
                "'relativePath': './other/../nested/account.json'",
                "'uri': '[uri(deployment().properties.templateLink.uri, `nested/account.json`)]'",
                "'uri': '[uri(parameters(`_artifactsLocation`),"
                        + " concat(`nested/account.json`, parameters(`_artifactsLocationSasToken`)))]'",
                "'uri': '[concat(parameters(`_artifactsLocation`), `/nested/account.json`,"
                        + " parameters(`_artifactsLocationSasToken`))]'",
                "'uri': '[concat(parameters(`_artifactsLocation`), `nested/account.json?raw=true`)]'",
                "'uri': '[format(`{0}/{1}.json`, uri(parameters(`_artifactsLocation`), `nested`), `account`)]'",
                "'uri': '[uri(uri(parameters(`_artifactsLocation`), `nested/`), `account.json`)]'",
            })
    void anAddressRelativeToTheTemplateIsAFileBesideIt(String link) {
        Read read = linking(
                "'parameters': { '_artifactsLocation': { 'type': 'string',"
                        + " 'defaultValue': '[deployment().properties.templateLink.uri]' },"
                        + " '_artifactsLocationSasToken': { 'type': 'securestring' } }, ",
                link.replaceAll("^\\s+", "'").replaceAll("([^'])$", "$1'"));
        assertThat(read.addresses()).containsExactly("Microsoft.Resources/deployments/d", "A.B/c/given");
        assertThat(read.unit().path()).isEqualTo("app/main.json");
        assertThat(read.diagnostics()).isEmpty();
        Resource account = read.at("A.B/c/given");
        assertThat(account.header().file()).isEqualTo("app/nested/account.json");
        assertThat(account.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.range().file()).isEqualTo("app/main.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://raw.example.com/quickstarts/main/app/",
                "https://raw.example.com/quickstarts/main/app",
                "",
            })
    void artifactsAreWhereTheOutermostTemplateIsWhateverTheirAddress(String location) {
        String value = location.isEmpty() ? "" : ", 'defaultValue': '" + location + "'";
        Read read = linking(
                "'parameters': { '_artifactsLocation': { 'type': 'string'" + value + " } }, ",
                "'uri': '[concat(parameters(`_artifactsLocation`), `/nested/account.json`)]'");
        assertThat(read.addresses()).contains("A.B/c/given");
    }

    @Test
    void anAddressOnTheWebWithTheNameOfTheDirectoryIsTheFileInIt() {
        Read read = linking("", "'uri': 'https://raw.example.com/quickstarts/main/app/nested/account.json'");
        assertThat(read.addresses()).contains("A.B/c/given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'uri': 'https://raw.example.com/other/nested/account.json'",
                "'uri': '[parameters(`anywhere`)]'",
                "'uri': '[concat(parameters(`anywhere`), `/nested/account.json`)]'",
                "'relativePath': 'nested/missing.json'",
                "'relativePath': '../../app/nested/account.json'",
                "'uri': '[uri(deployment().properties.templateLink.uri, concat(`nested/`, parameters(`anywhere`)))]'",
            })
    void whatIsNotInTheTreeIsSaidAndTheTemplateByItselfIsAssessedOnItsOwn(String link) {
        List<Read> units = new ArmTemplates()
                .with(
                        "app/main.json",
                        template("'parameters': { 'anywhere': { 'type': 'string' } }, 'resources': [ "
                                + deployment(link) + " ]"))
                .with("app/nested/account.json", ACCOUNT)
                .readAll(Inputs.NONE);
        assertThat(units)
                .extracting(unit -> unit.unit().path())
                .containsExactly("app/main.json", "app/nested/account.json");
        assertThat(units.get(0).unit().diagnostics()).singleElement().satisfies(diagnostic -> assertThat(
                        diagnostic.severity() + " " + diagnostic.summary())
                .isEqualTo("INFO Linked template is not among the scanned files"));
    }

    @Test
    void templateSpecsAreKeptInAzure() {
        Read read = ArmTemplates.read("'resources': [ "
                + deployment("'id': '[resourceId(`Microsoft.Resources/templateSpecs/versions`, `s`, `1`)]'") + " ]");
        assertThat(read.unit().diagnostics())
                .extracting(Diagnostic::summary)
                .containsExactly("Template spec is kept in Azure");
    }

    @Test
    void outputsOfLinkedTemplatesAreKnownAndTheirLinksAreRelativeToThem() {
        Read read = new ArmTemplates()
                .with("main.json", template("""
                        'resources': [
                          { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'outer', 'properties': {
                            'mode': 'Incremental', 'templateLink': { 'relativePath': 'a/one.json' } } },
                          { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'user', 'properties': {
                            'v': '[reference(`outer`).outputs.of.value]' } } ]
                        """))
                .with(
                        "a/one.json",
                        template(
                                "'resources': [ "
                                        + deployment(
                                                "'uri': '[uri(deployment().properties.templateLink.uri, `b/two.json`)]'")
                                        + " ], 'outputs': { 'of': { 'type': 'string', 'value': '[reference(`d`).outputs.upper.value]' } }"))
                .with("a/b/two.json", ACCOUNT)
                .read();
        assertThat(ValueJson.compact(Read.attribute(read.at("A.B/c/user"), "properties.v")))
                .isEqualTo("\"GIVEN\"");
    }

    @Test
    void parametersMayBeLinkedToo() {
        Read read = new ArmTemplates()
                .with("main.json", template("""
                        'resources': [
                          { 'type': 'Microsoft.Resources/deployments', 'apiVersion': '1', 'name': 'outer', 'properties': {
                            'mode': 'Incremental', 'templateLink': { 'relativePath': 'one.json' },
                            'parametersLink': { 'uri': '[uri(deployment().properties.templateLink.uri, `values.json`)]' } } } ]
                        """))
                .with("one.json", ACCOUNT)
                .with("values.json", ArmTemplates.json("{ 'parameters': { 'name': { 'value': 'filed' } } }"))
                .read();
        assertThat(read.addresses()).contains("A.B/c/filed");
    }

    @Test
    void templatesThatLinkToEachOtherEnd() {
        List<Read> units = new ArmTemplates()
                .with("a.json", template("'resources': [ " + deployment("'relativePath': 'b.json'") + " ]"))
                .with("b.json", template("'resources': [ " + deployment("'relativePath': 'a.json'") + " ]"))
                .readAll(Inputs.NONE);
        assertThat(units).singleElement().satisfies(unit -> {
            assertThat(unit.unit().path()).isEqualTo("a.json");
            assertThat(unit.diagnostics()).containsExactly("Deployments are nested too deeply");
        });
    }
}
