package dev.plumbline.publish.console;

import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The unknown verdicts: by their leading reasons, or each. */
final class UnknownList {
    private static final int LEADING = 5;

    private final Page page;
    private final boolean each;

    UnknownList(Page page, boolean each) {
        this.page = page;
        this.each = each;
    }

    void write(ScanResult result) throws IOException {
        List<Finding> unknown = result.findings(Verdict.UNKNOWN).toList();
        if (unknown.isEmpty()) {
            return;
        }
        page.line(page.paint(Style.TITLE, Page.count(unknown.size(), "verdict") + " unknown")
                + ": a value that decides is not known before deployment");
        if (each) {
            for (Finding finding : unknown) {
                page.line("  " + Neutral.line(finding.rule().id()) + "  "
                        + Neutral.line(finding.resource().address()) + " at "
                        + Neutral.line(finding.range().toString()));
                page.wrapped("      ", finding.reason());
            }
        } else {
            leading(unknown);
        }
        page.blank();
    }

    private void leading(List<Finding> unknown) throws IOException {
        Map<String, Integer> byReason = new TreeMap<>();
        unknown.forEach(finding -> byReason.merge(finding.reason(), 1, Integer::sum));
        List<Map.Entry<String, Integer>> ranked = byReason.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .toList();
        for (Map.Entry<String, Integer> reason : ranked.subList(0, Math.min(LEADING, ranked.size()))) {
            page.wrapped("%6s  ".formatted(reason.getValue()), reason.getKey());
        }
        if (ranked.size() > LEADING) {
            int told =
                    ranked.stream().limit(LEADING).mapToInt(Map.Entry::getValue).sum();
            page.line("%6s  for %s"
                    .formatted(unknown.size() - told, Page.count(ranked.size() - LEADING, "other reason")));
        }
    }
}
