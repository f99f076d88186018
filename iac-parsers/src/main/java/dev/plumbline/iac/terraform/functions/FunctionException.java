package dev.plumbline.iac.terraform.functions;

/** A function cannot be applied to its arguments; the message says why, in Terraform's words. */
public final class FunctionException extends Exception {
    private static final long serialVersionUID = 1L;

    public FunctionException(String message) {
        super(message, null, false, false);
    }
}
