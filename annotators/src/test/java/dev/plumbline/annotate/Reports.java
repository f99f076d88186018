package dev.plumbline.annotate;

import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Annotation.Edit;
import dev.plumbline.annotate.report.Annotation.Fix;
import dev.plumbline.annotate.report.Annotation.RuleText;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports for the tests of all platforms. */
public final class Reports {
    /** What a stranger may write into a template, and what must stay text wherever it is shown. */
    public static final String HOSTILE =
            "x\"]\n::error::owned\r\n##vso[task.setvariable variable=a]b\n/close\n@everyone <img src=x onerror=alert(1)>"
                    + " [a](javascript:b) ``` --> %0A é🦊\u202E";

    public static final String FILE = "infra/main.tf";
    /** Line 3 is changed, and says what the fix replaces; line 40 is not. */
    public static final String PATCH =
            "@@ -1,3 +1,4 @@\n resource \"azurerm_storage_account\" \"shop\" {\n-  min_tls_version = \"TLS1_2\"\n"
                    + "+  name = \"shop\"\n+  https_traffic_only_enabled = false\n }";

    private Reports() {}

    /** Of a rule that is to be fixed at line 3 of {@link #PATCH}. */
    public static Annotation fixable() {
        return annotation("a1", Severity.HIGH, FILE, 3, "azurerm_storage_account.shop", fix());
    }

    /** At a line that nobody changed. */
    public static Annotation elsewhere() {
        return annotation("b2", Severity.LOW, FILE, 40, "azurerm_storage_account.old", null);
    }

    /** At line 2, with everything hostile that can be. */
    public static Annotation hostile() {
        return new Annotation(
                "c3",
                new RuleText("custom", HOSTILE, Severity.MEDIUM, HOSTILE, HOSTILE),
                FILE,
                2,
                2,
                List.of(HOSTILE),
                HOSTILE,
                HOSTILE,
                new Fix(HOSTILE, HOSTILE, null));
    }

    private static Fix fix() {
        return new Fix("https_traffic_only_enabled", "true", new Edit(3, 32, 37));
    }

    public static Annotation annotation(
            String fingerprint, Severity severity, String file, int line, String address, Fix fix) {
        RuleText rule = new RuleText(
                "azure-storage-secure-transfer",
                "Secure transfer to storage accounts should be enabled",
                severity,
                "Over plain HTTP, keys can be read on the way.",
                "Set secure transfer to required.");
        return new Annotation(
                fingerprint, rule, file, line, line, List.of(address), "https_traffic_only_enabled", "", fix);
    }

    /** So many findings at the lines of a new file, which {@link #patch(int)} adds. */
    public static Annotation[] many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> annotation(
                        Integer.toHexString(0x1000 + line),
                        Severity.MEDIUM,
                        FILE,
                        line,
                        "aws_s3_bucket.b" + line,
                        null))
                .toArray(Annotation[]::new);
    }

    public static String patch(int lines) {
        return "@@ -0,0 +1," + lines + " @@\n"
                + IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> "+line " + line)
                        .collect(Collectors.joining("\n"));
    }

    public static Report blocked(Annotation... annotations) {
        return report(Gate.Status.BLOCKED, List.of("1 finding of severity high"), true, annotations);
    }

    public static Report passed() {
        return report(Gate.Status.PASSED, List.of(), true);
    }

    public static Report incomplete() {
        return report(Gate.Status.INCOMPLETE, List.of("1 file could not be assessed"), false);
    }

    private static Report report(
            Gate.Status status, List<String> reasons, boolean complete, Annotation... annotations) {
        return new Report(
                status,
                reasons,
                OptionalDouble.of(63.4),
                OptionalDouble.of(71),
                Arrays.asList(annotations),
                0,
                2,
                Arrays.stream(annotations).map(Annotation::fingerprint).collect(Collectors.toSet()),
                complete);
    }
}
