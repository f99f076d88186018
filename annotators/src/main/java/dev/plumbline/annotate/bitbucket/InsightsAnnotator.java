package dev.plumbline.annotate.bitbucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.annotate.Annotator;
import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Target;
import dev.plumbline.annotate.bitbucket.Insights.Insight;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.plan.Comment;
import dev.plumbline.annotate.plan.Placement;
import dev.plumbline.annotate.plan.Placement.Placed;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.annotate.text.SummaryText;
import dev.plumbline.publish.text.Neutral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Code Insights report on a commit, and its annotations. They belong to the commit: a push has none until its own build
 * has run, and what is resolved is not there. The id of an annotation holds what it says, so that one that says something
 * else is another.
 */
public final class InsightsAnnotator implements Annotator {
    private static final int LIMIT = 1000;
    private static final int BATCH = 100;
    /** What both platforms take of a report's details and of an annotation's message. */
    private static final int MAX_DETAILS = 2000;

    private final Insights insights;
    private final Target target;

    InsightsAnnotator(Insights insights, Target target) {
        this.insights = insights;
        this.target = target;
    }

    @Override
    public Outcome annotate(Report report) throws RestException {
        Optional<String> head = target.pullRequest().isPresent()
                ? Optional.of(insights.head(target.pullRequest().get()))
                : Optional.empty();
        String commit = target.commit()
                .or(() -> head)
                .orElseThrow(() -> new IllegalArgumentException("which commit is to be annotated?"));
        if (head.isPresent() && !commit.startsWith(head.get())) {
            return Outcome.none("the pull request is at %s by now, the report is of %s: left to a newer build"
                    .formatted(Neutral.line(head.get()), Neutral.line(commit)));
        }
        Placement placement = placement(report);
        Map<String, ObjectNode> wanted = new LinkedHashMap<>();
        for (Placed placed : placement.placed()) {
            ObjectNode body = insights.annotation(placed);
            wanted.put(id(placed, body), body);
        }
        boolean rewritten = putReport(commit, insights.report(report, details(report, placement.elsewhere())));
        List<String> there = insights.annotations(commit);
        List<Insight> missing = new ArrayList<>();
        wanted.forEach((id, body) -> {
            if (!there.contains(id)) {
                missing.add(new Insight(id, body));
            }
        });
        List<String> gone = new ArrayList<>(there);
        gone.removeAll(wanted.keySet());
        for (int from = 0; from < gone.size(); from += BATCH) {
            insights.deleteAnnotations(commit, gone.subList(from, Math.min(from + BATCH, gone.size())));
        }
        for (int from = 0; from < missing.size(); from += BATCH) {
            insights.addAnnotations(commit, missing.subList(from, Math.min(from + BATCH, missing.size())));
        }
        return new Outcome(
                missing.size(),
                rewritten && missing.isEmpty() && gone.isEmpty() ? 1 : 0,
                gone.size(),
                wanted.size() - missing.size(),
                placement.elsewhere().size(),
                "",
                List.of());
    }

    /** Where the change may not be read, all is annotated: Bitbucket shows in the change what belongs there. */
    private Placement placement(Report report) throws RestException {
        Optional<ChangedLines> changed = Optional.empty();
        if (target.pullRequest().isPresent()) {
            try {
                changed = Optional.of(insights.changedLines(target.pullRequest().get()));
            } catch (RestException e) {
                if (!e.isRefused()) {
                    throw e;
                }
            }
        }
        return changed.map(lines -> Placement.of(report, lines, LIMIT)).orElseGet(() -> Placement.of(report, LIMIT));
    }

    private static String id(Placed placed, ObjectNode body) {
        String fingerprint = placed.annotation().fingerprint();
        return Insights.KEY + "-" + fingerprint + "-" + Comment.version(body.toString());
    }

    private boolean putReport(String commit, ObjectNode wanted) throws RestException {
        Optional<JsonNode> there = insights.report(commit);
        boolean same = there.isPresent()
                && there.get().path("result").equals(wanted.path("result"))
                && there.get().path("details").equals(wanted.path("details"));
        if (!same) {
            insights.putReport(commit, wanted);
        }
        return !same && there.isPresent();
    }

    /** A report's details are plain text, in which there is room for the gravest of what stands elsewhere. */
    private static String details(Report report, List<Annotation> elsewhere) {
        StringBuilder text = new StringBuilder(SummaryText.counts(report)).append('\n');
        report.reasons().forEach(reason -> text.append(Neutral.line(reason)).append('\n'));
        SummaryText.score(report)
                .ifPresent(score -> text.append("Secure score: ").append(score).append('\n'));
        if (!elsewhere.isEmpty()) {
            text.append("Outside of this change: ").append(elsewhere.size()).append('\n');
        }
        for (Annotation annotation : elsewhere) {
            String line = Neutral.line(CommentText.severity(annotation) + ": "
                    + annotation.rule().title() + ", " + annotation.resources().get(0) + ", " + annotation.file() + ":"
                    + annotation.startLine());
            if (text.length() + line.length() > MAX_DETAILS - 10) {
                text.append("…");
                break;
            }
            text.append(line).append('\n');
        }
        return limited(text.toString().strip(), MAX_DETAILS);
    }

    /** The text, cut where it is longer than the platform takes. */
    static String limited(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
