package io.jenkins.plugins.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateType;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The build step in a real Jenkins. */
@WithJenkins
class FreestyleTest {
    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void makeJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = jenkins.createFreeStyleProject("infra");
        job.setScm(new SingleFileSCM("main.tf", Workspaces.INSECURE));
    }

    @Test
    void aFindingOfHighSeverityFailsTheBuild() throws Exception {
        job.getBuildersList().add(new PlumblineBuilder());
        FreeStyleBuild build = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        jenkins.assertLogContains("of high severity.", build);
        assertEquals(1, build.getActions(PlumblineAction.class).size());
    }

    @Test
    void criticalityDecidesWhatBecomesOfTheBuild() throws Exception {
        PlumblineBuilder builder = new PlumblineBuilder();
        builder.setCriticality(Criticality.UNSTABLE);
        job.getBuildersList().add(builder);
        jenkins.assertBuildStatus(Result.UNSTABLE, job.scheduleBuild2(0));
        builder.setCriticality(Criticality.NONE);
        jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));
    }

    @Test
    void variablesAreReplaced() throws Exception {
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("WHERE", "nowhere")));
        PlumblineBuilder builder = new PlumblineBuilder();
        builder.setInputs("$WHERE");
        job.getBuildersList().add(builder);
        FreeStyleBuild build = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        jenkins.assertLogContains("Option 'inputs': 'nowhere' does not exist", build);
    }

    @Test
    void theFormGivesBackWhatItWasGiven() throws Exception {
        PlumblineBuilder before = new PlumblineBuilder();
        before.setId("infra");
        before.setInputs("infra");
        before.setFailOn("low");
        before.setMinScore(62.5);
        before.setNewOnly(true);
        before.setForeignExemptions(false);
        before.setCriticality(Criticality.UNSTABLE);
        before.setChecks(ChecksScope.MODIFIED);
        before.setVariables("a=1\nb=2");
        QualityGate gate = new QualityGate(3);
        gate.setType(GateType.DELTA);
        gate.setSeverity("high");
        gate.setCriticality(Criticality.FAILURE);
        before.setQualityGates(List.of(gate));
        job.getBuildersList().add(before);
        jenkins.configRoundtrip(job);
        PlumblineBuilder after = job.getBuildersList().get(PlumblineBuilder.class);
        jenkins.assertEqualDataBoundBeans(before, after);
        assertEquals(1, after.getQualityGates().size());
    }

    @Test
    void theFormOfDefaultsGivesBackDefaults() throws Exception {
        PlumblineBuilder before = new PlumblineBuilder();
        job.getBuildersList().add(before);
        jenkins.configRoundtrip(job);
        jenkins.assertEqualDataBoundBeans(before, job.getBuildersList().get(PlumblineBuilder.class));
    }

    @Test
    void theFormOffersSecretTextsAndPasswords() throws Exception {
        List<Credentials> all = SystemCredentialsProvider.getInstance().getCredentials();
        all.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("x")));
        all.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "robot", "", "robot", "y"));
        all.add(new FileCredentialsImpl(
                CredentialsScope.GLOBAL, "file", "", "a.txt", SecretBytes.fromBytes(new byte[] {1})));
        ListBoxModel choices = jenkins.jenkins
                .getDescriptorByType(PlumblineBuilder.DescriptorImpl.class)
                .doFillCredentialsIdItems(job, "");
        assertEquals(
                Set.of("", "token", "robot"),
                choices.stream().map(choice -> choice.value).collect(Collectors.toSet()));
    }

    /** Who may only read a job opens Pipeline Syntax too. */
    @Test
    void readersAreOfferedChoicesAndNoSecrets() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("x")));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
        PlumblineBuilder.DescriptorImpl form =
                jenkins.jenkins.getDescriptorByType(PlumblineBuilder.DescriptorImpl.class);
        try (ACLContext ignored = ACL.as2(User.getById("reader", true).impersonate2())) {
            assertEquals(3, form.doFillCriticalityItems(job).size());
            assertEquals(
                    List.of(""),
                    form.doFillCredentialsIdItems(job, "").stream()
                            .map(choice -> choice.value)
                            .toList());
        }
    }
}
