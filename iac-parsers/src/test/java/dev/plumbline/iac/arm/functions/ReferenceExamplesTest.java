package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Expressions.eval;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of Microsoft's function reference show and say, in examples of our own. */
class ReferenceExamplesTest {
    private static final String CATS = "createArray("
            + "createObject('name', 'Mia', 'age', 4, 'likes', createArray('String', 'Boxes')), "
            + "createObject('name', 'Leo', 'age', 2, 'likes', createArray('Tuna')), "
            + "createObject('name', 'Ida', 'age', 9, 'likes', createArray('Sun')))";

    private static String of(String expression) {
        return eval(expression.replace("CATS", CATS).replace("$", "lambdaVariables"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            array(1)                                                  | [1]
            array(createObject('a', 'b', 'c', 'd'))                   | [{"a":"b","c":"d"}]
            createArray(createArray('a', 'b'))                        | [["a","b"]]
            createArray('a', 2, createObject('k', null()))            | ["a",2,{"k":null}]
            contains('OneTwo', 'e')                                   | true
            contains('OneTwo', 'z')                                   | false
            contains(createObject('one', 'a'), 'a')                   | false
            contains(createArray('one', 'two'), 'four')               | false
            empty(createArray())                                      | true
            first('One Two')                                          | "O"
            first('')                                                 | ""
            first(createArray())                                      | null
            last('One Two')                                           | "o"
            last(createArray())                                       | null
            indexOf(createArray('a', 'b', 'a'), 'a')                  | 0
            indexOf(createArray('a'), 'A')                            | -1
            indexOf(createArray(createArray(1)), createArray(1))      | 0
            lastIndexOf(createArray('a', 'b', 'a'), 'a')              | 2
            indexOf('test', 't')                                      | 0
            lastIndexOf('test', 't')                                  | 3
            indexOf('abcDEF', 'DEF')                                  | 3
            indexOf('abcdef', 'DEF')                                  | 3
            intersection(createObject('one', 'a', 'two', 'b', 'three', 'c'), createObject('one', 'a', 'two', 'z', 'three', 'c')) | {"one":"a","three":"c"}
            intersection(createArray('one', 'two', 'three'), createArray('two', 'three'), createArray('three')) | ["three"]
            length('One Two Three')                                   | 13
            length(createObject('a', 1, 'b', createObject('c', 2)))   | 2
            max(createArray(0, 3, 2, 5, 4))                           | 5
            min(0, 3, 2, 5, 4)                                        | 0
            min(createArray())                                        | error: min of an empty array has no value
            range(5, 3)                                               | [5,6,7]
            range(0, 0)                                               | []
            range(0, 10001)                                           | error: range makes 0 to 10000 integers up to 2147483647
            range(2147483647, 1)                                      | error: range makes 0 to 10000 integers up to 2147483647
            skip('one two three', 4)                                  | "two three"
            skip(createArray(1, 2, 3), 0)                             | [1,2,3]
            skip(createArray(1, 2, 3), -1)                            | [1,2,3]
            skip('abc', 9)                                            | ""
            take('one two three', 2)                                  | "on"
            take(createArray(1, 2, 3), 0)                             | []
            take(createArray(1, 2), 9)                                | [1,2]
            tryGet(createArray(7, 8), 1)                              | 8
            tryGet(createArray(7, 8), 2)                              | null
            tryGet(createObject('a', createObject('b', 1)), 'A', 'b') | 1
            tryGet(null(), 'a')                                       | null
            indexFromEnd(createArray('a', 'b', 'c'), 2)               | "b"
            indexFromEnd(createArray('a'), 2)                         | error: Index 2 from the end is out of bounds of an array of length 1
            tryIndexFromEnd(createArray('a', 'b'), 1)                 | "b"
            tryIndexFromEnd(createArray('a', 'b'), 0)                 | null
            union(createObject('one', 'a', 'two', 'b', 'three', 'c1'), createObject('three', 'c2', 'four', 'd')) | {"one":"a","two":"b","three":"c2","four":"d"}
            union(createObject('p', createObject('one', 'a', 'two', 'b'), 'n', createArray(1, 2)), createObject('p', createObject('two', 'c'), 'n', createArray(3))) | {"p":{"one":"a","two":"c"},"n":[3]}
            union(createArray('one', 'two'), createArray('two', 'three'), createArray('one')) | ["one","two","three"]
            union(createArray(createArray('one', 'two'), createArray('three')), createArray(createArray('three'), createArray('two'))) | [["one","two"],["three"],["two"]]
            """)
    void arrays(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            createObject('i', 1, 's', 'x', 'b', true(), 'a', createArray('a'), 'o', createObject('k', 'v')) | {"i":1,"s":"x","b":true,"a":["a"],"o":{"k":"v"}}
            createObject()                                            | {}
            items(createObject('item002', createObject('on', false()), 'item001', 7)) | [{"key":"item001","value":7},{"key":"item002","value":{"on":false}}]
            json('"test"')                                            | "test"
            json('true')                                              | true
            json('3')                                                 | 3
            json('[ 1, 2 ]')                                          | [1,2]
            json(concat('{"a": "', 'demo value', '"}'))               | {"a":"demo value"}
            empty(json('null'))                                       | true
            empty(null())                                             | true
            objectKeys(createObject('a', 1, 'b', 2))                  | ["a","b"]
            shallowMerge(createArray(createObject('a', 1), createObject('b', 2), createObject('a', 3))) | {"a":3,"b":2}
            shallowMerge(createArray())                               | {}
            coalesce(null(), createObject('first', 'x'))              | {"first":"x"}
            empty(coalesce(null(), null()))                           | true
            equals(createArray('a', 'b'), createArray('a', 'b'))      | true
            equals(createArray('a', 'b'), createArray('b', 'a'))      | false
            equals(createObject('a', 'b'), createObject('a', 'b'))    | true
            not(equals(1, 2))                                         | true
            equals('a', 'A')                                          | false
            greater(1, 2)                                             | false
            greater('A', 'a')                                         | true
            greaterOrEquals(2, 2)                                     | true
            greaterOrEquals('A', 'a')                                 | true
            less(1, 2)                                                | true
            less('A', 'a')                                            | false
            less('apple', 'Banana')                                   | true
            lessOrEquals('A', 'a')                                    | false
            and(bool('true'), bool('false'))                          | false
            or(bool('true'), bool('false'))                           | true
            bool(1)                                                   | true
            bool('yes')                                               | error: 'yes' is not a truth value
            if(equals('a', 'a'), 'yes', 'no')                         | "yes"
            if(true(), json('null'), createObject('id', 'x'))         | null
            if('true', 1, 2)                                          | error: if takes a boolean as argument 1, not a string
            """)
    void objectsAndLogic(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            div(8, 3)                          | 2
            div(-7, 2)                         | -3
            mod(7, 3)                          | 1
            mod(-7, 3)                         | -1
            mul(9223372036854775807, 2)        | error: The result of mul does not fit into 64 bits
            sub(-9223372036854775807, 2)       | error: The result of sub does not fit into 64 bits
            div(sub(-9223372036854775807, 1), -1) | error: The result of div does not fit into 64 bits
            mod(1, 0)                          | error: Division by zero
            int('4')                           | 4
            int('-12')                         | -12
            int('9223372036854775808')         | error: The result of int does not fit into 64 bits
            float('3.0')                       | 3
            float(5)                           | 5
            """)
    void numbers(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            filter(CATS, lambda('c', greaterOrEquals($('c').age, 4)))[1].name                    | "Ida"
            filter(range(0, 10), lambda('i', equals(0, mod($('i'), 2))))                         | [0,2,4,6,8]
            filter(createArray('a', 'b', 'c'), lambda('x', 'i', not(equals($('i'), 1))))         | ["a","c"]
            map(CATS, lambda('c', $('c').name))                                                  | ["Mia","Leo","Ida"]
            map(CATS, lambda('c', format('Hello {0}!', $('c').name)))[0]                         | "Hello Mia!"
            map(createArray('a', 'b'), lambda('x', 'i', createObject('index', $('i'), 'value', $('x')))) | [{"index":0,"value":"a"},{"index":1,"value":"b"}]
            reduce(map(CATS, lambda('c', $('c').age)), 1, lambda('a', 'b', add($('a'), $('b')))) | 16
            reduce(createArray(5, 6), 0, lambda('a', 'b', 'i', add($('a'), mul($('b'), $('i'))))) | 6
            reduce(createArray(createObject('x', 1), createObject('y', 2)), createObject(), lambda('a', 'b', union($('a'), $('b')))) | {"x":1,"y":2}
            sort(CATS, lambda('a', 'b', less($('a').age, $('b').age)))[0].name                   | "Leo"
            map(sort(CATS, lambda('a', 'b', greater($('a').name, $('b').name))), lambda('c', $('c').name)) | ["Mia","Leo","Ida"]
            toObject(CATS, lambda('e', $('e').name)).Leo.age                                     | 2
            toObject(CATS, lambda('e', $('e').name), lambda('e', $('e').age))                    | {"Mia":4,"Leo":2,"Ida":9}
            groupBy(createArray('foo', 'bar', 'baz'), lambda('x', substring($('x'), 0, 1)))      | {"f":["foo"],"b":["bar","baz"]}
            mapValues(createObject('foo', 1, 'bar', 2), lambda('v', mul($('v'), 2)))             | {"foo":2,"bar":4}
            map(createArray(1, 2), lambda('x', map(createArray(10), lambda('y', add($('x'), $('y')))))) | [[11],[12]]
            map(createArray(1), lambda('X', $('x')))                                             | [1]
            map(createArray(1), 'x')                                                             | error: map takes a lambda as argument 2
            map(createArray(1), lambda('a', 'b', 'c', 1))                                        | error: The lambda of map has 3 variables, of which 2 get a value
            filter(createArray(1), lambda('x', $('x')))                                          | error: The lambda of filter has to return a boolean
            toObject(createArray(1), lambda('x', $('x')))                                        | error: The lambda of toObject has to return a string
            $('x')                                                                               | error: There is no lambda variable 'x' here
            lambda('x', 1)                                                                       | error: A lambda stands where a function takes one, nowhere else
            """)
    void lambdas(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            base64('one, two, three')                            | "b25lLCB0d28sIHRocmVl"
            base64ToString('b25lLCB0d28sIHRocmVl')               | "one, two, three"
            base64ToJson(base64('{"one": "a"}'))                 | {"one":"a"}
            base64ToString('*')                                  | error: The argument of base64ToString is not base64
            concat('prefix', '-', 'x')                           | "prefix-x"
            dataUri('Hello')                                     | "data:text/plain;charset=utf8;base64,SGVsbG8="
            dataUriToString('data:;base64,SGVsbG8sIFdvcmxkIQ==') | "Hello, World!"
            dataUriToString('Hello')                             | error: The argument of dataUriToString is not a data URI
            endsWith('abcdef', 'ef')                             | true
            endsWith('abcdef', 'F')                              | true
            endsWith('abcdef', 'e')                              | false
            startsWith('abcdef', 'A')                            | true
            startsWith('abcdef', 'e')                            | false
            format('{0}, {1}. Formatted number: {2:N0}', 'Hello', 'User', 8175133) | "Hello, User. Formatted number: 8,175,133"
            format('{0,6};{0,-6};', 'ab')                        | "    ab;ab    ;"
            format('{0:D4} {0:X} {0:x4} {0:F1} {0:000} {0:#,##0.00} {0:G}', 42) | "0042 2A 002a 42.0 042 42.00 42"
            format('{0:X}', -1)                                  | "FFFFFFFFFFFFFFFF"
            format('{0:E2}', 1234567)                            | "1.23E+006"
            format('{0} {1}', true(), null())                    | "True "
            format('{{{0}}}', 1)                                 | "{1}"
            format('{0}', createObject('a', createArray(1)))     | "{\\"a\\":[1]}"
            format('{0:C}', 1)                                   | error: The number format 'C' is not evaluated
            format('{0')                                         | error: A brace in a format is written twice if it is not around an index
            join(createArray('one', 'two', 'three'), ',')        | "one,two,three"
            join(createArray(), ',')                             | ""
            padLeft('123', 10, '0')                              | "0000000123"
            padLeft('12345', 3)                                  | "12345"
            replace('123-123-1234', '-', '')                     | "1231231234"
            replace('123-123-1234', '1234', 'xxxx')              | "123-123-xxxx"
            replace('aAa', 'a', 'b')                             | "bAb"
            split('one,two,three', ',')                          | ["one","two","three"]
            split('one;two,three', createArray(',', ';'))        | ["one","two","three"]
            split('one', ',')                                    | ["one"]
            string(createObject('valueA', 10, 'valueB', 'Example Text')) | "{\\"valueA\\":10,\\"valueB\\":\\"Example Text\\"}"
            string(createArray('a', 'b'))                        | "[\\"a\\",\\"b\\"]"
            string(5)                                            | "5"
            substring('one two three', 4, 3)                     | "two"
            substring('abc', 3)                                  | ""
            substring('1234567890', 0, 11)                       | error: substring goes beyond a string of 10 characters
            substring('abc', -1)                                 | error: substring takes a position and a length that are not negative
            substring('abc', 0, -1)                              | error: substring takes a position and a length that are not negative
            toLower('One Two Three')                             | "one two three"
            toUpper('One Two Straße')                            | "ONE TWO STRAßE"
            trim('    one two three   ')                         | "one two three"
            uri('http://contoso.com/resources/', 'nested/azuredeploy.json') | "http://contoso.com/resources/nested/azuredeploy.json"
            uri('http://contoso.org/firstpath', 'myscript.sh')   | "http://contoso.org/myscript.sh"
            uri('http://contoso.org/firstpath/azuredeploy.json', 'myscript.sh') | "http://contoso.org/firstpath/myscript.sh"
            uri('http://contoso.org/firstpath/azuredeploy.json/', 'myscript.sh') | "http://contoso.org/firstpath/azuredeploy.json/myscript.sh"
            uri('https://contoso.org/a/b/c', '../d e.json?x#y')  | "https://contoso.org/a/d e.json?x#y"
            uri('https://contoso.org/a?sig=1', '/b')             | "https://contoso.org/b"
            uri('https://contoso.org/a', 'https://other.org/b')  | "https://other.org/b"
            uri('contoso.org/a', 'b')                            | error: 'contoso.org/a' is not an absolute URI
            uriComponent('http://contoso.com/nested/azuredeploy.json') | "http%3A%2F%2Fcontoso.com%2Fnested%2Fazuredeploy.json"
            uriComponentToString('http%3A%2F%2Fcontoso.com')     | "http://contoso.com"
            uriComponentToString('100%')                         | "100%"
            """)
    void strings(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            dateTimeAdd('2020-04-07 14:53:14Z', 'P3Y')                  | "4/7/2023 2:53:14 PM"
            dateTimeAdd('2020-04-07 14:53:14Z', '-P9D')                 | "3/29/2020 2:53:14 PM"
            dateTimeAdd('2020-04-07 14:53:14Z', 'PT1H')                 | "4/7/2020 3:53:14 PM"
            dateTimeAdd('2024-01-31T00:00:00Z', 'P1M', 'yyyy-MM-dd')    | "2024-02-29"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', 'D')            | "Tuesday, 05 March 2024"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', 'd')            | "03/05/2024"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', 'M d')          | "3 5"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', '%d')           | "5"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', 'G')            | "03/05/2024 07:08:09"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', 'yyyyMMddTHHmmssZ') | "20240305T070809Z"
            dateTimeAdd('2024-03-05T07:08:09Z', 'PT0S', 'o')            | "2024-03-05T07:08:09.0000000Z"
            dateTimeFromEpoch(1683040573)                               | "2023-05-02T15:16:13Z"
            dateTimeToEpoch('2023-05-02T15:16:13Z')                     | 1683040573
            parseCidr('10.144.0.0/20').lastUsable                       | "10.144.15.254"
            cidrSubnet('10.144.0.0/20', 24, 0)                          | "10.144.0.0/24"
            cidrSubnet('10.144.0.0/20', 24, 15)                         | "10.144.15.0/24"
            cidrHost('10.144.3.0/24', 3)                                | "10.144.3.4"
            cidrHost('10.144.3.0/24', 254)                              | error: '10.144.3.0/24' has no host with the index 254
            """)
    void datesAndAddresses(String expression, String value) {
        assertThat(of(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            deployer().objectId                                       | unknown <deployer().objectId>
            deployment().properties.templateLink.uri                  | unknown <deployment().properties.templateLink.uri>
            toLogicalZone('s', 'westeurope', 'westeurope-az1')        | unknown <toLogicalZone('s', 'westeurope', 'westeurope-az1')>
            toPhysicalZones('s', 'westeurope', createArray('1'))      | unknown
            toLogicalZones('s', 'westeurope', createArray('az1'))     | unknown
            toPhysicalZone('s', 'westeurope', '1')                    | unknown <toPhysicalZone('s', 'westeurope', '1')>
            references('vms')                                         | unknown <references('vms')>
            providers('Microsoft.Web', 'sites').apiVersions[0]        | unknown <providers('Microsoft.Web', 'sites').apiVersions[0]>
            buildUri(createObject('scheme', 'https', 'host', 'a.org', 'path', 'b')) | unknown
            parseUri('https://a.org/b').host                          | unknown <parseUri('https://a.org/b').host>
            environment().name                                        | unknown <environment().name>
            """)
    void whatOnlyAzureKnows(String expression, String value) {
        assertThat(of(expression).strip()).isEqualTo(value);
    }
}
