package dev.plumbline.annotate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.plan.AnnotationPlan.Change;
import dev.plumbline.annotate.plan.Existing.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationPlanTest {
    private static final Comment COMMENT = new Comment("a", "main.tf", 3, "text");

    private static AnnotationPlan<Integer> plan(List<Comment> desired, List<Existing<Integer>> existing) {
        return AnnotationPlan.of(desired, existing, fingerprint -> false);
    }

    private static Existing<Integer> existing(State state, String version, int handle) {
        return new Existing<>("a", version, state, handle);
    }

    @Test
    void whatIsNotThereIsCreated() {
        assertThat(plan(List.of(COMMENT), List.of()))
                .isEqualTo(new AnnotationPlan<>(List.of(COMMENT), List.of(), List.of(), 0, 0));
    }

    @Test
    void whatIsThereIsLeft() {
        assertThat(plan(List.of(COMMENT), List.of(existing(State.OPEN, COMMENT.version(), 1))))
                .isEqualTo(new AnnotationPlan<>(List.of(), List.of(), List.of(), 1, 0));
    }

    @Test
    void whatSaysSomethingElseIsUpdated() {
        Existing<Integer> old = existing(State.OPEN, "other", 1);
        assertThat(plan(List.of(COMMENT), List.of(old)).update()).containsExactly(new Change<>(old, COMMENT));
    }

    @Test
    void whatIsBackIsOpenedAgain() {
        Existing<Integer> old = existing(State.RESOLVED, COMMENT.version(), 1);
        assertThat(plan(List.of(COMMENT), List.of(old)).update()).containsExactly(new Change<>(old, COMMENT));
    }

    @Test
    void whatPeopleClosedIsTheirs() {
        assertThat(plan(List.of(COMMENT), List.of(existing(State.DISMISSED, "other", 1))))
                .isEqualTo(new AnnotationPlan<>(List.of(), List.of(), List.of(), 0, 1));
        assertThat(plan(List.of(), List.of(existing(State.DISMISSED, "other", 1)))
                        .resolve())
                .isEmpty();
    }

    @Test
    void whatIsGoneIsResolvedOnce() {
        Existing<Integer> open = existing(State.OPEN, "x", 1);
        assertThat(plan(List.of(), List.of(open)).resolve()).containsExactly(open);
        assertThat(plan(List.of(), List.of(existing(State.RESOLVED, "x", 1))).resolve())
                .isEmpty();
    }

    @Test
    void whatMayStillBeThereIsNotResolved() {
        assertThat(AnnotationPlan.of(List.of(), List.of(existing(State.OPEN, "x", 1)), "a"::equals)
                        .resolve())
                .isEmpty();
    }

    @Test
    void ofTwoForTheSameOneIsKept() {
        Existing<Integer> first = existing(State.OPEN, COMMENT.version(), 1);
        Existing<Integer> second = existing(State.OPEN, COMMENT.version(), 2);
        AnnotationPlan<Integer> plan =
                plan(List.of(COMMENT, COMMENT), List.of(existing(State.RESOLVED, "x", 0), first, second));
        assertThat(plan).isEqualTo(new AnnotationPlan<>(List.of(), List.of(), List.of(second), 1, 0));
    }
}
