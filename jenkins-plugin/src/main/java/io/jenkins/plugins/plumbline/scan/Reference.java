package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.KnownFinding;
import io.jenkins.plugins.plumbline.report.Comparison;
import io.jenkins.plugins.plumbline.report.Report;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** The build to compare with, as an agent has to know it. */
public record Reference(Comparison.Reference build, List<Known> findings) implements Serializable {

    /** A finding of that build; its fields are those of {@link KnownFinding}. */
    public record Known(
            String rule, String title, Severity severity, String unit, String file, String resource, String fingerprint)
            implements Serializable {}

    public Reference {
        Objects.requireNonNull(build, "build");
        findings = new ArrayList<>(findings);
    }

    /** What is to be known of a build's report. */
    public static Reference of(Comparison.Reference build, Report report) {
        Map<String, String> titles = new HashMap<>();
        report.rules().forEach(rule -> titles.put(rule.id(), rule.title()));
        return new Reference(
                build,
                report.findings().stream()
                        .filter(Report.Finding::failed)
                        .map(finding -> new Known(
                                finding.rule(),
                                titles.getOrDefault(finding.rule(), ""),
                                finding.severity(),
                                finding.unit(),
                                finding.place().file(),
                                finding.address(),
                                finding.fingerprint()))
                        .toList());
    }

    Baseline baseline() {
        return new Baseline(
                build.job() + " #" + build.build(),
                findings.stream()
                        .map(known -> new KnownFinding(
                                known.rule(),
                                known.title(),
                                known.severity(),
                                known.unit(),
                                known.file(),
                                known.resource(),
                                known.fingerprint()))
                        .toList(),
                List.of(),
                build.score() == null ? OptionalDouble.empty() : OptionalDouble.of(build.score()));
    }
}
