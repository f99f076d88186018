package dev.plumbline.annotate.plan;

import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.annotate.text.CommentText;
import dev.plumbline.annotate.text.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Which annotations stand at a line of the change, and which are left to the summary.
 *
 * @param placed the gravest first
 */
public record Placement(List<Placed> placed, List<Annotation> elsewhere) {
    /** An annotation at the first changed line of its range. */
    public record Placed(Annotation annotation, int line, Optional<String> suggestion) {

        /** @param fence what marks a block of code as a suggestion on the platform; empty where there are none */
        public Comment comment(String fence) {
            return new Comment(
                    annotation.fingerprint(),
                    annotation.file(),
                    line,
                    CommentText.of(annotation, fence.isEmpty() ? Optional.empty() : suggestion, fence));
        }
    }

    public Placement {
        placed = List.copyOf(placed);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Divides the annotations of a report by what a change touches.
     *
     * @param limit how many are placed at most, the gravest first
     */
    public static Placement of(Report report, ChangedLines changed, int limit) {
        return of(report, limit, annotation -> place(annotation, changed));
    }

    /** Places each annotation where its range starts, where it is not known what a change touches. */
    public static Placement of(Report report, int limit) {
        return of(
                report,
                limit,
                annotation -> Optional.of(new Placed(annotation, annotation.startLine(), Optional.empty())));
    }

    private static Placement of(Report report, int limit, Function<Annotation, Optional<Placed>> placing) {
        List<Placed> placed = new ArrayList<>();
        List<Annotation> elsewhere = new ArrayList<>();
        List<Annotation> gravestFirst = new ArrayList<>(report.annotations());
        gravestFirst.sort(Comparator.comparing(annotation -> annotation.rule().severity()));
        for (Annotation annotation : gravestFirst) {
            Optional<Placed> place = placed.size() < limit ? placing.apply(annotation) : Optional.empty();
            place.ifPresentOrElse(placed::add, () -> elsewhere.add(annotation));
        }
        return new Placement(placed, elsewhere);
    }

    private static Optional<Placed> place(Annotation annotation, ChangedLines changed) {
        Annotation.Edit edit =
                annotation.fix() == null ? null : annotation.fix().edit();
        if (edit != null) {
            Optional<String> suggestion = changed.text(annotation.file(), edit.line())
                    .flatMap(text -> Suggestion.of(text, edit, annotation.fix().to()));
            if (suggestion.isPresent()) {
                // A suggestion replaces the line it stands at.
                return Optional.of(new Placed(annotation, edit.line(), suggestion));
            }
        }
        OptionalInt line = changed.within(annotation.file(), annotation.startLine(), annotation.endLine());
        return line.isPresent()
                ? Optional.of(new Placed(annotation, line.getAsInt(), Optional.empty()))
                : Optional.empty();
    }
}
