package dev.plumbline.rules.comparison;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.Severity;
import java.util.Comparator;
import java.util.Objects;

/**
 * A failed verdict of an earlier scan, as far as it was stored.
 *
 * @param rule the rule's id
 * @param title the rule's title; empty where it was not stored
 * @param severity null where it was not stored
 * @param unit the {@link Finding#unit()}
 * @param file where it was found, relative to the base directory of the scan
 * @param resource the resource's address
 * @param fingerprint the {@link Finding#fingerprint()}
 */
public record KnownFinding(
        String rule, String title, Severity severity, String unit, String file, String resource, String fingerprint)
        implements Comparable<KnownFinding> {

    private static final Comparator<KnownFinding> ORDER = Comparator.comparing(KnownFinding::file)
            .thenComparing(KnownFinding::unit)
            .thenComparing(KnownFinding::resource)
            .thenComparing(KnownFinding::rule)
            .thenComparing(KnownFinding::fingerprint);

    public KnownFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** What is to be known of a finding later. */
    public static KnownFinding of(Finding finding) {
        return new KnownFinding(
                finding.rule().id(),
                finding.rule().title(),
                finding.rule().severity(),
                finding.unit(),
                finding.range().file(),
                finding.resource().address(),
                finding.fingerprint());
    }

    /** The same finding, with its rule's title. */
    KnownFinding titled(String text) {
        return new KnownFinding(rule, text, severity, unit, file, resource, fingerprint);
    }

    /** The same finding, with what was not stored taken from its rule as it is today. */
    public KnownFinding describedBy(Rule today) {
        return new KnownFinding(
                rule,
                title.isEmpty() ? today.title() : title,
                severity == null ? today.severity() : severity,
                unit,
                file,
                resource,
                fingerprint);
    }

    /** By file, resource and rule. */
    @Override
    public int compareTo(KnownFinding other) {
        return ORDER.compare(this, other);
    }
}
