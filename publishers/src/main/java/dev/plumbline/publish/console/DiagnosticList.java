package dev.plumbline.publish.console;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.util.Locale;

/** What could not be read or evaluated. */
final class DiagnosticList {
    private final Page page;
    private final Snippet snippet;
    private final Diagnostic.Severity least;

    /** @param least the least grave severity that is told */
    DiagnosticList(Page page, Snippet snippet, Diagnostic.Severity least) {
        this.page = page;
        this.snippet = snippet;
        this.least = least;
    }

    void write(ScanResult result) throws IOException {
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.severity().compareTo(least) > 0) {
                continue;
            }
            Style style =
                    switch (diagnostic.severity()) {
                        case ERROR -> Style.BAD;
                        case WARNING -> Style.WARNING;
                        case INFO -> Style.FAINT;
                    };
            String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
            page.line(page.paint(style, severity) + ": " + page.paint(Style.TITLE, Neutral.line(diagnostic.summary()))
                    + "  " + page.paint(Style.FAINT, Neutral.line(diagnostic.code())));
            page.line("  at " + Neutral.line(diagnostic.range().toString()));
            if (!diagnostic
                    .range()
                    .equals(SourceRange.startOf(diagnostic.range().file()))) {
                snippet.show(diagnostic.range(), style);
            }
            if (!diagnostic.detail().isBlank()) {
                page.wrapped("  ", diagnostic.detail());
            }
            page.blank();
        }
    }
}
