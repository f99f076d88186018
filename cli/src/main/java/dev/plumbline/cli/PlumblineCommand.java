package dev.plumbline.cli;

import dev.plumbline.publish.ToolVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "plumbline",
        description = "Assesses Terraform, ARM and CloudFormation templates before they are deployed.",
        versionProvider = PlumblineCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  plumbline scan                          everything below the working directory",
            "  plumbline scan infra --fail-on medium   one directory, a stricter gate",
            "  plumbline rules aws-s3                  the rules that speak of S3",
        })
final class PlumblineCommand implements Runnable {

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing: scan, baseline, eval, rules, config or annotate");
    }

    /** Told only when asked for. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"plumbline " + ToolVersion.current()};
        }
    }
}
