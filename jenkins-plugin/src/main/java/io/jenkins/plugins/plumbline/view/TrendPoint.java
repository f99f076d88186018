package io.jenkins.plugins.plumbline.view;

import io.jenkins.plugins.plumbline.report.RunSummary;
import java.util.Objects;

/**
 * A build of the trend.
 *
 * @param build its number
 * @param url of its page, relative to Jenkins' root
 */
public record TrendPoint(int build, String url, RunSummary summary) {
    public TrendPoint {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(summary, "summary");
    }
}
