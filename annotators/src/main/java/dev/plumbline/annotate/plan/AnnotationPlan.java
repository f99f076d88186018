package dev.plumbline.annotate.plan;

import dev.plumbline.annotate.plan.Existing.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What to do so that a pull request shows what a scan says: the difference between what is to stand there and what
 * stands there. Computed from these two alone.
 *
 * @param create what is new
 * @param update what says something else by now, or was marked as resolved and is back
 * @param resolve what is no longer found
 * @param unchanged how many stand as they are to stand
 * @param dismissed how many people have closed, which is theirs to say
 */
public record AnnotationPlan<H>(
        List<Comment> create, List<Change<H>> update, List<Existing<H>> resolve, int unchanged, int dismissed) {

    /** A comment that takes the place of an earlier one. */
    public record Change<H>(Existing<H> existing, Comment comment) {}

    public AnnotationPlan {
        create = List.copyOf(create);
        update = List.copyOf(update);
        resolve = List.copyOf(resolve);
    }

    /**
     * Makes the plan. Of several that stand there for one finding, one is kept.
     *
     * @param stands whether a finding that is not to stand at a line is there all the same: elsewhere, or unknown by
     *     now, or perhaps in a file that could not be read. Such a one is neither confirmed nor resolved.
     */
    public static <H> AnnotationPlan<H> of(
            List<Comment> desired, List<Existing<H>> existing, Predicate<String> stands) {
        Map<String, List<Existing<H>>> byFingerprint = new TreeMap<>();
        for (Existing<H> one : existing) {
            byFingerprint
                    .computeIfAbsent(one.fingerprint(), name -> new ArrayList<>())
                    .add(one);
        }
        List<Comment> create = new ArrayList<>();
        List<Change<H>> update = new ArrayList<>();
        List<Existing<H>> resolve = new ArrayList<>();
        int unchanged = 0;
        int dismissed = 0;
        Set<String> wanted = new HashSet<>();
        for (Comment comment : desired) {
            if (!wanted.add(comment.fingerprint())) {
                continue;
            }
            List<Existing<H>> there = new ArrayList<>(byFingerprint.getOrDefault(comment.fingerprint(), List.of()));
            if (there.isEmpty()) {
                create.add(comment);
                continue;
            }
            there.sort(Comparator.comparing(Existing::state));
            Existing<H> kept = there.get(0);
            if (kept.state() == State.DISMISSED) {
                dismissed++;
            } else if (kept.state() == State.OPEN && kept.version().equals(comment.version())) {
                unchanged++;
            } else {
                update.add(new Change<>(kept, comment));
            }
            there.stream().skip(1).filter(one -> one.state() == State.OPEN).forEach(resolve::add);
        }
        for (Existing<H> one : existing) {
            if (one.state() == State.OPEN && !wanted.contains(one.fingerprint()) && !stands.test(one.fingerprint())) {
                resolve.add(one);
            }
        }
        return new AnnotationPlan<>(create, update, resolve, unchanged, dismissed);
    }
}
