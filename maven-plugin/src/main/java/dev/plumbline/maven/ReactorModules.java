package dev.plumbline.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Reporting;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Who checks which directory in a build of several modules, so that each template is checked once. */
final class ReactorModules {
    private ReactorModules() {}

    /**
     * The directories below a project's own that other projects of the build check themselves. A module that does not run
     * the goal, because it does not inherit it, is left to the project above it.
     */
    static List<Path> checkedByOthers(MavenSession session, Path own, MojoExecution execution) {
        List<Path> directories = new ArrayList<>();
        for (MavenProject other : session.getAllProjects()) {
            if (other.getBasedir() == null) {
                continue;
            }
            Path theirs = other.getBasedir().toPath().toAbsolutePath().normalize();
            if (!theirs.equals(own) && theirs.startsWith(own) && checksItself(other, execution)) {
                directories.add(theirs);
            }
        }
        return directories;
    }

    private static boolean checksItself(MavenProject project, MojoExecution execution) {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return true;
        }
        String key = execution.getPlugin().getKey();
        Plugin plugin = project.getPlugin(key);
        return plugin != null
                        && plugin.getExecutions().stream()
                                .anyMatch(each -> each.getGoals().contains(execution.getGoal()))
                || execution.getGoal().equals(ReportMojo.GOAL) && reports(project, key);
    }

    /** A site plugin runs a report without there being an execution of it. */
    private static boolean reports(MavenProject project, String key) {
        Reporting reporting = project.getReporting();
        return reporting != null && reporting.getReportPluginsAsMap().containsKey(key);
    }
}
