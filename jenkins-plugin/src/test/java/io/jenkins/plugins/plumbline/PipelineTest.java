package io.jenkins.plugins.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.plumbline.report.Report;
import java.nio.file.Files;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step in a real Jenkins. */
@WithJenkins
class PipelineTest {
    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void makeJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = jenkins.createProject(WorkflowJob.class, "infra");
    }

    private WorkflowRun build(Result result, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private static PlumblineAction check(Run<?, ?> run) {
        PlumblineAction action = run.getAction(PlumblineAction.class);
        assertNotNull(action, "the build has no check");
        return action;
    }

    @Test
    void aFindingOfHighSeverityFailsTheBuildByDefault() throws Exception {
        WorkflowRun run = build(Result.FAILURE, "node { " + Workspaces.write(Workspaces.INSECURE) + " plumbline() }");
        jenkins.assertLogContains("ERROR: Plumbline: ", run);
        jenkins.assertLogContains("of high severity.", run);
        jenkins.assertLogNotContains("\tat io.jenkins.plugins.plumbline", run);
        assertTrue(check(run).summary().blocked());
    }

    @Test
    void theStepReturnsWhatASandboxedScriptCanRead() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, "node { " + Workspaces.write(Workspaces.INSECURE) + """
                        def result = plumbline(criticality: 'NONE')
                        echo "blocked=${result.blocked} high=${result.high} first=${result.findings[0].resource}"
                        echo "line=${result.findings.find { it.severity == 'high' }.line} url=${result.url}"
                        }
                        """);
        jenkins.assertLogContains("blocked=true", run);
        jenkins.assertLogContains("first=azurerm_storage_account.logs", run);
        jenkins.assertLogContains("url=job/infra/1/plumbline/", run);
    }

    @Test
    void anUnstableGateMarksTheBuildAndItsNode() throws Exception {
        WorkflowRun run = build(
                Result.UNSTABLE,
                "node { " + Workspaces.write(Workspaces.INSECURE)
                        + " plumbline failOn: 'none', qualityGates: [[threshold: 1, severity: 'high']] \n echo 'went on' }");
        jenkins.assertLogContains("went on", run);
        List<FlowNode> warned = new DepthFirstScanner()
                .filteredNodes(run.getExecution(), node -> node.getAction(WarningAction.class) != null);
        assertEquals(1, warned.size());
        assertEquals(
                Result.UNSTABLE, warned.get(0).getAction(WarningAction.class).getResult());
    }

    @Test
    void aFailingGateCanBeCaught() throws Exception {
        build(
                Result.UNSTABLE,
                "node { " + Workspaces.write(Workspaces.INSECURE)
                        + " catchError(buildResult: 'UNSTABLE') { plumbline() } }");
    }

    @Test
    void aDeclarativePipelineHasTheStepToo() throws Exception {
        WorkflowRun run = build(Result.UNSTABLE, """
                pipeline {
                  agent any
                  stages {
                    stage('Check') {
                      steps {
                        writeFile file: 'infra/main.tf', text: '''%s'''
                        plumbline inputs: 'infra', criticality: 'UNSTABLE'
                      }
                    }
                  }
                }
                """.formatted(Workspaces.INSECURE));
        assertTrue(check(run).summary().blocked());
    }

    @Test
    void theScanRunsOnAnAgent() throws Exception {
        jenkins.createOnlineSlave(hudson.model.Label.get("away"));
        WorkflowRun run = build(
                Result.SUCCESS,
                "node('away') { " + Workspaces.write(Workspaces.INSECURE) + " plumbline criticality: 'NONE' }");
        Report report = check(run).readReport();
        assertEquals(1, report.resources());
        assertFalse(report.findings().get(0).excerpt().isEmpty());
        assertTrue(Files.exists(run.getRootDir().toPath().resolve("plumbline-plumbline.json.gz")));
    }

    @Test
    void reportsAreArchivedWithTheBuild() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                "node { " + Workspaces.write(Workspaces.INSECURE)
                        + " plumbline criticality: 'NONE', reports: 'sarif, json' }");
        assertEquals(
                List.of("plumbline/plumbline.json", "plumbline/plumbline.sarif"),
                run.getArtifacts().stream()
                        .map(artifact -> artifact.relativePath)
                        .sorted()
                        .toList());
    }

    @Test
    void aBuildIsComparedWithTheLastThatPassed() throws Exception {
        build(Result.SUCCESS, "node { " + Workspaces.write(Workspaces.EMPTY) + " plumbline() }");
        build(Result.FAILURE, "node { " + Workspaces.write(Workspaces.INSECURE) + " plumbline() }");
        WorkflowRun third = build(
                Result.FAILURE,
                "node { " + Workspaces.write(Workspaces.INSECURE)
                        + " plumbline failOn: 'none', qualityGates: [[threshold: 1, type: 'NEW', criticality: 'FAILURE']] }");
        assertEquals(1, check(third).readReport().comparison().reference().build());
        assertTrue(check(third).getAdded() > 0);
        WorkflowRun fourth = build(Result.SUCCESS, "node { " + Workspaces.write(Workspaces.EMPTY) + " plumbline() }");
        assertEquals(0, check(fourth).getAdded());
    }

    @Test
    void onlyNewFindingsBlockWhereThatIsAsked() throws Exception {
        String script = "node { " + Workspaces.write(Workspaces.INSECURE) + " plumbline newOnly: true }";
        WorkflowRun first = build(Result.SUCCESS, script);
        jenkins.assertLogContains("There is no reference build yet", first);
        build(Result.SUCCESS, script);
    }

    @Test
    void eachCheckOfABuildHasAnIdOfItsOwn() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                "node { " + Workspaces.write(Workspaces.EMPTY)
                        + " plumbline() \n plumbline id: 'other', name: 'Other' }");
        assertEquals(
                List.of("plumbline", "plumbline-other"),
                run.getActions(PlumblineAction.class).stream()
                        .map(PlumblineAction::getUrlName)
                        .toList());
        WorkflowRun twice =
                build(Result.FAILURE, "node { " + Workspaces.write(Workspaces.EMPTY) + " plumbline() \n plumbline() }");
        jenkins.assertLogContains("give each check of a build an id of its own", twice);
    }

    @Test
    void aWrongOptionIsToldWithoutAStackTrace() throws Exception {
        WorkflowRun run =
                build(Result.FAILURE, "node { " + Workspaces.write(Workspaces.EMPTY) + " plumbline inputs: '../x' }");
        jenkins.assertLogContains("Option 'inputs': '../x' is outside of the workspace", run);
        jenkins.assertLogNotContains("\tat io.jenkins.plugins.plumbline", run);
    }
}
