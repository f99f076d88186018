package dev.plumbline.publish.html;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What could not be read or evaluated: errors first, for they kept something from being assessed. */
final class Problems {
    private final Markup page;
    private final Excerpts excerpts;

    Problems(Markup page, Excerpts excerpts) {
        this.page = page;
        this.excerpts = excerpts;
    }

    void write(ScanResult result) throws IOException {
        if (result.diagnostics().isEmpty()) {
            return;
        }
        page.raw("<section aria-labelledby=\"problems\">\n<h2 id=\"problems\">Diagnostics</h2>\n");
        for (Diagnostic.Severity severity : Diagnostic.Severity.values()) {
            List<Diagnostic> diagnostics = result.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == severity)
                    .toList();
            if (!diagnostics.isEmpty()) {
                write(severity, diagnostics);
            }
        }
        page.raw("</section>\n");
    }

    private void write(Diagnostic.Severity severity, List<Diagnostic> diagnostics) throws IOException {
        String name = severity.name().toLowerCase(Locale.ROOT);
        page.raw("<details class=\"problems\"" + (severity == Diagnostic.Severity.ERROR ? " open" : "")
                + "><summary><span class=\"badge " + name + "\">" + name + "</span> <span class=\"counts\"><b>"
                + diagnostics.size() + "</b></span></summary>\n<ul class=\"findings\">\n");
        for (Diagnostic diagnostic : diagnostics) {
            SourceRange range = diagnostic.range();
            page.raw("<li><div class=\"where\"><b>")
                    .text(diagnostic.summary())
                    .raw("</b> ")
                    .element("span", "place", range.toString())
                    .raw(" ")
                    .element("code", "faint", diagnostic.code())
                    .raw("</div>\n");
            if (!range.equals(SourceRange.startOf(range.file()))) {
                excerpts.show(range);
            }
            if (!diagnostic.detail().isBlank()) {
                page.element("p", diagnostic.detail());
            }
            page.raw("</li>\n");
        }
        page.raw("</ul>\n</details>\n");
    }
}
