package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Value;

/** What is around a stack: the stacks that it is nested in, that it nests, and that it imports from. */
public interface Surroundings {

    /** A stack by itself. */
    Surroundings NONE = new Surroundings() {
        @Override
        public String prefix() {
            return "";
        }

        @Override
        public Noted output(String stack, String output) {
            return null;
        }

        @Override
        public Value exported(String name) {
            return null;
        }
    };

    /** What stands before logical ids in addresses: {@code Network/}; empty for a stack that is not nested. */
    String prefix();

    /**
     * An output of a nested stack.
     *
     * @param stack its logical id
     * @return null where it is not at hand
     */
    Noted output(String stack, String output);

    /**
     * The value that a stack of the scan exports under a name.
     *
     * @return null where none does
     */
    Value exported(String name);
}
