package dev.plumbline.iac.terraform.type;

/** A value cannot be converted to a type; the message says why, in Terraform's words. */
public final class ConversionException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConversionException(String message) {
        super(message, null, false, false);
    }

    /** The same problem, inside of an element or attribute. */
    ConversionException in(String place) {
        return new ConversionException(place + ": " + getMessage());
    }
}
