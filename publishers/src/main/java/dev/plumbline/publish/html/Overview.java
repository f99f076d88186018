package dev.plumbline.publish.html;

import dev.plumbline.publish.Tally;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import java.io.IOException;
import java.util.Locale;

/** The head of the page: the gate's verdict, the numbers. */
final class Overview {
    private final Markup page;

    Overview(Markup page) {
        this.page = page;
    }

    static String verdict(Gate.Outcome gate) {
        return switch (gate.status()) {
            case PASSED -> "passed";
            case BLOCKED -> "blocked";
            case INCOMPLETE -> "incomplete";
        };
    }

    void write(ScanResult result) throws IOException {
        String verdict = verdict(result.gate());
        page.raw("<header class=\"top\">\n<div class=\"title\"><h1>Plumbline</h1><span class=\"gate " + verdict
                + "\">Gate: " + verdict + "</span></div>\n");
        if (!result.gate().reasons().isEmpty() || !result.gate().warnings().isEmpty()) {
            page.raw("<ul class=\"reasons\">");
            for (String reason : result.gate().reasons()) {
                page.element("li", reason);
            }
            for (String warning : result.gate().warnings()) {
                page.element("li", "Warning: " + warning);
            }
            page.raw("</ul>\n");
        }
        Tally tally = Tally.of(result);
        page.raw("<dl class=\"numbers\">");
        number(tally.resources(), "resources", "");
        number(result.units().size(), "templates and root modules", "");
        for (Severity severity : Severity.values()) {
            number(tally.failed(severity), severity.id(), severity.id());
        }
        number(tally.unknown(), "unknown", "unknown");
        number(tally.exempted(), "exempted", "exempted");
        number(tally.passed(), "passed", "passed");
        page.raw("</dl>\n</header>\n");
        new ScoreSection(page).write(result);
    }

    private void number(int number, String what, String classes) throws IOException {
        page.raw("<div class=\"number " + (number == 0 ? "none" : classes) + "\"><dt>")
                .text(what)
                .raw("</dt><dd>" + String.format(Locale.ROOT, "%,d", number) + "</dd></div>");
    }
}
