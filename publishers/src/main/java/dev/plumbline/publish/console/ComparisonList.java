package dev.plumbline.publish.console;

import dev.plumbline.publish.ChangeCounts;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.comparison.KnownFinding;
import java.io.IOException;
import java.util.List;

/** What the scan changes against the baseline, and what it resolves. */
final class ComparisonList {
    private static final int SHOWN = 10;

    private final Page page;
    private final boolean all;

    /** @param all whether every resolved finding is shown, however many there are */
    ComparisonList(Page page, boolean all) {
        this.page = page;
        this.all = all;
    }

    void write(ScanResult result) throws IOException {
        if (!result.comparison().isGiven()) {
            return;
        }
        page.line(page.paint(
                        Style.TITLE,
                        "Against " + Neutral.line(result.comparison().baseline()))
                + ": " + ChangeCounts.of(result).text());
        List<KnownFinding> resolved = result.comparison().resolved();
        int shown = all ? resolved.size() : Math.min(SHOWN, resolved.size());
        for (KnownFinding known : resolved.subList(0, shown)) {
            page.line("  resolved: " + Neutral.line(known.title().isEmpty() ? known.rule() : known.title()) + ", "
                    + Neutral.line(known.resource()) + " in " + Neutral.line(known.file()));
        }
        if (shown < resolved.size()) {
            page.line("  and " + (resolved.size() - shown) + " more");
        }
        page.blank();
    }
}
