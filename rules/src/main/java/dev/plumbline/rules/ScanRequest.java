package dev.plumbline.rules;

import dev.plumbline.iac.Inputs;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.posture.Baseline;
import dev.plumbline.rules.posture.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to scan and how to judge it: what every host translates its own configuration into.
 *
 * @param base the directory that reported paths are relative to, and that reads stay inside of
 * @param inputs files and directories to scan, in or below {@code base}; relative ones are relative to it
 * @param excludes globs over paths relative to {@code base}
 * @param ruleDirectories directories of the user's own rule files
 * @param baseline the findings of an earlier scan, which are known
 * @param exemptions which of the exemptions are honoured that are written in the source
 * @param onlyChanges of a unit that says what its deployment changes, such as a Terraform plan, assess nothing else
 */
public record ScanRequest(
        Path base,
        List<Path> inputs,
        List<String> excludes,
        Inputs values,
        List<Path> ruleDirectories,
        Gate gate,
        Baseline baseline,
        ExemptionOptions exemptions,
        boolean onlyChanges) {

    public ScanRequest {
        Objects.requireNonNull(base, "base");
        inputs = List.copyOf(inputs);
        excludes = List.copyOf(excludes);
        Objects.requireNonNull(values, "values");
        ruleDirectories = List.copyOf(ruleDirectories);
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(exemptions, "exemptions");
    }

    /** A scan of all that there is. */
    public ScanRequest(
            Path base,
            List<Path> inputs,
            List<String> excludes,
            Inputs values,
            List<Path> ruleDirectories,
            Gate gate,
            Baseline baseline,
            ExemptionOptions exemptions) {
        this(base, inputs, excludes, values, ruleDirectories, gate, baseline, exemptions, false);
    }

    /** A scan that honours the exemptions of today. */
    public ScanRequest(
            Path base,
            List<Path> inputs,
            List<String> excludes,
            Inputs values,
            List<Path> ruleDirectories,
            Gate gate,
            Baseline baseline) {
        this(base, inputs, excludes, values, ruleDirectories, gate, baseline, ExemptionOptions.ofToday());
    }

    /** A scan of which nothing is known. */
    public ScanRequest(
            Path base, List<Path> inputs, List<String> excludes, Inputs values, List<Path> ruleDirectories, Gate gate) {
        this(base, inputs, excludes, values, ruleDirectories, gate, Baseline.NONE);
    }

    /** The same scan, which honours these exemptions. */
    public ScanRequest withExemptions(ExemptionOptions honoured) {
        return new ScanRequest(base, inputs, excludes, values, ruleDirectories, gate, baseline, honoured, onlyChanges);
    }

    /** The same scan, which assesses only changes or all that there is. */
    public ScanRequest withOnlyChanges(boolean only) {
        return new ScanRequest(base, inputs, excludes, values, ruleDirectories, gate, baseline, exemptions, only);
    }

    /** A scan of everything below a directory, with the default gate. */
    public static ScanRequest of(Path base) {
        return new ScanRequest(base, List.of(base.toAbsolutePath()), List.of(), Inputs.NONE, List.of(), Gate.DEFAULT);
    }
}
