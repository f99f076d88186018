package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;

/** Keeps what hostile files make us compute within bounds. One for all of a root module. */
public final class Budget {

    /** How often the bodies of loops and the elements of splats are evaluated, over all of a root module. */
    private static final int MAX_ITERATIONS = 1_000_000;

    /** How many values one value may hold. */
    private static final int MAX_VALUES = 200_000;

    private int iterations;

    void spend(SourceRange range) throws EvaluationException {
        if (++iterations > MAX_ITERATIONS) {
            throw new EvaluationException(
                    "Loops of this configuration run more than %,d times; no more are evaluated"
                            .formatted(MAX_ITERATIONS),
                    range);
        }
    }

    /** Refuses values that grow without bounds when locals are built out of each other. */
    void check(Value value, SourceRange range) throws EvaluationException {
        if (count(value, 0) > MAX_VALUES) {
            throw new EvaluationException("The value holds more than %,d values".formatted(MAX_VALUES), range);
        }
    }

    private static int count(Value value, int before) {
        int count = before + 1;
        if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                count = count > MAX_VALUES ? count : count(element, count);
            }
        } else if (value instanceof ObjectValue object) {
            for (Member member : object.members().values()) {
                count = count > MAX_VALUES ? count : count(member.value(), count);
            }
        }
        return count;
    }
}
