package io.jenkins.plugins.plumbline.view;

/** A number of the overview: what it counts, and how it is shown where it is not 0. */
public final class NumberView {
    private final String label;
    private final int number;
    private final String kind;

    NumberView(String label, int number, String kind) {
        this.label = label;
        this.number = number;
        this.kind = kind;
    }

    public String getLabel() {
        return label;
    }

    public int getNumber() {
        return number;
    }

    /** A severity, {@code passed}, {@code none}… */
    public String getKind() {
        return number == 0 ? "none" : kind;
    }
}
