package io.jenkins.plugins.plumbline;

import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import java.util.Set;
import java.util.TreeSet;
import jenkins.scm.RunWithSCM;

/** The files that changes touched, as the version control of builds tells it. */
final class ChangedFiles {
    private static final int FAR = 50;

    private ChangedFiles() {}

    /** Those of a build and of the builds before it, back to the reference where that is one of them. */
    static Set<String> since(Run<?, ?> run, Run<?, ?> reference) {
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
