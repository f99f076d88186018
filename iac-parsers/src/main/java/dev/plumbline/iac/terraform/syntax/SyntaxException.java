package dev.plumbline.iac.terraform.syntax;

/** Leads from a syntax error, already reported, to the place where parsing goes on. Never leaves this package. */
final class SyntaxException extends RuntimeException {
    SyntaxException() {
        super("syntax error", null, false, false);
    }
}
