package dev.plumbline.iac;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a value was written, and how it came to stand where it is used.
 *
 * <p>A chain: the head is the place of use, each {@linkplain #cause() cause} one step nearer to where the value was
 * written. For {@code acl = var.acl} the head is the expression {@code var.acl} in {@code main.tf}, its cause the
 * default of the variable in {@code variables.tf}.
 *
 * @param range the text that gives the value at this step
 * @param label what this step is, fit for people: {@code "default of var.acl"}; empty where the range says it all
 * @param cause the step before, or null where the value was written here
 */
public record Origin(SourceRange range, String label, Origin cause) {
    /** The label of a value that a Terraform plan holds, and that no file shows. */
    public static final String PLANNED = "planned value";

    public Origin {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(label, "label");
    }

    /** A value written at {@code range}. */
    public static Origin at(SourceRange range) {
        return new Origin(range, "", null);
    }

    /** A value written at {@code range}, which is {@code label}. */
    public static Origin at(SourceRange range, String label) {
        return new Origin(range, label, null);
    }

    /** The same value, used at {@code place}. */
    public Origin usedAt(SourceRange place) {
        return place.equals(range) ? this : new Origin(place, "", this);
    }

    /** Where the value was written: the last step of the chain. */
    public Origin source() {
        Origin step = this;
        while (step.cause != null) {
            step = step.cause;
        }
        return step;
    }

    /** Whether the value stands in a file that was scanned, rather than in a plan. */
    public boolean isWritten() {
        return !source().label.equals(PLANNED);
    }

    /** The steps from the place of use (first) to the place where the value was written (last). */
    public List<Origin> chain() {
        List<Origin> steps = new ArrayList<>();
        for (Origin step = this; step != null; step = step.cause) {
            steps.add(step);
        }
        return List.copyOf(steps);
    }
}
