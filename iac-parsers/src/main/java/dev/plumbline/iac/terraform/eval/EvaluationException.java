package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.SourceRange;

/** An expression is in error; the message says why, in Terraform's words. */
public final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SourceRange range;

    public EvaluationException(String message, SourceRange range) {
        super(message, null, false, false);
        this.range = range;
    }

    /** The part of the expression that is at fault. */
    public SourceRange range() {
        return range;
    }
}
