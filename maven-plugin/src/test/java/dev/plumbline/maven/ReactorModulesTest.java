package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.ReportPlugin;
import org.apache.maven.model.Reporting;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

class ReactorModulesTest {

    private static final Path ROOT = Path.of("/build").toAbsolutePath();

    private final MavenProject root = project("", true);
    private final MavenProject app = project("app", true);
    private final MavenProject nested = project("app/infra", true);
    private final MavenProject uninherited = project("legacy", false);
    private final MavenProject sibling = project("../other", true);

    @Test
    void leavesOutModulesThatRunTheGoal() {
        assertThat(checkedByOthers(root, Source.LIFECYCLE))
                .containsExactly(ROOT.resolve("app"), ROOT.resolve("app/infra"));
        assertThat(checkedByOthers(app, Source.LIFECYCLE)).containsExactly(ROOT.resolve("app/infra"));
        assertThat(checkedByOthers(nested, Source.LIFECYCLE)).isEmpty();
    }

    @Test
    void everyModuleRunsAGoalOfTheCommandLine() {
        assertThat(checkedByOthers(root, Source.CLI))
                .containsExactly(ROOT.resolve("app"), ROOT.resolve("app/infra"), ROOT.resolve("legacy"));
    }

    @Test
    void aModuleThatReportsLeavesNothingToItsParentsReport() {
        reporting(uninherited);

        assertThat(checkedByOthers(root, execution("report", Source.LIFECYCLE)))
                .containsExactly(ROOT.resolve("legacy"));
        assertThat(checkedByOthers(root, Source.LIFECYCLE)).doesNotContain(ROOT.resolve("legacy"));
    }

    private List<Path> checkedByOthers(MavenProject project, Source source) {
        return checkedByOthers(project, execution("check", source));
    }

    @SuppressWarnings("deprecation") // there is no other way to make a session outside of Maven
    private List<Path> checkedByOthers(MavenProject project, MojoExecution execution) {
        MavenSession session = new MavenSession(
                null,
                (RepositorySystemSession) null,
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setAllProjects(List.of(root, app, nested, uninherited, sibling));
        return ReactorModules.checkedByOthers(session, project.getBasedir().toPath(), execution);
    }

    private static MojoExecution execution(String goal, Source source) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setPlugin(plugin());
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setPluginDescriptor(plugin);
        descriptor.setGoal(goal);
        return new MojoExecution(descriptor, "default", source);
    }

    private static MavenProject project(String directory, boolean checks) {
        MavenProject project = new MavenProject();
        project.setFile(new File(ROOT.resolve(directory).toFile(), "pom.xml"));
        project.getModel().setBuild(new Build());
        if (checks) {
            Plugin plugin = plugin();
            PluginExecution execution = new PluginExecution();
            execution.addGoal("check");
            plugin.addExecution(execution);
            project.getBuild().addPlugin(plugin);
        }
        return project;
    }

    private static void reporting(MavenProject project) {
        ReportPlugin plugin = new ReportPlugin();
        plugin.setGroupId("dev.plumbline");
        plugin.setArtifactId("plumbline-maven-plugin");
        project.getModel().setReporting(new Reporting());
        project.getReporting().addPlugin(plugin);
    }

    private static Plugin plugin() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.plumbline");
        plugin.setArtifactId("plumbline-maven-plugin");
        return plugin;
    }
}
