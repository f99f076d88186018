package dev.plumbline.rules;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.exemption.ExemptionOptions;
import dev.plumbline.rules.policy.Policy;
import dev.plumbline.rules.posture.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What to scan and how to judge it: what every host translates its own configuration into.
 *
 * @param base the directory that reported paths are relative to, and that reads stay inside of
 * @param inputs files and directories to scan, in or below {@code base}; relative ones are relative to it
 * @param excludes globs over paths relative to {@code base}
 * @param ruleDirectories directories of the user's own rule files
 * @param baseline the findings of an earlier scan, which are known
 * @param exemptions which of the exemptions are honoured that are written in the source
 * @param policy what scopes around the scanned files ask
 * @param directoryConfigurations whether the {@code plumbline.yaml} files of directories below {@code base} count
 * @param problems what is wrong with the configuration that led to this request; told in the result
 * @param partial whether other scans are of the rest of what is below {@code base}, so that exemptions without use here
 *     may be of use there
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
        Policy policy,
        boolean directoryConfigurations,
        List<Diagnostic> problems,
        boolean partial,
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
        Objects.requireNonNull(policy, "policy");
        problems = List.copyOf(problems);
    }

    /** A scan of everything below a directory: nothing is given or known, today's exemptions are honoured. */
    public static ScanRequest of(Path base) {
        return new ScanRequest(
                base,
                List.of(base.toAbsolutePath()),
                List.of(),
                Inputs.NONE,
                List.of(),
                Gate.DEFAULT,
                Baseline.NONE,
                ExemptionOptions.ofToday(),
                Policy.NONE,
                false,
                List.of(),
                false,
                false);
    }

    /** The same scan, of these files and directories. */
    public ScanRequest withInputs(List<Path> scanned) {
        return changed(draft -> draft.inputs = scanned);
    }

    /** The same scan, which leaves out what matches one of these globs. */
    public ScanRequest withExcludes(List<String> globs) {
        return changed(draft -> draft.excludes = globs);
    }

    /** The same scan, with these values for variables and parameters. */
    public ScanRequest withValues(Inputs given) {
        return changed(draft -> draft.values = given);
    }

    /** The same scan, with rules of these directories too. */
    public ScanRequest withRuleDirectories(List<Path> directories) {
        return changed(draft -> draft.ruleDirectories = directories);
    }

    /** The same scan, which passes this gate or does not. */
    public ScanRequest withGate(Gate asked) {
        return changed(draft -> draft.gate = asked);
    }

    /** The same scan, of which this is known. */
    public ScanRequest withBaseline(Baseline known) {
        return changed(draft -> draft.baseline = known);
    }

    /** The same scan, which honours these exemptions. */
    public ScanRequest withExemptions(ExemptionOptions honoured) {
        return changed(draft -> draft.exemptions = honoured);
    }

    /** The same scan, under this policy. */
    public ScanRequest withPolicy(Policy asked) {
        return changed(draft -> draft.policy = asked);
    }

    /** The same scan, in which the configuration files of directories count or do not. */
    public ScanRequest withDirectoryConfigurations(boolean counting) {
        return changed(draft -> draft.directoryConfigurations = counting);
    }

    /** The same scan, whose configuration has these problems. */
    public ScanRequest withProblems(List<Diagnostic> found) {
        return changed(draft -> draft.problems = found);
    }

    /** The same scan, of a part or of all that is below the base. */
    public ScanRequest withPartial(boolean part) {
        return changed(draft -> draft.partial = part);
    }

    /** The same scan, which assesses only changes or all that there is. */
    public ScanRequest withOnlyChanges(boolean only) {
        return changed(draft -> draft.onlyChanges = only);
    }

    private ScanRequest changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.request();
    }

    /** A request in the making, so that what changes one part of it need not spell the others. */
    private static final class Draft {
        private final Path base;
        private List<Path> inputs;
        private List<String> excludes;
        private Inputs values;
        private List<Path> ruleDirectories;
        private Gate gate;
        private Baseline baseline;
        private ExemptionOptions exemptions;
        private Policy policy;
        private boolean directoryConfigurations;
        private List<Diagnostic> problems;
        private boolean partial;
        private boolean onlyChanges;

        private Draft(ScanRequest from) {
            base = from.base;
            inputs = from.inputs;
            excludes = from.excludes;
            values = from.values;
            ruleDirectories = from.ruleDirectories;
            gate = from.gate;
            baseline = from.baseline;
            exemptions = from.exemptions;
            policy = from.policy;
            directoryConfigurations = from.directoryConfigurations;
            problems = from.problems;
            partial = from.partial;
            onlyChanges = from.onlyChanges;
        }

        private ScanRequest request() {
            return new ScanRequest(
                    base,
                    inputs,
                    excludes,
                    values,
                    ruleDirectories,
                    gate,
                    baseline,
                    exemptions,
                    policy,
                    directoryConfigurations,
                    problems,
                    partial,
                    onlyChanges);
        }
    }
}
