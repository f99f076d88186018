package dev.plumbline.iac;

import java.util.Objects;

/**
 * Why a value is unknown, and what is known of it all the same.
 *
 * @param reason fit for people, a clause without a full stop: {@code "var.cidr has no default"}
 * @param shape what type the value will have, as far as that is certain
 * @param notNull whether it is certain that the value will be set: a reference to another resource's id is, a variable
 *     without a default is not
 * @param prefix what a string will start with, as far as that is certain; empty where nothing is
 * @param document what a string of JSON will hold, with unknown values in it where it is not certain: a policy that
 *     names a resource which is yet to be deployed; null where the string is not known to be JSON
 * @param symbol stands for the value: two unknown values of one {@link ScanUnit} whose symbols are equal and not empty
 *     are the same value. What is known of a string is in it as it is, the other parts are in angle brackets: {@code
 *     logs<uniqueString(resourceGroup().id)>}. Empty where the language's evaluator keeps none
 */
public record Unknown(
        Cause cause, String reason, Shape shape, boolean notNull, String prefix, Value document, String symbol) {

    /** What keeps the value from being known; statistics and policy go by this, people read the reason. */
    public enum Cause {
        /** An input (variable, parameter) was given no value. */
        NO_VALUE,
        /** The cloud assigns it when the resource is deployed: ids, ARNs, generated names. */
        KNOWN_AFTER_APPLY,
        /** The function's result differs from run to run: {@code timestamp}, {@code uuid}, {@code newGuid}. */
        IMPURE,
        /** It is read from outside of the scanned files: data sources, imports, remote modules, other stacks. */
        EXTERNAL,
        /** It is not kept from one phase of a deployment to the next: Terraform's ephemeral values. */
        EPHEMERAL,
        /** A secret store holds it. */
        SECRET_REFERENCE,
        /** We do not evaluate this (yet). */
        UNSUPPORTED,
        /** The expression is in error; there is a diagnostic that says so. */
        ERROR
    }

    /** The type that an unknown value is certain to have. */
    public enum Shape {
        ANY,
        STRING,
        NUMBER,
        BOOLEAN,
        LIST,
        OBJECT
    }

    public Unknown {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(symbol, "symbol");
    }

    public Unknown(Cause cause, String reason, Shape shape, boolean notNull, String prefix) {
        this(cause, reason, shape, notNull, prefix, null, "");
    }

    /** Unknown for that reason, with nothing else certain about it. */
    public static Unknown because(Cause cause, String reason) {
        return new Unknown(cause, reason, Shape.ANY, false, "");
    }

    /** What a string will end with, as far as that is certain; empty where nothing is. */
    public String suffix() {
        return shape == Shape.STRING && symbol.indexOf('<') >= 0 ? symbol.substring(symbol.lastIndexOf('>') + 1) : "";
    }

    /** The same, with the certainty that it will not be null. */
    public Unknown certainlySet() {
        return new Unknown(cause, reason, shape, true, prefix, document, symbol);
    }

    /** The same, with a certain type. */
    public Unknown of(Shape certain) {
        boolean string = certain == Shape.STRING;
        return new Unknown(cause, reason, certain, notNull, string ? prefix : "", string ? document : null, symbol);
    }

    /** A string that is certain to be set and to start with {@code text}. */
    public Unknown startingWith(String text) {
        return new Unknown(cause, reason, Shape.STRING, true, text, document, symbol);
    }

    /** A string that is certain to be set and to be JSON that holds this. */
    public Unknown holding(Value content) {
        return new Unknown(cause, reason, Shape.STRING, true, prefix, content, symbol);
    }

    /** The same, for which that symbol stands. */
    public Unknown knownAs(String standsForIt) {
        return new Unknown(cause, reason, shape, notNull, prefix, document, standsForIt);
    }
}
