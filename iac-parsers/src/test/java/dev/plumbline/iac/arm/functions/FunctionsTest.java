package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Expressions.eval;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            array('x')                                                  | ["x"]
            array(createArray(1))                                       | [1]
            concat('web', '-', 7, '-', true())                          | "web-7-True"
            concat(createArray(1), createArray(2, 3))                   | [1,2,3]
            contains('abcdef', 'cd')                                    | true
            contains('abcdef', 'CD')                                    | false
            contains(createObject('One', 1), 'one')                     | true
            contains(createArray(1, 2), 2)                              | true
            contains(createArray('a'), 'A')                             | false
            createArray()                                               | []
            empty('')                                                   | true
            empty(createObject())                                       | true
            empty(createArray(0))                                       | false
            empty(null())                                               | true
            first('Plumb')                                              | "P"
            first(createArray('a', 'b'))                                | "a"
            last('Plumb')                                               | "b"
            last(createArray('a', 'b'))                                 | "b"
            flatten(createArray(createArray(1), createArray(2, 3)))     | [1,2,3]
            indexOf('banana', 'AN')                                     | 1
            indexOf(createArray('a', 'b'), 'b')                         | 1
            lastIndexOf('banana', 'an')                                 | 3
            lastIndexOf(createArray(1, 2, 1), 1)                        | 2
            indexOf('banana', 'x')                                      | -1
            length('four')                                              | 4
            length(createArray(1, 2))                                   | 2
            length(createObject('a', 1, 'b', 2))                        | 2
            max(3, 9, 4)                                                | 9
            min(createArray(3, 9, 4))                                   | 3
            range(5, 3)                                                 | [5,6,7]
            skip('12345', 3)                                            | "45"
            skip(createArray(1, 2, 3), 5)                               | []
            take('12345', 3)                                            | "123"
            take(createArray(1, 2, 3), 2)                               | [1,2]
            take('1', -1)                                               | ""
            indexFromEnd(createArray(1, 2, 3), 1)                       | 3
            tryIndexFromEnd(createArray(1), 2)                          | null
            intersection(createArray(1, 2, 3), createArray(3, 2))       | [2,3]
            intersection(createObject('a', 1, 'b', 2), createObject('a', 1, 'b', 3)) | {"a":1}
            union(createArray(1, 2), createArray(2, 3))                 | [1,2,3]
            union(createObject('a', 1, 'n', createObject('x', 1)), createObject('A', 2, 'n', createObject('y', 2))) | {"a":2,"n":{"x":1,"y":2}}
            union(createObject('l', createArray(1)), createObject('l', createArray(2))) | {"l":[2]}
            """)
    void arrays(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            parseCidr('10.20.0.0/22')                 | {"network":"10.20.0.0","netmask":"255.255.252.0","broadcast":"10.20.3.255","firstUsable":"10.20.0.1","lastUsable":"10.20.3.254","cidr":22}
            parseCidr('fd00:1234::/32')               | {"network":"fd00:1234::","netmask":"ffff:ffff::","firstUsable":"fd00:1234::","lastUsable":"fd00:1234:ffff:ffff:ffff:ffff:ffff:ffff","cidr":32}
            parseCidr('10.20.1.7/22').network         | "10.20.0.0"
            cidrSubnet('10.20.0.0/22', 24, 3)         | "10.20.3.0/24"
            cidrSubnet('fd00:1234::/32', 36, 1)       | "fd00:1234:1000::/36"
            cidrHost('10.20.5.0/24', 0)               | "10.20.5.1"
            cidrHost('fd00:1234::/32', 9)             | "fd00:1234::a"
            cidrSubnet('10.20.0.0/22', 24, 4)         | error: '10.20.0.0/22' has no subnet of 24 bits with the index 4
            parseCidr('10.20.0.0')                    | error: '10.20.0.0' is not an address range in CIDR notation
            parseCidr('10.20.0.256/24')               | error: '10.20.0.256/24' is not an address range in CIDR notation
            parseCidr('1::2::3/64')                   | error: '1::2::3/64' is not an address range in CIDR notation
            """)
    void addresses(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            coalesce(null(), null(), 'x')             | "x"
            coalesce(null())                          | null
            equals(1, 1)                              | true
            equals('a', 'A')                          | false
            equals(createArray(1), createArray(1))    | true
            equals(createObject('a', 1), createObject('A', 1)) | true
            equals('1', 1)                            | false
            greater(2, 1)                             | true
            greater('A', 'a')                         | true
            greaterOrEquals(2, 2)                     | true
            less('a', 'b')                            | true
            less(2, 1)                                | false
            lessOrEquals('a', 'a')                    | true
            and(true(), true(), false())              | false
            or(false(), true())                       | true
            not(false())                              | true
            bool('True')                              | true
            bool(0)                                   | false
            if(true(), 'yes', 'no')                   | "yes"
            if(false(), fail('never'), 'no')          | "no"
            and(false(), parameters('any'))           | false
            or(parameters('any'), true())             | true
            """)
    void logic(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            add(5, 3)              | 8
            sub(5, 7)              | -2
            mul(5, 3)              | 15
            div(8, 3)              | 2
            div(-8, 3)             | -2
            mod(8, 3)              | 2
            int('42')              | 42
            int(7)                 | 7
            float('2.5')           | 2.5
            copyIndex()            | 2
            copyIndex(1)           | 3
            copyIndex('disks')     | 2
            copyIndex('disks', 10) | 12
            copyIndex('other')     | error: There is no copy loop 'other' around this
            div(1, 0)              | error: Division by zero
            int('x')               | error: 'x' is not an integer
            add(9223372036854775807, 1) | error: The result of add does not fit into 64 bits
            add('1', 2)            | error: add takes a number as argument 1, not a string
            """)
    void numbers(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            dateTimeAdd('2026-03-30 10:00:00Z', 'P1M', 'yyyy-MM-dd')      | "2026-04-30"
            dateTimeAdd('2026-03-30T10:00:00Z', '-P2DT3H', 'u')           | "2026-03-28 07:00:00Z"
            dateTimeAdd('20260330T100000Z', 'PT90M', 'HH:mm')             | "11:30"
            dateTimeAdd('2026-03-30T10:00:00Z', 'P1D', 'ddd d MMM yy h:mm tt') | "Tue 31 Mar 26 10:00 AM"
            dateTimeFromEpoch(1700000000)                                 | "2023-11-14T22:13:20Z"
            dateTimeToEpoch('2023-11-14T22:13:20Z')                       | 1700000000
            dateTimeAdd('2026-03-30T10:00:00Z', 'tomorrow', 'u')          | error: 'tomorrow' is not a duration in ISO 8601 that can be added
            utcNow()                                                      | unknown <utcNow()>
            """)
    void dates(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            filter(createArray(3, 8, 5), lambda('n', greater(lambdaVariables('n'), 4))) | [8,5]
            map(range(1, 3), lambda('n', mul(lambdaVariables('n'), 10)))                | [10,20,30]
            map(createArray('a', 'b'), lambda('x', 'i', concat(lambdaVariables('x'), lambdaVariables('i')))) | ["a0","b1"]
            reduce(createArray(4, 5), 1, lambda('sum', 'next', add(lambdaVariables('sum'), lambdaVariables('next')))) | 10
            sort(createArray(3, 1, 2), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b')))) | [1,2,3]
            toObject(createArray('x', 'y'), lambda('e', lambdaVariables('e')))          | {"x":"x","y":"y"}
            toObject(createArray('x'), lambda('e', lambdaVariables('e')), lambda('e', 1)) | {"x":1}
            groupBy(createArray('ab', 'ac', 'b'), lambda('s', first(lambdaVariables('s')))) | {"a":["ab","ac"],"b":["b"]}
            mapValues(createObject('k', 'v'), lambda('v', toUpper(lambdaVariables('v')))) | {"k":"V"}
            map(createArray(createArray(1)), lambda('o', map(lambdaVariables('o'), lambda('i', add(length(lambdaVariables('o')), lambdaVariables('i')))))) | [[2]]
            lambda('x', 1)                                                              | error: A lambda stands where a function takes one, nowhere else
            map(range(0, 2), 3)                                                         | error: map takes a lambda as argument 2
            lambdaVariables('x')                                                        | error: There is no lambda variable 'x' here
            """)
    void lambdas(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            createObject('a', 1, 'b', createArray(2))                  | {"a":1,"b":[2]}
            createObject('a')                                          | error: createObject takes a value for each key
            items(createObject('b', 2, 'a', 1))                        | [{"key":"a","value":1},{"key":"b","value":2}]
            objectKeys(createObject('b', 2, 'a', 1))                   | ["a","b"]
            shallowMerge(createArray(createObject('a', createObject('x', 1)), createObject('a', createObject('y', 2)))) | {"a":{"y":2}}
            json('{"a":[1,true,null,"x"]}')                            | {"a":[1,true,null,"x"]}
            json('null')                                               | null
            json('1.50')                                               | 1.5
            json('{')                                                  | error: The argument of json is not JSON
            null()                                                     | null
            tryGet(createObject('a', createArray('x')), 'a', 0)        | "x"
            tryGet(createObject('a', 1), 'b')                          | null
            createObject('a', createObject('B', 5)).A.b                | 5
            createObject('a', 1)['A']                                  | 1
            createArray(7, 8)[1]                                       | 8
            createArray(7)[?3]                                         | null
            createObject('a', 1).?b.c                                  | null
            createObject('a', 1).b                                     | error: There is no property 'b' among a
            createArray(7)[1]                                          | error: Index 1 is out of bounds of an array of length 1
            """)
    void objects(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            base64('plumb line')                      | "cGx1bWIgbGluZQ=="
            base64ToString('cGx1bWIgbGluZQ==')        | "plumb line"
            base64ToJson('eyJhIjoxfQ==')              | {"a":1}
            dataUri('Hi')                             | "data:text/plain;charset=utf8;base64,SGk="
            dataUriToString('data:;base64,SGk=')      | "Hi"
            dataUriToString('data:,a%20b')            | "a b"
            startsWith('Plumb', 'pl')                 | true
            endsWith('Plumb', 'MB')                   | true
            format('{0}-{1:D3}/{{x}}', 'vm', 7)       | "vm-007/{x}"
            format('{0:N0} {1,4};{1,-4};', 1234567, 5) | "1,234,567    5;5   ;"
            format('{1}', 'a')                        | error: The format asks for {1}, which is not given
            join(createArray('a', 'b', 3), '; ')      | "a; b; 3"
            padLeft('7', 3, '0')                      | "007"
            padLeft(42, 5)                            | "   42"
            replace('a.b.c', '.', '-')                | "a-b-c"
            split('a,b;c', createArray(',', ';'))     | ["a","b","c"]
            split('a--b', '-')                        | ["a","","b"]
            string(createObject('a', createArray(1, true()))) | "{\\"a\\":[1,true]}"
            string(true())                            | "True"
            substring('plumbline', 5)                 | "line"
            substring('plumbline', 0, 5)              | "plumb"
            substring('abc', 2, 2)                    | error: substring goes beyond a string of 3 characters
            toLower('MiXed')                          | "mixed"
            toUpper('MiXed')                          | "MIXED"
            trim('  x ')                              | "x"
            uri('https://example.org/a/', 'b/c.json') | "https://example.org/a/b/c.json"
            uri('https://example.org/a', 'b.json')    | "https://example.org/b.json"
            uri('https://example.org', 'b.json')      | "https://example.org/b.json"
            uriComponent('https://a b/?q=ü')          | "https%3A%2F%2Fa%20b%2F%3Fq%3D%C3%BC"
            uriComponentToString('a%20b%2Fc')         | "a b/c"
            fail('no')                                | error: The template fails: no
            """)
    void strings(String expression, String value) {
        assertThat(eval(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            resourceId('Microsoft.Sql/servers/databases', 'srv', 'db') | unknown /subscriptions/<sub>/resourceGroups/<rg>/providers/Microsoft.Sql/servers/srv/databases/db
            resourceId('other', 'Microsoft.Sql/servers', 'srv')        | unknown /subscriptions/<sub>/resourceGroups/other/providers/Microsoft.Sql/servers/srv
            resourceId('00000000-0000-0000-0000-000000000001', 'rg1', 'Microsoft.Sql/servers', 'srv') | "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg1/providers/Microsoft.Sql/servers/srv"
            resourceId('Microsoft.Sql/servers/databases', 'srv')       | error: The type 'Microsoft.Sql/servers/databases' takes 2 names, not 1
            subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'x') | unknown /subscriptions/<sub>/providers/Microsoft.Authorization/roleDefinitions/x
            tenantResourceId('Microsoft.Authorization/policyDefinitions', 'p') | "/providers/Microsoft.Authorization/policyDefinitions/p"
            managementGroupResourceId('Microsoft.Authorization/policyDefinitions', 'p') | unknown /providers/Microsoft.Management/managementGroups/<mg>/providers/Microsoft.Authorization/policyDefinitions/p
            extensionResourceId('/a/b', 'Microsoft.Authorization/locks', 'l') | "/a/b/providers/Microsoft.Authorization/locks/l"
            reference('web').state                                     | unknown <reference('web').state>
            listKeys('web', '2023-01-01').keys[0].value                | unknown <listKeys('web', '2023-01-01').keys[0].value>
            pickZones('Microsoft.Compute', 'virtualMachines', 'westeurope') | unknown <pickZones('Microsoft.Compute', 'virtualMachines', 'westeurope')>
            resourceGroup().name                                       | unknown <rg>
            resourceGroup().location                                   | unknown <resourceGroup().location>
            resourceGroup().type                                       | "Microsoft.Resources/resourceGroups"
            subscription().id                                          | unknown /subscriptions/<sub>
            tenant().tenantId                                          | unknown <tenant().tenantId>
            managementGroup().name                                     | unknown <mg>
            deployment().name                                          | unknown <name>
            environment().suffixes.storage                             | unknown <environment().suffixes.storage>
            uniqueString(parameters('text'))                           | unknown <uniqueString(text)>
            guid('a', 'b')                                             | unknown <guid('a', 'b')>
            newGuid()                                                  | unknown
            """)
    void resourcesAndScopes(String expression, String value) {
        assertThat(eval(expression).strip()).isEqualTo(value);
    }

    @Test
    void namesAreMatchedWithoutRegardToCaseAndMayCarryTheSystemNamespace() {
        assertThat(eval("TOLOWER('A')")).isEqualTo("\"a\"");
        assertThat(eval("sys.concat('a', 'b')")).isEqualTo("\"ab\"");
    }

    @Test
    void wrongNumbersOfArgumentsAreErrors() {
        assertThat(eval("toLower()")).isEqualTo("error: toLower takes 1 argument, not 0");
        assertThat(eval("range(1)")).isEqualTo("error: range takes 2 arguments, not 1");
        assertThat(eval("noSuchFunction(1)")).isEqualTo("error: There is no function 'noSuchFunction'");
    }
}
