package io.jenkins.plugins.plumbline;

import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateType;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the snippet generator prints: what was changed, and no more. */
@WithJenkins
class SnippetTest {
    @Test
    void defaultsAreNotPrinted(JenkinsRule jenkins) throws Exception {
        new SnippetizerTester(jenkins).assertRoundTrip(new PlumblineStep(), "plumbline()");
    }

    @Test
    void whatWasChangedIsPrinted(JenkinsRule jenkins) throws Exception {
        PlumblineStep step = new PlumblineStep();
        step.setInputs("infra");
        step.setMinScore(70.0);
        step.setCriticality(Criticality.UNSTABLE);
        QualityGate gate = new QualityGate(1);
        gate.setType(GateType.NEW);
        step.setQualityGates(List.of(gate));
        new SnippetizerTester(jenkins)
                .assertRoundTrip(
                        step,
                        "plumbline criticality: 'UNSTABLE', inputs: 'infra', minScore: 70.0,"
                                + " qualityGates: [[threshold: 1, type: 'NEW']]");
    }

    @Test
    void theGeneratorsFormGivesBackWhatItWasGiven(JenkinsRule jenkins) throws Exception {
        PlumblineStep before = new PlumblineStep();
        before.setInputs("infra");
        before.setFailOn("medium");
        PlumblineStep after =
                new org.jenkinsci.plugins.workflow.steps.StepConfigTester(jenkins).configRoundTrip(before);
        jenkins.assertEqualDataBoundBeans(before, after);
    }
}
