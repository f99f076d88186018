package io.jenkins.plugins.plumbline.view;

import dev.plumbline.publish.Scores;
import io.jenkins.plugins.plumbline.report.Report;

/** A control of the secure score. */
public final class ControlView {
    private final Report.Control control;

    ControlView(Report.Control control) {
        this.control = control;
    }

    public String getTitle() {
        return Shown.text(control.title());
    }

    /** {@code "2.5 of 4"}. */
    public String getPoints() {
        return (getAssessed() > 0 ? Scores.points(control.current()) : "–") + " of " + control.points();
    }

    /** Resources that are healthy or not. */
    public int getAssessed() {
        return control.healthy() + control.unhealthy();
    }

    public int getHealthy() {
        return control.healthy();
    }

    public int getUnhealthy() {
        return control.unhealthy();
    }

    public int getUnknown() {
        return control.unknown();
    }
}
