package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;

/**
 * A function of the template language.
 *
 * @param name as Microsoft's reference writes it; matched without regard to case
 * @param minimum the least number of arguments
 * @param maximum the greatest number of arguments, {@link #ANY_NUMBER} where there is no limit
 * @param result the type it is certain to return
 */
public record Function(String name, int minimum, int maximum, Shape result, Needs needs, Body body) {

    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** A function that needs everything known. */
    public static Function whole(String name, int minimum, int maximum, Shape result, Body body) {
        return new Function(name, minimum, maximum, result, Needs.WHOLE_ARGUMENTS, body);
    }

    /** A function that works on arrays and objects with unknown values in them, too. */
    public static Function shallow(String name, int minimum, int maximum, Shape result, Body body) {
        return new Function(name, minimum, maximum, result, Needs.ARGUMENTS, body);
    }

    /** A function that decides itself which arguments to evaluate, and what to make of unknown ones. */
    public static Function lazy(String name, int minimum, int maximum, Shape result, Body body) {
        return new Function(name, minimum, maximum, result, Needs.NOTHING, body);
    }

    /** What has to be known of the arguments; where that is not, the result is unknown and the body is not called. */
    public enum Needs {
        /** All, and everything in them. */
        WHOLE_ARGUMENTS,
        /** All, though elements in them may be unknown. */
        ARGUMENTS,
        /** Nothing: the body evaluates those that it needs. */
        NOTHING
    }

    /** What it does. */
    @FunctionalInterface
    public interface Body {
        Value call(Invocation in);
    }

    /** Finds functions by name. */
    @FunctionalInterface
    public interface Table {
        /** The function of that name in any case, or null where there is none. */
        Function find(String name);
    }
}
