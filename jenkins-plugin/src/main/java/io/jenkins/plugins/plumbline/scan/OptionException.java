package io.jenkins.plugins.plumbline.scan;

/** An option that cannot be meant; the message names it and what it may be. */
public final class OptionException extends Exception {
    private static final long serialVersionUID = 1L;

    OptionException(String option, String fault, String remedy) {
        super("Option '%s': %s; %s.".formatted(option, fault, remedy));
    }
}
