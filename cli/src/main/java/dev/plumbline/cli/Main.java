package dev.plumbline.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process starts. */
public final class Main {
    private static final List<String> COMMANDS = List.of("scan", "baseline", "eval", "rules", "config", "annotate");

    private Main() {}

    /** Runs the command line and ends the process with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs the command line; its exit status. */
    static int run(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new PlumblineCommand());
        String first = arguments.length == 0 ? "" : arguments[0];
        for (String name : COMMANDS.contains(first) ? List.of(first) : COMMANDS) {
            line.addSubcommand(command(name, terminal));
        }
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpWidth(terminal.width());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colors() ? Ansi.ON : Ansi.OFF));
        line.setOut(writer(terminal.out(), terminal));
        line.setErr(writer(terminal.err(), terminal));
        line.setParameterExceptionHandler(Main::wrongUsage);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        return line.execute(arguments);
    }

    /** Made only when named: reading a command's annotations is much of what a start costs. */
    private static CommandLine command(String name, Terminal terminal) {
        return switch (name) {
            case "scan" -> new CommandLine(new ScanCommand(terminal));
            case "baseline" -> new CommandLine(new BaselineCommand(terminal));
            // An expression that looks like an option no command has is an expression all the same: -1.
            case "eval" -> new CommandLine(new EvalCommand(terminal)).setUnmatchedOptionsArePositionalParams(true);
            case "rules" -> new CommandLine(new RulesCommand());
            case "config" -> new CommandLine(new ConfigCommand(terminal));
            case "annotate" -> new CommandLine(new AnnotateCommand(terminal));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PrintWriter writer(PrintStream stream, Terminal terminal) {
        return new PrintWriter(new OutputStreamWriter(stream, terminal.charset()), true);
    }

    /** One message with a suggestion; whoever wants all of the help asks for it. */
    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        boolean noCommand = command.getParent() == null
                && e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().get(0).startsWith("-");
        if (noCommand) {
            err.println("plumbline: there is no command '" + arguments[0] + "', only " + String.join(", ", COMMANDS));
        } else {
            err.println("plumbline: " + e.getMessage());
            UnmatchedArgumentException.printSuggestions(e, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        err.println("plumbline: " + message);
        if (command.getCommand() instanceof Debuggable debuggable && debuggable.debug()) {
            e.printStackTrace(err);
        } else {
            err.println("This may be a fault of plumbline; --debug shows where it happened.");
        }
        return ExitCode.NOT_ASSESSED;
    }
}
