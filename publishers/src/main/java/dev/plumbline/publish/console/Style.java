package dev.plumbline.publish.console;

import dev.plumbline.rules.Severity;

/** What text means, and the ANSI colour that says so. */
enum Style {
    CRITICAL("1;35"),
    HIGH("1;31"),
    MEDIUM("1;33"),
    LOW("1;36"),
    GOOD("1;32"),
    BAD("1;31"),
    WARNING("1;33"),
    TITLE("1"),
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }

    static Style of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> CRITICAL;
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> LOW;
        };
    }
}
