package dev.plumbline.publish;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.Resource.Mode;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Identity;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Rule.Check;
import dev.plumbline.rules.Rule.Example;
import dev.plumbline.rules.Rule.Fix;
import dev.plumbline.rules.Rule.Remediation;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.posture.Control;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Made-up results for tests. */
final class ScanResults {
    static final Path SHOP = Path.of("src/test/resources/dev/plumbline/publish/shop");

    static final Rule ACL = rule(
            "aws-s3-acl",
            "S3 buckets should not be public by their ACL",
            Severity.HIGH,
            Control.MANAGE_ACCESS_AND_PERMISSIONS,
            new Check(List.of("aws_s3_bucket_acl"), "", "true", "acl", new Fix("acl", "\"private\"")));
    static final Rule SSH = rule(
            "aws-ec2-ssh",
            "SSH should not be open to the internet",
            Severity.CRITICAL,
            Control.SECURE_MANAGEMENT_PORTS,
            new Check(List.of("aws_security_group"), "", "true", "ingress", null));
    static final Rule PUBLIC_DB = rule(
            "aws-rds-public",
            "Databases should not be reachable from the internet",
            Severity.MEDIUM,
            Control.RESTRICT_UNAUTHORIZED_NETWORK_ACCESS,
            new Check(
                    List.of("aws_db_instance"),
                    "",
                    "true",
                    "publicly_accessible",
                    new Fix("publicly_accessible", "false")));
    static final Rule TOPIC_KEY = rule(
            "aws-sns-key",
            "Topics should be encrypted",
            Severity.LOW,
            Control.ENABLE_ENCRYPTION_AT_REST,
            new Check(List.of("AWS::SNS::Topic"), "", "true", "KmsMasterKeyId", null));

    private ScanResults() {}

    static Rule rule(String id, String title, Severity severity, Control control, Check check) {
        return new Rule(
                id,
                title,
                severity,
                control,
                "1c5de8e1-f68d-6a17-e0d2-ec259c42768c",
                Map.of("nist-800-53", List.of("SC-8"), "mcsb", List.of("DP-3", "NS-1")),
                List.of("CKV_" + id.length()),
                "Anyone who finds the address can read what was meant for few, and what they read is not taken back by any"
                        + " later change of the configuration.",
                new Remediation("low", "low", "Allow those who need it, and no one else."),
                List.of(check),
                List.of(new Example("terraform", Verdict.FAIL, "resource \"x\" \"y\" {}\n")));
    }

    static Resource resource(String address, String type, Dialect dialect, SourceRange header, ObjectValue attributes) {
        return resource(address, type, dialect, header, attributes, List.of(), Existence.CERTAIN);
    }

    static Resource resource(
            String address,
            String type,
            Dialect dialect,
            SourceRange header,
            ObjectValue attributes,
            List<Call> calls,
            Existence existence) {
        String name = address.substring(address.lastIndexOf('.') + 1);
        return new Resource(
                address, type, name, Mode.MANAGED, dialect, "", attributes, header, header, calls, existence);
    }

    static SourceRange range(String file, int line, int from, int to) {
        return new SourceRange(file, line, from, line, to);
    }

