package dev.plumbline.cli;

import dev.plumbline.iac.source.Glob;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.BaselineFile;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.Key;
import dev.plumbline.rules.configuration.PolicyFile;
import dev.plumbline.rules.configuration.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that configuration files have keys for, and those that say which files count. */
final class ConfigurationOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE|DIR",
            description =
                    "An organisation's policy: what it asks, plumbline.yaml cannot loosen. May be given several times.")
    private List<Path> policies = List.of();

    @Option(names = "--no-config", description = "Do not heed the plumbline.yaml files of what is scanned.")
    private boolean withoutFiles;

    @Mixin
    private GateOptions gate;

    @Mixin
    private ValueOptions values;

    @Option(
            names = "--only-changes",
            description = "Of a Terraform plan, assess only the resources that it creates or changes.")
    private Boolean onlyChanges;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A directory of your own rules, beside those built in.")
    private List<Path> rules = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "What not to scan: a glob over paths as they are reported.")
    private List<String> excludes = List.of();

    @Mixin
    private ExemptionSwitches exemptions;

    /** Whether the configuration files of the scanned tree count. */
    boolean ofTree() {
        return !withoutFiles;
    }

    /**
     * What the options and the files say together.
     *
     * @param inputs absolute; empty where the user names none
     */
    Configuration load(CommandLine command, Terminal terminal, Path base, List<Path> inputs) throws IOException {
        List<PolicyFile> files = new ArrayList<>();
        for (Path policy : policies) {
            try {
                files.addAll(PolicyFile.read(terminal.directory().resolve(policy), base));
            } catch (IOException e) {
                throw new ParameterException(command, e.getMessage(), e);
            }
        }
        return Configuration.load(base, files, !withoutFiles, settings(command, terminal, inputs));
    }

    private Settings settings(CommandLine command, Terminal terminal, List<Path> inputs) {
        for (String glob : excludes) {
            try {
                Glob.of(glob);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command, "--exclude: " + e.getMessage(), e);
            }
        }
        Settings settings = Settings.NONE
                .withOption(Key.INPUTS, inputs.isEmpty() ? null : inputs, "PATH")
                .withOption(Key.EXCLUDE, excludes.isEmpty() ? null : excludes, "--exclude")
                .withOption(Key.ONLY_CHANGES, onlyChanges, "--only-changes")
                .withOption(
                        Key.RULE_DIRECTORIES,
                        rules.isEmpty() ? null : ruleDirectories(command, terminal.directory()),
                        "--rules")
                .withOption(Key.FOREIGN_EXEMPTIONS, exemptions.foreign(), "--no-foreign-exemptions");
        return gate.add(values.add(settings, command, terminal), terminal.directory());
    }

    private List<Path> ruleDirectories(CommandLine command, Path working) {
        List<Path> directories = new ArrayList<>();
        for (Path rule : rules) {
            Path directory = working.resolve(rule).normalize();
            if (!Files.isDirectory(directory)) {
                throw new ParameterException(command, "there is no directory " + rule + " of rules");
            }
            directories.add(directory);
        }
        return directories;
    }

    /** The scan that a configuration says. */
    ScanRequest request(Configuration configuration, CommandLine command, Terminal terminal) {
        return requestWithoutBaseline(configuration, terminal).withBaseline(baseline(configuration, command));
    }

    ScanRequest requestWithoutBaseline(Configuration configuration, Terminal terminal) {
        ScanRequest request = configuration
                .request()
                .withExemptions(exemptions.options(
                        configuration.effective().value(Key.FOREIGN_EXEMPTIONS).orElseThrow()));
        Map<String, String> environment = values.environment(terminal);
        return environment.isEmpty()
                ? request
                : request.withValues(request.values().withEnvironment(environment));
    }

    /** The git revision to compare with. */
    Optional<String> base() {
        return gate.base();
    }

    private Baseline baseline(Configuration configuration, CommandLine command) {
        Optional<Path> file = configuration.effective().value(Key.BASELINE);
        if (file.isEmpty()) {
            if (configuration.effective().value(Key.NEW_ONLY).orElseThrow() && base().isEmpty()) {
                throw new ParameterException(
                        command, "--new-only needs --baseline FILE or --base REVISION to tell what is not new");
            }
            return Baseline.NONE;
        }
        try {
            return BaselineFile.read(file.get());
        } catch (IOException e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }
}
