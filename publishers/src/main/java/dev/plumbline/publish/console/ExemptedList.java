package dev.plumbline.publish.console;

import dev.plumbline.iac.Exemption;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.util.List;

/** The exempted findings: their number, or each with the reason for it. */
final class ExemptedList {
    private final Page page;
    private final boolean each;

    ExemptedList(Page page, boolean each) {
        this.page = page;
        this.each = each;
    }

    void write(ScanResult result) throws IOException {
        List<Finding> exempted = result.exempted().toList();
        if (exempted.isEmpty()) {
            return;
        }
        long mitigated = exempted.stream()
                .filter(finding -> finding.exemption().category() == Exemption.Category.MITIGATED)
                .count();
        page.line(page.paint(Style.TITLE, Page.count(exempted.size(), "finding") + " exempted")
                + ": %d mitigated, %d waived".formatted(mitigated, exempted.size() - mitigated));
        if (each) {
            for (Finding finding : exempted) {
                page.line("  " + Neutral.line(finding.rule().id()) + "  "
                        + Neutral.line(finding.resource().address()) + " at "
                        + Neutral.line(finding.range().toString()));
                page.wrapped("      ", said(finding.exemption()));
            }
        }
        page.blank();
    }

    private static String said(Exemption exemption) {
        StringBuilder text = new StringBuilder(exemption.category().id());
        if (exemption.until() != null) {
            text.append(" until ").append(exemption.until());
        }
        if (!exemption.owner().isEmpty()) {
            text.append(" by ").append(exemption.owner());
        }
        return text.append(", ")
                .append(exemption.range())
                .append(": ")
                .append(exemption.reason())
                .toString();
    }
}
