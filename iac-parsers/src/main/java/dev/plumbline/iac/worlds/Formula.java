package dev.plumbline.iac.worlds;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A condition, reduced to what is not decided about it. Three-valued: null stands for undecided. */
public sealed interface Formula {

    /** Stands for any value of a variable that it is not compared with. */
    String OTHER = "\0other";

    /** How it turns out where variables have these values; a variable without a value is undecided. */
    Boolean evaluate(Map<String, String> values);

    /** Tells every test, in order, that is still undecided where variables have these values, and makes a difference. */
    default void tests(Map<String, String> values, Consumer<Test> to) {}

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
        public void tests(Map<String, String> values, Consumer<Test> to) {
            if (!values.containsKey(variable)) {
                to.accept(this);
            }
        }
    }

    record Not(Formula operand) implements Formula {
        @Override
        public Boolean evaluate(Map<String, String> values) {
            Boolean value = operand.evaluate(values);
            return value == null ? null : !value;
        }

        @Override
        public void tests(Map<String, String> values, Consumer<Test> to) {
            operand.tests(values, to);
        }
    }

    /** @param decisive the value that decides when one operand has it: false for And, true for Or */
    record Junction(boolean decisive, List<Formula> operands) implements Formula {
        public Junction {
            operands = List.copyOf(operands);
        }

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
        public void tests(Map<String, String> values, Consumer<Test> to) {
            if (evaluate(values) == null) {
                operands.forEach(operand -> operand.tests(values, to));
            }
        }
    }
}
