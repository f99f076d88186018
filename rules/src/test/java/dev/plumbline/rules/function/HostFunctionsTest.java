package dev.plumbline.rules.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.Wildcard;
import dev.plumbline.rules.compile.ConditionCompiler;
import dev.plumbline.rules.compile.ConditionException;
import dev.plumbline.rules.expression.EvaluationException;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.Views;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostFunctionsTest {
    private static final ConditionCompiler COMPILER = new ConditionCompiler();

    private static final String RESOURCE = """
            json: '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": "*" } }'
            broken: '{ "Statement": '
            scalar: '42'
            empty: ''
            typed:
              Statement:
                - Effect: Allow
                  Action: ["s3:Get*", "EC2:Describe*"]
                  Resource: !prefix "arn:aws:s3:::x-"
                  Principal: { AWS: ["*", !prefix "arn:aws:iam::1:"], Service: ec2.amazonaws.com }
                  Condition: { StringEquals: { "aws:SourceVpc": vpc-1 }, Bool: { "aws:SecureTransport": ["true"] } }
                - { Effect: Deny, NotAction: "iam:*", NotPrincipal: { AWS: "arn:aws:iam::1:root" } }
            blocks:
              - statement:
                  - { actions: ["s3:*"], resources: ["*"], principals: [{ type: "*", identifiers: ["*"] }] }
                  - effect: Deny
                    not_actions: ["s3:*"]
                    condition: [{ test: Bool, variable: "aws:SecureTransport", values: ["false"] }]
            open:
              Statement:
                - { Effect: Allow, Action: "s3:*", NotPrincipal: { AWS: "arn:aws:iam::1:root" } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { StringLike: { "aws:PrincipalArn": "*" } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { StringNotEquals: { "aws:SourceVpc": vpc-1 } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { "ForAllValues:StringEquals": { "aws:username": u } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { StringEquals: { "s3:x-amz-acl": bucket-owner-full-control } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { StringEquals: { "s3:ExistingObjectTag/public": "yes" } } }
            closed:
              Statement:
                - { Effect: Allow, Action: "s3:*", Principal: { AWS: !prefix "arn:" } }
                - { Effect: Deny, Action: "s3:*", Principal: "*" }
                - { Effect: Deny, Action: "s3:*", NotPrincipal: { AWS: "arn:aws:iam::1:root" } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": o-1 } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": !unknown why } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { ArnLike: { "aws:SourceArn": !prefix "arn:aws:s3:::" } } }
                - { Effect: Allow, Action: "s3:*", Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "198.51.100.0/24" } } }
                - { Effect: Allow, Principal: "*", Condition: { "ForAllValues:StringEquals": { k: v }, "Null": { K: "false" } } }
            maybe: { Statement: { Effect: Allow, Principal: "*", Condition: { IpAddress: { "aws:SourceIp": !unknown cidr } } } }
            someone: { Statement: { Effect: Allow, Principal: { AWS: !unknown who } } }
            hidden: !unknown why
            partly: { Statement: [{ Effect: Allow, Action: "s3:Get", Principal: !unknown why }, !unknown more] }
            """;

    private static String outcome(String condition) throws ConditionException {
        var resource = TestValues.resource("r", "t", RESOURCE);
        Scope scope = Scope.of(new ResourceGraph(List.of(resource), List.of()), "resource", Views.of(resource));
        try {
            Object value = COMPILER.compile(condition, true).evaluate(scope);
            return value instanceof UnknownValue unknown ? unknown.unknown().reason() : value.toString();
        } catch (EvaluationException e) {
            return "error: " + e.getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // networks
                "cidr.isAnywhere('0.0.0.0/0') && cidr.isAnywhere('::/0') && cidr.isAnywhere('0:0:0:0:0:0:0:0/0')",
                "cidr.isAnywhere('*') && cidr.isAnywhere('Internet') && cidr.isAnywhere('ANY')",
                "cidr.isAnywhere('10.0.0.0/0') && cidr.isAnywhere(' 0.0.0.0/0 ')",
                "!cidr.isAnywhere('0.0.0.0') && !cidr.isAnywhere('0.0.0.0/1') && !cidr.isAnywhere('VirtualNetwork')",
                "!cidr.isAnywhere('') && !cidr.isAnywhere(null) && !cidr.isAnywhere([]) && !cidr.isAnywhere(5)",
                "cidr.isAnywhere(['10.0.0.0/8', '0.0.0.0/0'])",
                "cidr.isPublic('8.8.8.8') && cidr.isPublic('0.0.0.0/0') && cidr.isPublic('2600::/12')",
                "cidr.isPublic('10.0.0.0/7') && cidr.isPublic('172.16.0.0/11') && cidr.isPublic('*')",
                "!cidr.isPublic('10.0.0.0/8') && !cidr.isPublic('172.16.0.0/12') && !cidr.isPublic('192.168.1.1')",
                "!cidr.isPublic('fd00::/8') && !cidr.isPublic('fe80::1') && !cidr.isPublic('::1')",
                "!cidr.isPublic('256.1.1.1') && !cidr.isPublic('1.2.3') && !cidr.isPublic('1.2.3.4/33')",
                "!cidr.isPublic('1::2::3') && !cidr.isPublic('12345::') && !cidr.isPublic('1:2:3:4:5:6:7:8:9')",
                "cidr.isPublic('::ffff:8.8.8.8') == false && cidr.isPublic('2001:4860::8844')",
                "cidr.prefixLength('192.0.2.0/24') == 24 && cidr.prefixLength('192.0.2.1') == 32",
                "cidr.prefixLength('::/0') == 0 && cidr.prefixLength('2001:db8::/48') == 48",
                "cidr.prefixLength('/0') == -1 && cidr.prefixLength('*') == -1 && cidr.prefixLength(null) == -1",
                "cidr.count('203.0.113.0', '203.0.113.255') == 256 && cidr.count('10.0.0.1', '10.0.0.1') == 1",
                "cidr.count('0.0.0.0', '255.255.255.255') == 4294967296 && cidr.count('::', 'ffff::') > 1000000",
                "cidr.count('10.0.0.2', '10.0.0.1') == -1 && cidr.count('10.0.0.1', '::1') == -1",
                "cidr.count('*', '10.0.0.1') == -1 && cidr.count(null, '10.0.0.1') == -1",
                // attributes
                "resource.isSet('scalar') && !resource.isSet('empty') && !resource.isSet('nothing')",
                // ports
                "ports.include(20, 25, 22) && ports.include('20', '25', 22) && !ports.include(23, 25, 22)",
                "ports.include(-1, -1, 22) && ports.include(null, null, 22)",
                "ports.include(22, null, 22) && !ports.include(21, null, 22)",
                "ports.open('-1', 0, 0, 22) && ports.open('all', null, null, 22) && ports.open(-1, 0, 0, 22)",
                "ports.open('tcp', 0, 65535, 22) && ports.open('6', 22, 22, 22) && ports.open('TCP', 22, 22, 22)",
                "!ports.open('icmp', -1, -1, 22) && !ports.open('tcp', 80, 80, 22)",
                "ports.inRanges('22', 22) && ports.inRanges(22, 22) && ports.inRanges('20-25', 22)",
                "ports.inRanges('*', 22) && ports.inRanges('80, 20-25', 22) && ports.inRanges(['80', '22'], 22)",
                "!ports.inRanges('80', 22) && !ports.inRanges('23-25', 22) && !ports.inRanges(null, 22)",
                "!ports.inRanges('', 22) && !ports.inRanges('-', 22) && !ports.inRanges('22-', 22)",
                // values
                "isTrue(true) && isTrue('True') && !isTrue('yes') && !isTrue(null) && !isTrue(1)",
                "isFalse(false) && isFalse('FALSE') && !isFalse(null) && !isFalse('')",
                "same('Deny', 'deny') && !same('Deny', 'Allow') && !same(null, 'x') && same(true, 'True')",
                "oneOf('b', ['A', 'B']) && !oneOf('c', ['A', 'B']) && !oneOf(null, ['A'])",
                "version.atLeast('1.10', '1.9') && version.atLeast('1.9', '1.9.0') && version.lessThan('1.9', '1.10')",
                "version.atLeast('v1.29-eks', '1.29') && version.atLeast(8, '7.4') && version.lessThan('5', 6)",
                "version.atLeast('99999999999999999999', '1')",
                "json('{\"a\": {\"b\": [1, 2]}}').get('a.b[1]', 0) == 2",
                "json('nonsense') == null && json('5') == null && json(null) == null && json('') == null",
                // policies
                "iam.statements(resource.get('json')).all(s, s.effect == 'Allow' && s.actions == ['s3:*'])",
                "iam.statements(resource.get('json')).all(s, iam.isAnyone(s) && s.principals == ['*'])",
                "iam.statements(resource.get('broken')).size() == 0 && iam.statements(null).size() == 0",
                "iam.statements(resource.get('scalar')).size() == 0",
                "iam.statements(resource.get('typed')).size() == 2",
                "iam.statements(resource.get('typed'))[0].principals[2] == 'Service:ec2.amazonaws.com'",
                "iam.statements(resource.get('typed')).exists(s, iam.isAnyone(s) && s.conditions.size() == 2)",
                "iam.statements(resource.get('typed'))[0].conditions[0].key == 'aws:SourceVpc'",
                "iam.statements(resource.get('open')).all(s, iam.isPublic(s))",
                "iam.statements(resource.get('closed')).all(s, !iam.isPublic(s))",
                "!iam.isAnyone(iam.statements(resource.get('closed'))[2])",
                "iam.statements(resource.get('typed'))[1].notActions == ['iam:*']",
                "!iam.covers(iam.statements(resource.get('typed'))[0].resources, '*')",
                "iam.statements(resource.get('blocks')).size() == 2",
                "iam.statements(resource.get('blocks'))[0].effect == 'Allow'",
                "iam.isAnyone(iam.statements(resource.get('blocks'))[0])",
                "iam.statements(resource.get('blocks'))[1].conditions[0].values == ['false']",
                "iam.statements(resource.get('typed')).exists(s, iam.allows(s, 's3:GetObject'))",
                "iam.statements(resource.get('typed')).exists(s, iam.allows(s, 'ec2:describeinstances'))",
                "!iam.statements(resource.get('typed')).exists(s, iam.allows(s, 's3:*'))",
                "iam.statements(resource.get('json')).exists(s, iam.allows(s, 's3:*') && iam.allows(s, 's3:Put*'))",
                "iam.covers(['*'], 's3:*') && iam.covers('s3:*', 's3:*') && !iam.covers('s3:Get*', 's3:*')",
                "iam.covers('s3:?et', 's3:Get') && !iam.covers('s3:?', 's3:*') && !iam.covers([], 's3:*')",
                "iam.covers('*:*', 's3:*') && iam.covers('s3:*Object', 's3:GetObject')"
            })
    void holds(String condition) throws ConditionException {
        assertThat(outcome(condition)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "iam.statements(resource.get('hidden')).size() == 0 → why",
                "iam.statements(resource.get('hidden')).all(s, !iam.isAnyone(s)) → why",
                "iam.statements(resource.get('partly')).exists(s, iam.isAnyone(s)) → why",
                "iam.statements(resource.get('partly')).exists(s, iam.allows(s, 's3:Get')) → true",
                "iam.statements(resource.get('partly')).exists(s, iam.allows(s, 's3:Put')) → more",
                "iam.statements(resource.get('maybe')).exists(s, iam.isPublic(s)) → cidr",
                "iam.statements(resource.get('someone')).exists(s, iam.isPublic(s)) → who",
                "version.atLeast('latest', '1') → a version has no number in it",
                "meta(resource).address == 'r' → true",
                "linked('x', 'y').size() == 0 → error: a resource is needed",
                "resource.get('a..b', 1) == 1 → error: a name of the path a..b is empty",
                "resource.get('a[x]', 1) == 1 → error: a bracket of the path a[x] holds no number",
            })
    void comesTo(String condition, String expected) throws ConditionException {
        assertThat(outcome(condition)).isEqualTo(expected);
    }

    @Test
    void wildcardsTakeNoMoreThanQuadraticTime() {
        String pattern = "*a".repeat(2_000) + "b";

        assertThat(Wildcard.covers(pattern, "a".repeat(20_000))).isFalse();
    }

    @Test
    void everyFunctionOfOursIsDeclared() {
        assertThat(Functions.all())
                .filteredOn(function ->
                        function.name().contains(".") && !function.name().startsWith("_"))
                .filteredOn(function -> !function.name().startsWith("optional."))
                .allSatisfy(function -> assertThat(function.overloads()).isNotEmpty());
    }
}
