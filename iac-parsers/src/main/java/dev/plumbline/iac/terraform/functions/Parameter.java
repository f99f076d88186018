package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.terraform.type.Type;

/**
 * What a function takes in one position.
 *
 * @param type what the argument is converted to
 * @param nullable whether the function deals with null itself
 * @param knowledge how much of the argument has to be known for the function to be called
 */
record Parameter(Type type, boolean nullable, Knowledge knowledge) {

    enum Knowledge {
        /** All of it, down to every element. */
        WHOLE,
        /** Whether there is a value; elements may be unknown. */
        OUTER,
        /** Nothing: the function deals with unknown arguments itself. */
        NONE
    }

    static final Parameter STRING = of(Type.Simple.STRING);
    static final Parameter NUMBER = of(Type.Simple.NUMBER);
    static final Parameter BOOLEAN = of(Type.Simple.BOOLEAN);
    static final Parameter ANY = of(Type.Simple.ANY);
    static final Parameter STRINGS = of(Type.list(Type.Simple.STRING));
    static final Parameter LIST = of(Type.list(Type.Simple.ANY));

    static Parameter of(Type type) {
        return new Parameter(type, false, Knowledge.WHOLE);
    }

    Parameter orNull() {
        return new Parameter(type, true, knowledge);
    }

    Parameter withUnknownElements() {
        return new Parameter(type, nullable, Knowledge.OUTER);
    }

    Parameter orUnknown() {
        return new Parameter(type, nullable, Knowledge.NONE);
    }
}
