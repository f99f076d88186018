package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.ReportFile;
import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.ScanRequest;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Baseline;
import dev.plumbline.rules.comparison.Comparer;
import dev.plumbline.rules.comparison.KnownFinding;
import dev.plumbline.rules.posture.Evidence;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.GateKeeper;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.ReportCodec;
import io.jenkins.plugins.plumbline.report.ReportMaker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** What an agent does: scan, write the reports into the workspace, and say what the controller is to know. */
public final class AgentScan {
    /** Files read between two lines of progress. */
    private static final int STEP = 500;

    private AgentScan() {}

    /**
     * Does what is asked.
     *
     * @return the report, for {@link ReportCodec}
     * @throws OptionException where the options cannot be meant
     * @throws IOException where the workspace cannot be read or a report not be written
     * @throws InterruptedException where the build is stopped meanwhile
     */
    public static byte[] run(ScanOrder order, Path workspace, PrintStream log)
            throws OptionException, IOException, InterruptedException {
        ScanRequest request = ScanRequests.of(order, workspace);
        ScanResult result = new InterruptibleScan(request, count -> {
                    if (count % STEP == 0) {
                        log.println("[Plumbline] " + count + " files read");
                    }
                })
                .run();
        if (order.reference() == null && request.gate().newOnly()) {
            result = asFirst(result, request.gate());
        }
        Report report;
        try (Modified modified = Modified.since(order.changedSince(), workspace, log)) {
            report = ReportMaker.of(
                    result, order.reference() == null ? null : order.reference().build(), modified::touches);
        }
        log.println("[Plumbline] %d resources in %d templates and root modules assessed on %s"
                .formatted(report.resources(), result.units().size(), workspace));
        write(order.options(), workspace, result);
        return ReportCodec.write(report);
    }

    /** Where only what is new blocks and nothing is there to compare with, no finding counts as new. */
    private static ScanResult asFirst(ScanResult result, Gate gate) {
        List<KnownFinding> all =
                result.findings(Verdict.FAIL).map(KnownFinding::of).toList();
        Baseline first = new Baseline("the first build", all, List.of(), OptionalDouble.empty());
        Evidence evidence = new Evidence(
                result.findings(),
                result.diagnostics(),
                result.score(),
                Comparer.compare(first, result.findings(), known -> false));
        return new ScanResult(
                result.base(),
                result.units(),
                result.rules(),
                result.findings(),
                result.diagnostics(),
                result.score(),
                GateKeeper.judge(gate, evidence),
                result.comparison());
    }

    private static void write(Options options, Path workspace, ScanResult result) throws OptionException, IOException {
        Path directory = workspace.resolve(OptionReader.reportDirectory(options.reportDirectory));
        for (ReportFormat format : OptionReader.formats(options.reports)) {
            checkInside(workspace, directory);
            Files.createDirectories(directory);
            Path file = directory.resolve(format.fileName());
            if (Files.isSymbolicLink(file)) {
                Files.delete(file);
            }
            new ReportFile(format, file).write(result, PublishOptions.DEFAULT);
        }
    }

    /** The workspace holds strangers' files: none of their links leads a report elsewhere. */
    private static void checkInside(Path workspace, Path directory) throws OptionException, IOException {
        for (Path existing = directory; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
                if (existing.toRealPath().startsWith(workspace.toRealPath())) {
                    return;
                }
                throw new OptionException(
                        "reportDirectory", existing + " leads out of the workspace", "name another directory");
            }
        }
    }
}
