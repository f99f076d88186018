package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.SourceRange;

/** Where an expression stands in its file. */
public interface Place {

    /** The whole string that holds it. */
    SourceRange range();

    /** A part of it, by offsets into the string with its escapes resolved; the end is exclusive. */
    SourceRange range(int start, int end);
}
