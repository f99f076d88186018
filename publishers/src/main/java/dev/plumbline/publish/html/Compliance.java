package dev.plumbline.publish.html;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the verdicts say of each benchmark's controls. */
final class Compliance {
    /** {@code DP-3} before {@code DP-10}: numbers in names count as numbers. */
    private static final Comparator<String> NATURAL = Comparator.comparing(Compliance::padded);

    private final Markup page;

    Compliance(Markup page) {
        this.page = page;
    }

    /** Verdicts of the rules that speak to one control. */
    private static final class Counts {
        int passed;
        int failed;
        int unknown;

        String state() {
            return failed > 0 ? "failed" : unknown > 0 ? "unknown" : "passed";
        }
    }

    void write(ScanResult result) throws IOException {
        Map<String, Map<String, Counts>> benchmarks = new TreeMap<>();
        for (Finding finding : result.findings()) {
            if (finding.isExempted()) {
                continue;
            }
            for (Map.Entry<String, List<String>> benchmark :
                    finding.rule().benchmarks().entrySet()) {
                for (String control : benchmark.getValue()) {
                    Counts counts = benchmarks
                            .computeIfAbsent(benchmark.getKey(), id -> new TreeMap<>(NATURAL))
                            .computeIfAbsent(control, id -> new Counts());
                    switch (finding.verdict()) {
                        case PASS -> counts.passed++;
                        case FAIL -> counts.failed++;
                        case UNKNOWN -> counts.unknown++;
                    }
                }
            }
        }
        if (benchmarks.isEmpty()) {
            return;
        }
        page.raw("<section aria-labelledby=\"compliance\">\n<h2 id=\"compliance\">Compliance</h2>\n")
                .raw(
                        "<p class=\"faint\">Controls of which templates show something. The others are not judged here.</p>\n");
        for (Map.Entry<String, Map<String, Counts>> benchmark : benchmarks.entrySet()) {
            benchmark(benchmark.getKey(), benchmark.getValue());
        }
        page.raw("</section>\n");
    }

    private void benchmark(String id, Map<String, Counts> controls) throws IOException {
        long passed = controls.values().stream()
                .filter(counts -> counts.state().equals("passed"))
                .count();
        page.raw("<details class=\"benchmark\"><summary><span class=\"name\">")
                .text(id)
                .raw("</span> <span class=\"counts\"><b>" + passed + "</b> of " + controls.size()
                        + " controls passed</span></summary>\n<table>\n<thead><tr><th scope=\"col\">Control</th>")
                .raw("<th scope=\"col\">State</th><th scope=\"col\">Passed</th><th scope=\"col\">Failed</th>")
                .raw("<th scope=\"col\">Unknown</th></tr></thead>\n<tbody>\n");
        for (Map.Entry<String, Counts> control : controls.entrySet()) {
            Counts counts = control.getValue();
            page.raw("<tr><th scope=\"row\">")
                    .text(control.getKey())
                    .raw("</th><td><span class=\"badge " + counts.state() + "\">" + counts.state() + "</span></td><td>"
                            + counts.passed + "</td><td>" + counts.failed + "</td><td>" + counts.unknown
                            + "</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n</details>\n");
    }

    private static String padded(String control) {
        StringBuilder padded = new StringBuilder();
        for (int i = 0; i < control.length(); ) {
            int end = i;
            while (end < control.length() && Character.isDigit(control.charAt(end))) {
                end++;
            }
            if (end > i) {
                padded.append("0".repeat(Math.max(0, 8 - (end - i)))).append(control, i, end);
                i = end;
            } else {
                padded.append(control.charAt(i++));
            }
        }
        return padded.toString();
    }
}
