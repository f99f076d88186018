package io.jenkins.plugins.plumbline.view;

import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.report.Report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One resource that does not follow a recommendation, or of which that is not known. */
public final class FindingView {
    private final Finding finding;
    private final int key;
    private final boolean source;

    /**
     * @param key its number in the report
     * @param source whether the reader may see source
     */
    FindingView(Finding finding, int key, boolean source) {
        this.finding = finding;
        this.key = key;
        this.source = source;
    }

    public int getKey() {
        return key;
    }

    public String getRule() {
        return finding.rule();
    }

    /** {@code failed}, {@code unknown} or {@code exempted}. */
    public String getState() {
        return finding.state();
    }

    /** {@code new}, {@code unchanged}, or empty where that is not known or does not matter. */
    public String getChange() {
        return finding.change() == null ? "" : finding.change().name().toLowerCase(Locale.ROOT);
    }

    public String getSeverity() {
        return finding.severity().id();
    }

    public String getAddress() {
        return Shown.text(finding.address());
    }

    public String getType() {
        return Shown.text(finding.type());
    }

    public String getLanguage() {
        return Shown.text(finding.language());
    }

    public String getFile() {
        return Shown.text(finding.place().file());
    }

    /** {@code file:line:column}. */
    public String getPlace() {
        return Shown.text(finding.place().toString());
    }

    public String getFix() {
        return Shown.text(finding.fix());
    }

    /** Whether the page of the finding shows its source. */
    public boolean isSourceShown() {
        return source && !finding.excerpt().isEmpty();
    }

    /** Empty where the reader may not see it, or it was not kept. */
    public List<LineView> getExcerpt() {
        return source ? LineView.of(finding.excerpt()) : List.of();
    }

    public List<NoteView> getNotes() {
        List<NoteView> notes = new ArrayList<>();
        note(notes, "attribute", finding.attribute());
        note(notes, Finding.UNKNOWN.equals(finding.state()) ? "not known:" : "because", finding.reason());
        note(notes, "holds where", finding.assumption());
        note(notes, "not certain to be deployed:", finding.existence());
        note(notes, "exempted,", finding.exemption());
        for (Report.Step step : finding.trace()) {
            note(
                    notes,
                    step.label() == null || step.label().isEmpty() ? "from" : step.label() + " at",
                    step.place().toString());
        }
        return notes;
    }

    private static void note(List<NoteView> notes, String label, String text) {
        if (text != null && !text.isEmpty()) {
            notes.add(new NoteView(label, text));
        }
    }
}
