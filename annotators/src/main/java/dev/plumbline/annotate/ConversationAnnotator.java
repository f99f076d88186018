package dev.plumbline.annotate;

import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.plan.AnnotationPlan;
import dev.plumbline.annotate.plan.AnnotationPlan.Change;
import dev.plumbline.annotate.plan.Existing;
import dev.plumbline.annotate.plan.Placement;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.SummaryText;
import dev.plumbline.publish.text.Neutral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Annotates a pull request by comments at its lines and a summary of the rest. */
public final class ConversationAnnotator<H> implements Annotator {
    /** Nobody reads more of them; what is graver comes first, and the rest is in the summary. */
    private static final int MAX_COMMENTS = 200;

    private final Conversation<H> conversation;
    private final Optional<String> scanned;

    /** @param scanned the commit that the report is of, where that is known */
    public ConversationAnnotator(Conversation<H> conversation, Optional<String> scanned) {
        this.conversation = conversation;
        this.scanned = scanned;
    }

    /** One request; what it throws is told, and does not keep the others from being sent. */
    @FunctionalInterface
    private interface Step {
        void run() throws RestException;
    }

    @Override
    public Outcome annotate(Report report) throws RestException {
        String head = conversation.head();
        if (scanned.isPresent() && !scanned.get().equals(head)) {
            return Outcome.none("the pull request is at %s by now, the report is of %s: left to a newer build"
                    .formatted(Neutral.line(head), Neutral.line(scanned.get())));
        }
        Set<String> files = new TreeSet<>();
        for (Annotation annotation : report.annotations()) {
            files.add(annotation.file());
        }
        Placement placement = Placement.of(report, conversation.changedLines(files), MAX_COMMENTS);
        AnnotationPlan<H> plan = AnnotationPlan.of(
                placement.placed().stream()
                        .map(placed -> placed.comment(conversation.suggestionFence()))
                        .toList(),
                conversation.existing(),
                fingerprint -> !report.complete() || report.standing().contains(fingerprint));
        List<String> problems = new ArrayList<>();
        if (!plan.create().isEmpty()) {
            problems.addAll(conversation.create(plan.create()));
        }
        int created = plan.create().size() - problems.size();
        int updated = 0;
        for (Change<H> change : plan.update()) {
            updated += done(problems, () -> conversation.update(change.existing(), change.comment()));
        }
        int resolved = 0;
        for (Existing<H> existing : plan.resolve()) {
            resolved += done(problems, () -> conversation.resolve(existing));
        }
        String summary =
                SummaryText.of(report, placement.placed().size(), placement.elsewhere(), conversation.maxLength());
        done(problems, () -> conversation.summarize(report, summary));
        return new Outcome(
                created,
                updated,
                resolved,
                plan.unchanged() + plan.dismissed(),
                placement.elsewhere().size(),
                "",
                problems);
    }

    private static int done(List<String> problems, Step step) throws RestException {
        try {
            step.run();
            return 1;
        } catch (RestException e) {
            if (e.isFinal()) {
                throw e;
            }
            problems.add(e.getMessage());
            return 0;
        }
    }
}
