package io.jenkins.plugins.plumbline.view;

import io.jenkins.plugins.plumbline.report.Comparison;

/** A finding of the reference build that this one does not have. */
public final class FixedView {
    private final Comparison.Fixed fixed;

    FixedView(Comparison.Fixed fixed) {
        this.fixed = fixed;
    }

    public String getSeverity() {
        return fixed.severity().id();
    }

    public String getTitle() {
        return Shown.text(fixed.title());
    }

    public String getAddress() {
        return Shown.text(fixed.address());
    }

    public String getFile() {
        return Shown.text(fixed.file());
    }
}
