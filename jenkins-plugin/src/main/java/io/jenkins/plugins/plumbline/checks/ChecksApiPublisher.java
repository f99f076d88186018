package io.jenkins.plugins.plumbline.checks;

import dev.plumbline.rules.Severity;
import hudson.Extension;
import io.jenkins.plugins.checks.api.ChecksAnnotation;
import io.jenkins.plugins.checks.api.ChecksAnnotation.ChecksAnnotationBuilder;
import io.jenkins.plugins.checks.api.ChecksAnnotation.ChecksAnnotationLevel;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksDetails.ChecksDetailsBuilder;
import io.jenkins.plugins.checks.api.ChecksOutput.ChecksOutputBuilder;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.checks.api.ChecksStatus;
import jenkins.model.Jenkins;

/** Publishes by the Checks API, where its plugin is installed. */
@Extension(optional = true)
public class ChecksApiPublisher implements PullRequestPublisher {
    @Override
    public void publish(Publishing publishing) {
        if (!publishing.credentialsId().isBlank()) {
            return; // Plumbline annotates itself
        }
        CheckReport report = CheckReport.of(
                publishing.name(),
                publishing.report(),
                publishing.decision(),
                publishing.scope(),
                publishing.modified());
        ChecksDetailsBuilder details = new ChecksDetailsBuilder()
                .withName(report.name())
                .withStatus(ChecksStatus.COMPLETED)
                .withConclusion(
                        switch (report.conclusion()) {
                            case SUCCESS -> ChecksConclusion.SUCCESS;
                            case NEUTRAL -> ChecksConclusion.NEUTRAL;
                            case FAILURE -> ChecksConclusion.FAILURE;
                        })
                .withOutput(new ChecksOutputBuilder()
                        .withTitle(report.title())
                        .withSummary(report.summary())
                        .withAnnotations(report.annotations().stream()
                                .map(ChecksApiPublisher::annotation)
                                .toList())
                        .build());
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            details.withDetailsURL(root + publishing.page());
        }
        ChecksDetails built = details.build();
        ChecksPublisherFactory.fromRun(publishing.run(), publishing.listener()).publish(built);
    }

    private static ChecksAnnotation annotation(CheckReport.Annotation annotation) {
        return new ChecksAnnotationBuilder()
                .withPath(annotation.path())
                .withStartLine(annotation.startLine())
                .withEndLine(annotation.endLine())
                .withAnnotationLevel(level(annotation.severity()))
                .withTitle(annotation.title())
                .withMessage(annotation.message())
                .build();
    }

    private static ChecksAnnotationLevel level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> ChecksAnnotationLevel.FAILURE;
            case MEDIUM -> ChecksAnnotationLevel.WARNING;
            case LOW -> ChecksAnnotationLevel.NOTICE;
        };
    }
}
