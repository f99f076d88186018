package dev.plumbline.publish.html;

import dev.plumbline.publish.ChangeCounts;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.comparison.KnownFinding;
import java.io.IOException;
import java.util.List;

/** What the scan changes against the baseline, and what it resolves. */
final class ComparisonSection {
    private final Markup page;

    ComparisonSection(Markup page) {
        this.page = page;
    }

    void write(ScanResult result) throws IOException {
        if (!result.comparison().isGiven()) {
            return;
        }
        page.raw("<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">Changes</h2>\n<p>Against ")
                .element("code", result.comparison().baseline())
                .raw(": ")
                .text(ChangeCounts.of(result).text())
                .raw("</p>\n");
        List<KnownFinding> resolved = result.comparison().resolved();
        if (!resolved.isEmpty()) {
            page.raw("<details class=\"healthy\"><summary>" + resolved.size() + " resolved</summary>\n<ul>\n");
            for (KnownFinding known : resolved) {
                page.raw("<li>")
                        .text(known.title().isEmpty() ? known.rule() : known.title())
                        .raw(" ")
                        .element("code", known.resource())
                        .raw(" <span class=\"faint\">")
                        .text(known.file())
                        .raw("</span></li>\n");
            }
            page.raw("</ul>\n</details>\n");
        }
        page.raw("</section>\n");
    }
}
