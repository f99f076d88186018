package dev.plumbline.publish.html;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.publish.FindingState;
import dev.plumbline.publish.Fixes;
import dev.plumbline.publish.Trace;
import dev.plumbline.publish.source.SourceEdit;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Verdict;
import dev.plumbline.rules.comparison.Change;
import java.io.IOException;
import java.util.Optional;

/** One resource that does not follow a recommendation, or of which that is not known. */
final class FindingItem {
    private final Markup page;
    private final Excerpts excerpts;

    FindingItem(Markup page, Excerpts excerpts) {
        this.page = page;
        this.excerpts = excerpts;
    }

    /** @param change against the baseline; null where there is none */
    void write(Finding finding, FindingState state, Change change) throws IOException {
        page.raw("<li data-state=\"" + state.id() + "\" data-language=\""
                        + finding.resource().dialect().id() + "\" data-file=\"")
                .text(finding.range().file())
                .raw("\"><div class=\"where\">")
                .element("code", "address", finding.resource().address())
                .raw(" ")
                .element("span", "place", finding.range().toString());
        if (state != FindingState.FAILED) {
            page.raw(" ")
                    .element(
                            "span",
                            "badge " + state.id(),
                            state == FindingState.KNOWN ? "in the baseline" : state.id());
        }
        if (change != null && state == FindingState.FAILED) {
            page.raw(" ").element("span", "badge failed", change.id());
        }
        page.raw("</div>\n");
        excerpts.show(finding.range());
        notes(finding);
        if (state == FindingState.FAILED || state == FindingState.KNOWN) {
            fix(finding);
        }
        page.raw("</li>\n");
    }

    private void notes(Finding finding) throws IOException {
        page.raw("<ul class=\"notes\">");
        if (finding.isExempted()) {
            Exemption by = finding.exemption();
            note("exempted as", by.category().id() + ": " + by.reason());
        }
        if (!finding.reason().isEmpty()) {
            note(finding.verdict() == Verdict.UNKNOWN ? "unknown because" : "because", finding.reason());
        }
        for (Trace.Step step : Trace.of(finding)) {
            note("value from", (step.label().isEmpty() ? "" : step.label() + " at ") + step.range());
        }
        for (Call call : finding.resource().calls()) {
            note("called as", call.name() + " at " + call.range());
        }
        if (!finding.assumption().isEmpty()) {
            note("holds when", finding.assumption());
        }
        if (!finding.resource().existence().certain()) {
            note("not certain to be deployed:", finding.resource().existence().reason());
        }
        page.raw("</ul>\n");
    }

    private void note(String what, String text) throws IOException {
        page.raw("<li><span class=\"faint\">" + what + "</span> ").text(text).raw("</li>");
    }

    private void fix(Finding finding) throws IOException {
        Optional<SourceEdit> edit = SourceEdit.of(finding);
        if (edit.isPresent() && excerpts.change(edit.get())) {
            return;
        }
        var fix = Fixes.of(finding);
        if (fix.isPresent()) {
            page.raw("<p class=\"set\">Set ")
                    .element("code", fix.get().set() + " = " + fix.get().to())
                    .raw("</p>\n");
        }
    }
}
