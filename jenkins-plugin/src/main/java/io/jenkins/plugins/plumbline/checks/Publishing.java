package io.jenkins.plugins.plumbline.checks;

import hudson.EnvVars;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.report.Report;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import java.util.Set;

/**
 * What is told of a build where its code is.
 *
 * @param page the address of the page with all findings, relative to Jenkins' root
 * @param name of the check
 * @param credentialsId by which Plumbline itself annotates; empty where it does not
 * @param modified the files that the build's changes touch; of use to {@link ChecksScope#MODIFIED} alone
 */
public record Publishing(
        Run<?, ?> run,
        TaskListener listener,
        EnvVars env,
        String page,
        String name,
        String credentialsId,
        Report report,
        GateDecision decision,
        ChecksScope scope,
        Set<String> modified) {

    /** Writes a line of the build's log. */
    void log(String line) {
        listener.getLogger().println("[Plumbline] " + line);
    }
}
