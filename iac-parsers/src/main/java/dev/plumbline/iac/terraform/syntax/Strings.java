package dev.plumbline.iac.terraform.syntax;

import java.text.Normalizer;

/** Terraform's strings are normalised (NFC), wherever they come from. */
public final class Strings {
    /** Below the first combining character everything is as it should be. */
    private static final char FIRST_COMBINING = '\u0300';

    private Strings() {}

    public static String normalize(String text) {
        return text.chars().allMatch(c -> c < FIRST_COMBINING) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
