package io.jenkins.plugins.plumbline.view;

import io.jenkins.plugins.plumbline.report.Report;
import java.util.List;

/** What could not be read or evaluated. */
public final class ProblemView {
    private final Report.Problem problem;
    private final boolean source;

    ProblemView(Report.Problem problem, boolean source) {
        this.problem = problem;
        this.source = source;
    }

    /** {@code error}, {@code warning} or {@code info}. */
    public String getSeverity() {
        return problem.severity();
    }

    public String getCode() {
        return Shown.text(problem.code());
    }

    public String getSummary() {
        return Shown.text(problem.summary());
    }

    public String getDetail() {
        return Shown.text(problem.detail());
    }

    public String getPlace() {
        return Shown.text(problem.place().toString());
    }

    public List<LineView> getExcerpt() {
        return source ? LineView.of(problem.excerpt()) : List.of();
    }
}
