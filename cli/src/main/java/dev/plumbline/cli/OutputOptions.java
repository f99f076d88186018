package dev.plumbline.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class OutputOptions {

    /** When text is painted. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colours: auto (the default: on a terminal, unless NO_COLOR is set), always, or never.")
    private Color color = Color.AUTO;

    @Option(names = "--debug", description = "Print where the tool failed, if it does.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    boolean debug() {
        return debug;
    }

    /** @param shown whether the stream is a terminal */
    boolean colors(Terminal terminal, boolean shown) {
        return switch (color) {
            case AUTO -> shown && terminal.mayColor();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
