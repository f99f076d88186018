package dev.plumbline.iac.arm;

import static dev.plumbline.iac.arm.ArmTemplates.json;
import static dev.plumbline.iac.arm.ArmTemplates.read;
import static dev.plumbline.iac.arm.ArmTemplates.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.arm.ArmTemplates.Read;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final String TEMPLATE = template("""
            'parameters': { 'tier': { 'type': 'string', 'defaultValue': 'Basic' }, 'secret': { 'type': 'secureString' } },
            'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n',
                'properties': { 'tier': '[parameters(`tier`)]', 'secret': '[parameters(`secret`)]' } } ]
            """);
    private static final String FILE = json("""
            { '$schema': 'https://schema.management.azure.com/schemas/2015-01-01/deploymentParameters.json#',
              'contentVersion': '1.0.0.0',
              'parameters': { 'TIER': { 'value': '%s' },
                'secret': { 'reference': { 'keyVault': { 'id': 'x' }, 'secretName': 'y' } } } }
            """);

    private static Unknown unknown(Value value) {
        return ((UnknownValue) value).unknown();
    }

    @Test
    void aParameterWithoutValueIsUnknownThoughItsTypeIsNot() {
        Read read = new ArmTemplates().with("main.json", TEMPLATE).read();
        Value secret = read.attribute("properties.secret");
        assertThat(unknown(secret).cause()).isEqualTo(Cause.NO_VALUE);
        assertThat(unknown(secret).reason()).isEqualTo("parameter secret has no value");
        assertThat(unknown(secret).shape()).isEqualTo(Shape.STRING);
        assertThat(unknown(secret).notNull()).isTrue();
        assertThat(secret.sensitive()).isTrue();
        assertThat(read.attribute("properties.tier").origin().chain())
                .extracting(Origin::label)
                .contains("default of parameter tier");
    }

    @Test
    void theParameterFileBesideTheTemplateCounts() {
        Read read = new ArmTemplates()
                .with("app/main.json", TEMPLATE)
                .with("app/main.parameters.json", FILE.formatted("Gold"))
                .with("app/other.parameters.json", FILE.formatted("Silver"))
                .read();
        Value tier = read.attribute("properties.tier");
        assertThat(ValueJson.compact(tier)).isEqualTo(json("'Gold'"));
        Origin written = tier.origin().chain().get(1);
        assertThat(written.label()).isEqualTo("parameter tier in app/main.parameters.json");
        assertThat(read.text(written.range())).isEqualTo(json("'Gold'"));
        Value secret = read.attribute("properties.secret");
        assertThat(unknown(secret).cause()).isEqualTo(Cause.SECRET_REFERENCE);
        assertThat(secret.sensitive()).isTrue();
    }

    @Test
    void parameterFilesThatTheUserNamesTakeItsPlaceTheLastOneWins() {
        List<Read> units = new ArmTemplates()
                .with("main.json", TEMPLATE)
                .with("main.parameters.json", FILE.formatted("Gold"))
                .with("one.json", FILE.formatted("Silver"))
                .with("two.json", FILE.formatted("Bronze"))
                .readAll(new Inputs(Map.of(), List.of(), List.of(Path.of("one.json"), Path.of("two.json"))));
        assertThat(units).hasSize(1);
        assertThat(ValueJson.compact(units.get(0).attribute("properties.tier"))).isEqualTo(json("'Bronze'"));
    }

    @Test
    void numbersAndTruthValuesMayBeGivenAsStrings() {
        Read read = read("""
                'parameters': { 'n': { 'type': 'int', 'defaultValue': '4' },
                                'b': { 'type': 'bool', 'defaultValue': 'True' },
                                's': { 'type': 'string', 'defaultValue': '4' } },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                    'n': '[parameters(`n`)]', 'b': '[parameters(`b`)]', 's': '[parameters(`s`)]' } } ]
                """);
        assertThat(ValueJson.compact(read.attribute("properties"))).isEqualTo(json("{'n':4,'b':true,'s':'4'}"));
    }

    @Test
    void whatIsMadeOfASecretIsSensitive() {
        Read read = read("""
                'parameters': { 's': { 'type': 'secureObject', 'defaultValue': { 'a': { 'b': 'hidden' } } } },
                'variables': { 'v': '[concat(`x`, parameters(`s`).a.b)]' },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                    'a': '[variables(`v`)]', 'b': '[format(`{0}`, parameters(`s`).a.b)]',
                    'c': '[parameters(`s`).a]', 'd': '[toUpper(parameters(`s`).a.b)]',
                    'e': '[createArray(parameters(`s`).a.b)[0]]', 'f': '[if(true(), parameters(`s`).a.b, `x`)]' } } ]
                """);
        assertThat(ValueJson.compact(read.attribute("properties"))).doesNotContainIgnoringCase("hidden");
    }

    @Test
    void stringsOfWhichAPartIsUnknownKeepTheKnownStart() {
        Read read = read("""
                'parameters': { 'p': { 'type': 'string' } },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                    'a': '[concat(`https://`, parameters(`p`), `.example.org`)]',
                    'b': '[format(`{0}:{1}`, `http`, parameters(`p`))]',
                    'c': '[toUpper(take(concat(`abc`, parameters(`p`)), 2))]',
                    'd': '[startsWith(concat(`http://`, parameters(`p`)), `https`)]',
                    'e': '[equals(concat(`http://`, parameters(`p`)), `none`)]',
                    'f': '[empty(concat(`a`, parameters(`p`)))]' } } ]
                """);
        assertThat(unknown(read.attribute("properties.a")).prefix()).isEqualTo("https://");
        assertThat(unknown(read.attribute("properties.a")).symbol()).isEqualTo("https://<p>.example.org");
        assertThat(unknown(read.attribute("properties.b")).prefix()).isEqualTo("http:");
        assertThat(unknown(read.attribute("properties.c")).prefix()).isEqualTo("AB");
        for (String decided : List.of("d", "e", "f")) {
            assertThat(ValueJson.compact(read.attribute("properties." + decided)))
                    .isEqualTo("false");
        }
    }

    @Test
    void anUndecidedChoiceIsKnownWhereBothBranchesAgree() {
        Read read = read("""
                'variables': { 'on': '[bool(newGuid())]' },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                    'same': '[if(variables(`on`), 5, 5)]', 'other': '[if(variables(`on`), `a`, `b`)]',
                    'none': '[if(variables(`on`), `a`, null())]' } } ]
                """);
        assertThat(ValueJson.compact(read.attribute("properties.same"))).isEqualTo("5");
        assertThat(unknown(read.attribute("properties.other")).shape()).isEqualTo(Shape.STRING);
        assertThat(unknown(read.attribute("properties.other")).notNull()).isTrue();
        assertThat(unknown(read.attribute("properties.none")).notNull()).isFalse();
    }

    @Test
    void templatesCanDefineFunctionsAndLoopsForVariables() {
        Read read = read("""
                'functions': [ { 'namespace': 'own', 'members': { 'twice': {
                    'parameters': [ { 'name': 'x', 'type': 'string' } ],
                    'output': { 'type': 'string', 'value': '[concat(parameters(`x`), parameters(`X`))]' } } } } ],
                'variables': { 'copy': [ { 'name': 'all', 'count': 2, 'input': '[copyIndex(`all`, 1)]' } ],
                               'inner': { 'copy': [ { 'name': 'of', 'count': 1, 'input': 'x' } ] } },
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                    'a': '[own.twice(`ab`)]', 'b': '[variables(`all`)]', 'c': '[variables(`inner`).of]' } } ]
                """);
        assertThat(ValueJson.compact(read.attribute("properties"))).isEqualTo(json("{'a':'abab','b':[1,2],'c':['x']}"));
    }

    @Test
    void errorsAreToldAtTheirPlaceAndTheRestIsAssessed() {
        Read read = read("""
                'resources': [ { 'type': 'A.B/c', 'apiVersion': '1', 'name': 'n', 'properties': {
                    'a': '[concat(`a` `b`)]', 'b': '[toUpper(parameters(`no`))]', 'c': '[createArray(1)[3]]',
                    'd': 'fine' } } ]
                """);
        assertThat(read.unit().diagnostics().stream()
                        .map(d -> d.severity() + " " + d.summary() + " at " + read.text(d.range())))
                .containsExactly(
                        "ERROR Expected ')', found a string at 'b'",
                        "WARNING There is no parameter 'no' at 'no'",
                        "WARNING Index 3 is out of bounds of an array of length 1 at [3]");
        assertThat(unknown(read.attribute("properties.a")).cause()).isEqualTo(Cause.ERROR);
        assertThat(ValueJson.compact(read.attribute("properties.d"))).isEqualTo(json("'fine'"));
    }
}
