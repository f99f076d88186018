package dev.plumbline.iac.cloudformation.eval;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A condition, reduced to what is not decided about it. Three-valued: null stands for undecided. */
sealed interface Formula {

    /** Stands for any value of a variable that it is not compared with. */
    String OTHER = "\0other";

    /** How it turns out where variables have these values; a variable without a value is undecided. */
    Boolean evaluate(Map<String, String> values);

    /** Tells every test in it, in order. */
    default void tests(Consumer<Test> to) {}

    record Known(boolean value) implements Formula {
        @Override
        public Boolean evaluate(Map<String, String> values) {
            return value;
        }
    }

    /** Undecided whatever is assumed. */
    record Unknowable(String reason) implements Formula {
        @Override
        public Boolean evaluate(Map<String, String> values) {
            return null;
        }
    }

    /**
     * Whether a variable has a value.
     *
     * @param variable a parameter's name, or the text of a comparison that cannot be taken apart
     * @param reason why that is not known
     */
    record Test(String variable, String value, String reason) implements Formula {
        @Override
        public Boolean evaluate(Map<String, String> values) {
            String actual = values.get(variable);
            return actual == null ? null : actual.equals(value);
        }

        @Override
        public void tests(Consumer<Test> to) {
            to.accept(this);
        }
    }

    record Not(Formula operand) implements Formula {
        @Override
        public Boolean evaluate(Map<String, String> values) {
            Boolean value = operand.evaluate(values);
            return value == null ? null : !value;
        }

        @Override
        public void tests(Consumer<Test> to) {
            operand.tests(to);
        }
    }

    /** @param decisive the value that decides when one operand has it: false for And, true for Or */
    record Junction(boolean decisive, List<Formula> operands) implements Formula {
        @Override
        public Boolean evaluate(Map<String, String> values) {
            boolean undecided = false;
            for (Formula operand : operands) {
                Boolean value = operand.evaluate(values);
                if (value == null) {
                    undecided = true;
                } else if (value == decisive) {
                    return decisive;
                }
            }
            return undecided ? null : !decisive;
        }

        @Override
        public void tests(Consumer<Test> to) {
            operands.forEach(operand -> operand.tests(to));
        }
    }
}
