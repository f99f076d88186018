package io.jenkins.plugins.plumbline;

import hudson.EnvVars;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.plumbline.scan.Options;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jenkins.scm.RunWithSCM;

/** What was changed in a build, as the version control of builds tells it. */
final class Changes {
    private static final int FAR = 50;

    private Changes() {}

    /**
     * The branch or commit since which changes are those of a build: what is compared with by name, a pull request's
     * target, or the commit of the last successful build. The last two are told by plugins of version control.
     */
    static String since(Options options, EnvVars env) {
        return Stream.of(
                        options.targetBranch.strip(),
                        env.getOrDefault("CHANGE_TARGET", ""),
                        env.getOrDefault("GIT_PREVIOUS_SUCCESSFUL_COMMIT", ""))
                .filter(revision -> !revision.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The files that changes touched, of a build and of the builds before it, back to the reference where that is one of them. */
    static Set<String> files(Run<?, ?> run, Run<?, ?> reference) {
        Set<String> files = new TreeSet<>();
        Run<?, ?> candidate = run;
        for (int i = 0; candidate != null && !candidate.equals(reference) && i < FAR; i++) {
            if (candidate instanceof RunWithSCM<?, ?> withChanges) {
                for (ChangeLogSet<? extends ChangeLogSet.Entry> changes : withChanges.getChangeSets()) {
                    for (ChangeLogSet.Entry change : changes) {
                        files.addAll(change.getAffectedPaths());
                    }
                }
            }
            candidate = candidate.getPreviousBuild();
        }
        return files;
    }
}
