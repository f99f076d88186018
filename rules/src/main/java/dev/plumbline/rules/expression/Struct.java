package dev.plumbline.rules.expression;

import java.util.List;

/** An operand with named members. */
public interface Struct {

    /** The member of that name, or Java's null where it is not set; {@link Null} stands for one that is null to CEL. */
    Object member(String name);

    /** The names of the members that are set, or that may be, in order. */
    List<String> names();
}
