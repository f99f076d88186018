package io.jenkins.plugins.plumbline.view;

import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the Pipeline step returns: maps, lists, texts and numbers alone, which a Pipeline's sandbox lets a script read and
 * a suspended build can be stored with.
 */
public final class StepResult {
    /** Findings that a script gets: the Pipeline's state holds them. */
    static final int MOST = 1_000;

    private StepResult() {}

    /**
     * {@code score} (or null), {@code critical}, {@code high}, {@code medium}, {@code low}, {@code total},
     * {@code unknown}, {@code exempted}, {@code added}, {@code fixed}, {@code blocked}, {@code reasons}, {@code url}, and
     * {@code findings}, the first 1,000 that failed.
     */
    public static Map<String, Object> of(Report report, GateDecision decision, String url) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("score", report.score());
        for (Severity severity : Severity.values()) {
            result.put(severity.id(), report.counts().of(severity));
        }
        result.put("total", report.counts().total());
        result.put("unknown", report.unknown());
        result.put("exempted", report.exempted());
        boolean compared = report.comparison() != null;
        result.put("added", compared ? report.comparison().fresh().total() : 0);
        result.put("fixed", compared ? report.comparison().fixed().size() : 0);
        result.put("blocked", decision.blocked());
        result.put("reasons", new ArrayList<>(decision.reasons()));
        result.put("url", url);
        List<Map<String, Object>> findings = new ArrayList<>();
        Map<String, String> titles = new LinkedHashMap<>();
        report.rules().forEach(rule -> titles.put(rule.id(), rule.title()));
        for (Finding finding : report.findings()) {
            if (finding.failed() && findings.size() < MOST) {
                findings.add(finding(finding, titles.getOrDefault(finding.rule(), finding.rule())));
            }
        }
        result.put("findings", findings);
        return result;
    }

    private static Map<String, Object> finding(Finding finding, String title) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", finding.rule());
        map.put("title", title);
        map.put("severity", finding.severity().id());
        map.put("resource", finding.address());
        map.put("type", finding.type());
        map.put("file", finding.place().file());
        map.put("line", finding.place().startLine());
        map.put("column", finding.place().startColumn());
        map.put("fingerprint", finding.fingerprint());
        map.put(
                "change",
                finding.change() == null ? "" : finding.change().name().toLowerCase(Locale.ROOT));
        return map;
    }
}
