package dev.plumbline.publish.html;

import dev.plumbline.publish.Scores;
import dev.plumbline.rules.compliance.Benchmark;
import dev.plumbline.rules.compliance.Compliance;
import dev.plumbline.rules.compliance.Compliance.OfBenchmark;
import dev.plumbline.rules.compliance.Compliance.OfControl;
import dev.plumbline.rules.compliance.ControlState;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What the verdicts say of each benchmark's controls, and of which they say nothing. */
final class ComplianceSection {
    private final Markup page;

    ComplianceSection(Markup page) {
        this.page = page;
    }

    void write(Compliance compliance) throws IOException {
        if (compliance.benchmarks().isEmpty()) {
            return;
        }
        page.raw("<section aria-labelledby=\"compliance\">\n<h2 id=\"compliance\">Compliance</h2>\n")
                .raw("<p class=\"faint\">What templates show of each control. A control passed where no verdict on it"
                        + " failed or is unknown; that is no proof of compliance.</p>\n");
        for (OfBenchmark of : compliance.benchmarks()) {
            benchmark(of);
        }
        page.raw("</section>\n");
    }

    private void benchmark(OfBenchmark of) throws IOException {
        Benchmark benchmark = of.benchmark();
        page.raw("<details class=\"benchmark\"><summary><span class=\"name\">")
                .text(benchmark.name() + " " + benchmark.version())
                .raw("</span> <span class=\"counts\"><b>" + of.count(ControlState.PASSED) + "</b> of "
                        + of.controls().size() + " controls passed ("
                        + Scores.percent(of.percent(ControlState.PASSED)) + ")</span>");
        bar(of);
        page.raw("</summary>\n<p class=\"about\">");
        String lead = "";
        for (ControlState state : ControlState.values()) {
            if (of.count(state) > 0) {
                page.raw(lead + "<b>" + of.count(state) + "</b> " + state.words());
                lead = " · ";
            }
        }
        page.raw("</p>\n");
        if (!of.mappers().isEmpty()) {
            page.raw("<p class=\"about faint\">Rules that name other benchmarks speak to it by ")
                    .text(String.join(", ", of.mappers()))
                    .raw(".</p>\n");
        }
        controls(of.assessed());
        others("Rules speak to these, but of nothing that was scanned", of.in(ControlState.NOT_ASSESSED));
        others("No rule speaks to these", of.in(ControlState.NOT_COVERED));
        page.raw("</details>\n");
    }

    /** All controls as one line, each state as long as its part. */
    private void bar(OfBenchmark of) throws IOException {
        page.raw("<svg class=\"bar\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        double from = 0;
        for (ControlState state : ControlState.values()) {
            double width = of.percent(state);
            if (width > 0) {
                page.raw("<rect class=\"" + state.id() + "\" x=\"" + Scores.rounded(from, 2) + "\" width=\""
                        + Scores.rounded(width, 2) + "\" height=\"1\"/>");
                from += width;
            }
        }
        page.raw("</svg>");
    }

    private void controls(List<OfControl> controls) throws IOException {
        if (controls.isEmpty()) {
            return;
        }
        page.raw("<table>\n<thead><tr><th scope=\"col\">Control</th><th scope=\"col\">State</th>")
                .raw("<th scope=\"col\">Passed</th><th scope=\"col\">Failed</th><th scope=\"col\">Unknown</th>")
                .raw("<th scope=\"col\">Waived</th></tr></thead>\n<tbody>\n");
        for (OfControl control : controls) {
            page.raw("<tr><th scope=\"row\">")
                    .text(control.control().id())
                    .raw(" ")
                    .element("span", "faint", control.control().title())
                    .raw("</th><td><span class=\"badge " + control.state().id() + "\">"
                            + control.state().words() + "</span></td><td>" + control.passed() + "</td><td>"
                            + control.failed() + "</td><td>" + control.unknown() + "</td><td>" + control.waived()
                            + "</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
    }

    private void others(String lead, List<OfControl> controls) throws IOException {
        if (!controls.isEmpty()) {
            page.raw("<p class=\"about\"><b>" + lead + " (" + controls.size() + ").</b> <span class=\"faint\">")
                    .text(controls.stream()
                            .map(control -> control.control().id())
                            .collect(Collectors.joining(", ")))
                    .raw("</span></p>\n");
        }
    }
}
