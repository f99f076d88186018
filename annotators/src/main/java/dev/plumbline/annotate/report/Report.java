package dev.plumbline.annotate.report;

import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one scan or several said, as far as a pull request is told of it.
 *
 * @param reasons why the gate ended as it did, and what it warns of, a sentence each
 * @param score the secure score in percent; empty where nothing that counts was assessed
 * @param before the score without the change; empty where it is not known
 * @param annotations failed verdicts that no baseline knows, by place
 * @param known failed verdicts that a baseline knows: counted only
 * @param unknown verdicts that depend on what is not known before deployment
 * @param standing the fingerprints of all verdicts that are failed or unknown: none of these is resolved
 * @param complete whether everything could be read; if not, what is not found may be there all the same
 */
public record Report(
        Gate.Status status,
        List<String> reasons,
        OptionalDouble score,
        OptionalDouble before,
        List<Annotation> annotations,
        int known,
        int unknown,
        Set<String> standing,
        boolean complete) {

    public Report {
        reasons = List.copyOf(reasons);
        annotations = List.copyOf(annotations);
        standing = Set.copyOf(standing);
    }

    public long count(Severity severity) {
        return annotations.stream()
                .filter(annotation -> annotation.rule().severity() == severity)
                .count();
    }

    /**
     * What several scans of one repository said, for the modules of a build: it passes where all do. A score of parts
     * is no score of the whole, so there is none.
     */
    public static Report of(List<Report> reports) {
        if (reports.size() == 1) {
            return reports.get(0);
        }
        List<String> reasons = new ArrayList<>();
        List<Annotation> annotations = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        int known = 0;
        int unknown = 0;
        for (Report report : reports) {
            report.reasons().stream()
                    .filter(reason -> !reasons.contains(reason))
                    .forEach(reasons::add);
            annotations.addAll(report.annotations());
            standing.addAll(report.standing());
            known += report.known();
            unknown += report.unknown();
        }
        return new Report(
                reports.stream()
                        .map(Report::status)
                        .max(Comparator.comparingInt(Report::gravity))
                        .orElse(Gate.Status.PASSED),
                reasons,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                annotations,
                known,
                unknown,
                standing,
                reports.stream().allMatch(Report::complete));
    }

    private static int gravity(Gate.Status status) {
        return switch (status) {
            case PASSED -> 0;
            case INCOMPLETE -> 1;
            case BLOCKED -> 2;
        };
    }
}
