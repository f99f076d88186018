package io.jenkins.plugins.plumbline.view;

/** Something more to know of a finding: what it is, and the text. */
public final class NoteView {
    private final String label;
    private final String text;

    NoteView(String label, String text) {
        this.label = label;
        this.text = text;
    }

    public String getLabel() {
        return label;
    }

    public String getText() {
        return Shown.text(text);
    }
}
