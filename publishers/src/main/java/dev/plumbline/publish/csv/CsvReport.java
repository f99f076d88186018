package dev.plumbline.publish.csv;

import dev.plumbline.publish.FindingState;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import dev.plumbline.rules.comparison.Comparison;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Failed and unknown verdicts as comma-separated values (RFC 4180, but with line feeds), for spreadsheets. */
public final class CsvReport implements Publisher {
    private static final String HEADER =
            "severity,verdict,state,rule,title,resource,type,language,unit,file,line,column,attribute,reason,remediation,"
                    + "fingerprint";

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(HEADER + "\n");
        for (Finding finding : result.findings()) {
            if (finding.verdict() != Verdict.PASS) {
                writer.write(row(finding, FindingState.of(finding, result), result.comparison()) + "\n");
            }
        }
        writer.flush();
    }

    private static String row(Finding finding, FindingState state, Comparison comparison) {
        Rule rule = finding.rule();
        boolean failed = finding.verdict() == Verdict.FAIL;
        return List.of(
                        rule.severity().id(),
                        failed ? "fail" : "unknown",
                        switch (state) {
                            case EXEMPTED, KNOWN -> state.id();
                            case FAILED ->
                                comparison.of(finding).orElse(Change.NEW).id();
                            case UNKNOWN, PASSED -> "";
                        },
                        rule.id(),
                        rule.title(),
                        finding.resource().address(),
                        finding.resource().type(),
                        finding.resource().dialect().id(),
                        finding.unit(),
                        finding.range().file(),
                        String.valueOf(finding.range().startLine()),
                        String.valueOf(finding.range().startColumn()),
                        finding.attribute(),
                        failed ? reason(finding) : finding.reason(),
                        rule.remediation().text().strip(),
                        finding.fingerprint())
                .stream()
                .map(CsvReport::field)
                .collect(Collectors.joining(","));
    }

    private static String reason(Finding finding) {
        return Stream.of(finding.reason(), finding.assumption())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Quoted where it must be; never a formula, which a spreadsheet would run. */
    static String field(String value) {
        String safe = Neutral.line(value);
        if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        boolean quote = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0;
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
