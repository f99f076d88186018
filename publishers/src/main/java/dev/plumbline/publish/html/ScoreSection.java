package dev.plumbline.publish.html;

import dev.plumbline.publish.Scores;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.posture.ScoreGains;
import dev.plumbline.rules.posture.ScoreGains.Gain;
import dev.plumbline.rules.posture.SecureScore;
import dev.plumbline.rules.posture.SecureScore.ControlScore;
import dev.plumbline.rules.posture.SecureScores;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The secure score: its controls, what would raise it, and that of each part of the scan. */
final class ScoreSection {
    private static final int MOST_GAINS = 5;

    private final Markup page;

    ScoreSection(Markup page) {
        this.page = page;
    }

    void write(ScanResult result) throws IOException {
        SecureScore score = result.score();
        page.raw("<section class=\"score\" aria-labelledby=\"score\">\n<h2 id=\"score\">Secure score</h2>\n");
        if (score.controls().isEmpty()) {
            page.raw("<p>Nothing was assessed.</p>\n</section>\n");
            return;
        }
        if (result.comparison().scoreBefore().isPresent()) {
            page.element(
                    "p",
                    "Before: "
                            + Scores.percent(result.comparison().scoreBefore().getAsDouble()));
            page.raw("\n");
        }
        page.raw("<div class=\"posture\">\n");
        ring(score);
        page.raw("<table>\n<thead><tr><th scope=\"col\">Control</th><th scope=\"col\">Points</th>")
                .raw("<th scope=\"col\"><span class=\"hidden\">Share</span></th><th scope=\"col\">Healthy</th>")
                .raw("<th scope=\"col\">Unhealthy</th><th scope=\"col\">Unknown</th></tr></thead>\n<tbody>\n");
        for (ControlScore control : score.controls()) {
            control(control);
        }
        page.raw("</tbody>\n</table>\n</div>\n");
        gains(result);
        parts("Templates and root modules", "By template and root module", SecureScores.byUnit(result.findings()), ".");
        parts(
                "Accounts and subscriptions",
                "By account and subscription",
                SecureScores.byAccount(result.findings()),
                "not named");
        page.raw("</section>\n");
    }

    private void gains(ScanResult result) throws IOException {
        List<Gain> gains = ScoreGains.of(result.findings(), result.score());
        if (gains.isEmpty()) {
            return;
        }
        page.raw("<h3>What would raise it most</h3>\n<ol class=\"gains\">\n");
        for (Gain gain : gains.subList(0, Math.min(MOST_GAINS, gains.size()))) {
            page.raw("<li><b>+")
                    .text(Scores.percent(gain.percent()))
                    .raw("</b> <a href=\"#")
                    .text(gain.rule().id())
                    .raw("\">")
                    .text(gain.rule().title())
                    .raw("</a> <span class=\"faint\">" + gain.resources()
                            + (gain.resources() == 1 ? " resource" : " resources") + "</span></li>\n");
        }
        page.raw("</ol>\n");
    }

    /** Scores of parts of the scan, where there is more than one part. */
    private void parts(String what, String summary, Map<String, SecureScore> scores, String unnamed)
            throws IOException {
        if (scores.size() < 2) {
            return;
        }
        page.raw("<details class=\"parts\"><summary><span class=\"name\">" + summary
                + "</span></summary>\n<table>\n<thead><tr><th scope=\"col\">" + what
                + "</th><th scope=\"col\">Secure score</th></tr></thead>\n<tbody>\n");
        for (Map.Entry<String, SecureScore> part : scores.entrySet()) {
            OptionalDouble percent = part.getValue().percent();
            page.raw("<tr><th scope=\"row\">")
                    .text(part.getKey().isEmpty() ? unnamed : part.getKey())
                    .raw("</th><td>" + (percent.isPresent() ? Scores.percent(percent.getAsDouble()) : "–")
                            + "</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n</details>\n");
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