    static ObjectValue attributes(SourceRange at, Map<String, Value> values) {
        Map<String, Member> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, Member.unnamed(value)));
        return new ObjectValue(members, Origin.at(at));
    }

    static Finding finding(Rule rule, Resource resource, Verdict verdict, SourceRange range, String attribute) {
        return new Finding(rule, resource, "", verdict, range, attribute, "", "", null, identity(rule, resource));
    }

    static Finding unknown(Rule rule, Resource resource, SourceRange range, String reason) {
        return new Finding(rule, resource, "", Verdict.UNKNOWN, range, "", reason, "", null, identity(rule, resource));
    }

    static Identity identity(Rule rule, Resource resource) {
        return identity(rule, resource, "");
    }

    private static Identity identity(Rule rule, Resource resource, String element) {
        return new Identity(rule.id(), resource.address(), "", element);
    }

    /** Of two languages, with each kind of verdict, a traced value, a sensitive one, wide characters, tabs and escapes. */
    static ScanResult shop() {
        SourceRange aclHeader = range("main.tf", 1, 1, 36);
        SourceRange use = range("main.tf", 3, 12, 19);
        Origin acl = Origin.at(range("variables.tf", 2, 13, 26), "default of var.acl")
                .usedAt(use);
        Resource bucket = resource(
                "module.logs[\"a\"].aws_s3_bucket_acl.logs",
                "aws_s3_bucket_acl",
                Dialect.TERRAFORM,
                aclHeader,
                attributes(aclHeader, Map.of("acl", new StringValue("public-read", acl))),
                List.of(new Call("module.logs[\"a\"]", range("main.tf", 6, 1, 10))),
                new Existence("count depends on var.enabled, which has no default"));
        Resource group = resource(
                "aws_security_group.web",
                "aws_security_group",
                Dialect.TERRAFORM,
                range("main.tf", 6, 1, 36),
                attributes(range("main.tf", 6, 1, 36), Map.of()));
        Origin master = Origin.at(range("variables.tf", 6, 15, 45), "default of var.master")
                .usedAt(range("main.tf", 16, 25, 35));
        Resource database = resource(
                "aws_db_instance.main",
                "aws_db_instance",
                Dialect.TERRAFORM,
                range("main.tf", 15, 1, 34),
                attributes(
                        range("main.tf", 15, 1, 34),
                        Map.of("password", new StringValue("correct horse battery staple", master, true))));
        Resource topic = resource(
                "Topic\u001B[2J",
                "AWS::SNS::Topic",
                Dialect.CLOUDFORMATION,
                range("topic stack.yaml", 2, 3, 9),
                attributes(range("topic stack.yaml", 2, 3, 9), Map.of()));
        Finding traced = new Finding(
                ACL,
                bucket,
                "",
                Verdict.FAIL,
                range("main.tf", 3, 3, 19),
                "acl",
                "",
                "var.public is true",
                acl,
                identity(ACL, bucket, "traced"));
        return new ScanResult(
                SHOP,
                List.of(
                        new ScanResult.Unit("", Dialect.TERRAFORM, 4),
                        new ScanResult.Unit("topic stack.yaml", Dialect.CLOUDFORMATION, 1)),
                List.of(SSH, PUBLIC_DB, ACL, TOPIC_KEY),
                List.of(
                        traced,
                        finding(SSH, group, Verdict.FAIL, new SourceRange("main.tf", 7, 2, 12, 3), "ingress"),
                        finding(PUBLIC_DB, database, Verdict.PASS, range("main.tf", 15, 1, 34), ""),
                        unknown(SSH, database, range("main.tf", 15, 1, 34), "var.cidr has no default"),
                        new Finding(
                                SSH,
                                database,
                                "",
                                Verdict.FAIL,
                                range("main.tf", 16, 3, 35),
                                "password",
                                "",
                                "",
                                master,
                                identity(SSH, database, "password")),
                        finding(PUBLIC_DB, database, Verdict.FAIL, range("main.tf", 17, 25, 42), "publicly_accessible"),
                        finding(ACL, bucket, Verdict.FAIL, range("variables.tf", 6, 15, 45), "acl"),
                        finding(
                                TOPIC_KEY,
                                topic,
                                Verdict.FAIL,
                                range("topic stack.yaml", 4, 275, 293),
                                "KmsMasterKeyId")),
                List.of(
                        Diagnostic.error(
                                "hcl-syntax",
                                "Missing closing brace",
                                "Add a closing brace where the block ends.",
                                range("main.tf", 18, 1, 2)),
                        Diagnostic.warning("file-odd", "Odd \u001B]0;title\u0007", "", SourceRange.startOf("odd.tf"))),
                new SecureScore(List.of(
                        new ControlScore(Control.SECURE_MANAGEMENT_PORTS, 2, 1, 1),
                        new ControlScore(Control.ENABLE_ENCRYPTION_AT_REST, 0, 0, 3))),
                new Gate.Outcome(Gate.Status.BLOCKED, List.of("3 findings are high or graver.")),
                new Comparison(
                        "known.json",
                        Map.of(
                                identity(SSH, database, "password").fingerprint(),
                                Change.UNCHANGED,
                                identity(ACL, bucket, "traced").fingerprint(),
                                Change.REOPENED,
                                identity(SSH, group).fingerprint(),
                                Change.NEW,
                                identity(PUBLIC_DB, database).fingerprint(),
                                Change.NEW,
                                identity(ACL, bucket).fingerprint(),
                                Change.NEW,
                                identity(TOPIC_KEY, topic).fingerprint(),
                                Change.NEW),
                        List.of(new KnownFinding(
                                SSH.id(),
                                SSH.title(),
                                SSH.severity(),
                                "old",
                                "old/ne twork.tf",
                                "aws_security_group.old\u001B[2J",
                                "9e")),
                        OptionalDouble.of(58.25)));
    }

    static ScanResult empty() {
        return of(List.of(), List.of());
    }

    static ScanResult of(List<Rule> rules, List<Finding> findings) {
        return new ScanResult(
                SHOP,
                List.of(),
                rules,
                findings,
                List.of(),
                new SecureScore(List.of()),
                new Gate.Outcome(Gate.Status.PASSED, List.of()));
    }
}
