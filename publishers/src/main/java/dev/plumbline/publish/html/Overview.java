package dev.plumbline.publish.html;

import dev.plumbline.publish.Scores;
import dev.plumbline.publish.Tally;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.posture.Gate;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import java.io.IOException;
import java.util.Locale;

/** The head of the page: the gate's verdict, the numbers, the secure score with its controls. */
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
        score(result.score());
    }

    private void number(int number, String what, String classes) throws IOException {
        page.raw("<div class=\"number " + (number == 0 ? "none" : classes) + "\"><dt>")
                .text(what)
                .raw("</dt><dd>" + String.format(Locale.ROOT, "%,d", number) + "</dd></div>");
    }

    private void score(SecureScore score) throws IOException {
        page.raw("<section class=\"score\" aria-labelledby=\"score\">\n<h2 id=\"score\">Secure score</h2>\n");
        if (score.controls().isEmpty()) {
            page.raw("<p>Nothing was assessed.</p>\n</section>\n");
            return;
        }
        page.raw("<div class=\"posture\">\n");
        ring(score);
        page.raw("<table>\n<thead><tr><th scope=\"col\">Control</th><th scope=\"col\">Points</th>")
                .raw("<th scope=\"col\"><span class=\"hidden\">Share</span></th><th scope=\"col\">Healthy</th>")
                .raw("<th scope=\"col\">Unhealthy</th><th scope=\"col\">Unknown</th></tr></thead>\n<tbody>\n");
        for (ControlScore control : score.controls()) {
            control(control);
        }
        page.raw("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void ring(SecureScore score) throws IOException {
        boolean counted = score.percent().isPresent();
        double percent = score.percent().orElse(0);
        String text = counted ? Scores.percent(percent) : "none";
        // A circle with a circumference of 100 makes the dash's length the percentage.
        page.raw("<svg class=\"ring\" viewBox=\"0 0 40 40\" role=\"img\" aria-label=\"Secure score: ")
                .text(text)
                .raw("\"><circle class=\"track\" cx=\"20\" cy=\"20\" r=\"15.915\"/><circle class=\"reached\" cx=\"20\""
                        + " cy=\"20\" r=\"15.915\" stroke-dasharray=\"" + Scores.rounded(percent, 1)
                        + " 100\" transform=\"rotate(-90 20 20)\"/><text x=\"20\" y=\"22.5\">")
                .text(counted ? text : "–")
                .raw("</text></svg>\n");
    }

    private void control(ControlScore control) throws IOException {
        int most = control.control().points();
        page.raw("<tr><th scope=\"row\">").text(control.control().title()).raw("</th><td>");
        page.text((control.counts() ? Scores.points(control.current()) : "–") + " of " + most)
                .raw("</td><td>");
        int assessed = control.healthy() + control.unhealthy();
        if (assessed > 0) {
            page.raw("<progress max=\"" + assessed + "\" value=\"" + control.healthy() + "\" aria-label=\"")
                    .text(control.healthy() + " of " + assessed + " healthy")
                    .raw("\"></progress>");
        }
        page.raw("</td><td>" + control.healthy() + "</td><td>" + control.unhealthy() + "</td><td>" + control.unknown()
                + "</td></tr>\n");
    }
}
