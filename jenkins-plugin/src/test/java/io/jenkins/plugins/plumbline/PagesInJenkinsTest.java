package io.jenkins.plugins.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.jenkins.plugins.plumbline.gate.Criticality;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.JenkinsRule.WebClient;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.SingleFileSCM;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages in a real Jenkins. */
@WithJenkins
class PagesInJenkinsTest {
    private JenkinsRule jenkins;
    private FreeStyleProject job;
    private FreeStyleBuild build;

    @BeforeEach
    void makeBuild(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = jenkins.createFreeStyleProject("infra");
        job.setScm(new SingleFileSCM("main.tf", Workspaces.INSECURE));
        PlumblineBuilder builder = new PlumblineBuilder();
        builder.setCriticality(Criticality.NONE);
        job.getBuildersList().add(builder);
        build = jenkins.buildAndAssertSuccess(job);
    }

    @Test
    void theBuildsPageShowsRecommendations() throws Exception {
        try (WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.getPage(build, "plumbline/");
            assertNotNull(page.getElementById("plumbline-recommendations"));
            assertFalse(page.querySelectorAll(".plumbline-rule").isEmpty());
            assertTrue(page.asNormalizedText().contains("Secure score"));
            assertFalse(
                    page.getElementById("plumbline-filters").hasAttribute("hidden"), "the script shows the filters");
        }
    }

    @Test
    void everyFindingHasAPageWithItsSource() throws Exception {
        try (WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.getPage(build, "plumbline/finding/0/");
            assertFalse(page.querySelectorAll(".plumbline-source mark").isEmpty());
            client.assertFails(build.getUrl() + "plumbline/finding/999/", 404);
            client.assertFails(build.getUrl() + "plumbline/finding/x/", 404);
        }
    }

    @Test
    void everyRecommendationHasAPage() throws Exception {
        PlumblineAction action = build.getAction(PlumblineAction.class);
        String rule = action.readReport().findings().get(0).rule();
        try (WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.getPage(build, "plumbline/rule/" + rule + "/");
            assertFalse(page.querySelectorAll(".plumbline-findings > li").isEmpty());
            client.assertFails(build.getUrl() + "plumbline/rule/none/", 404);
        }
    }

    @Test
    void theBuildAndTheJobTellOfIt() throws Exception {
        try (WebClient client = jenkins.createWebClient()) {
            assertTrue(client.getPage(build).asNormalizedText().contains("Secure score"));
            HtmlPage jobPage = client.getPage(job);
            assertFalse(jobPage.querySelectorAll(".plumbline-trend svg").isEmpty());
            HtmlPage trend = client.getPage(job, "plumbline/");
            assertTrue(trend.asNormalizedText().contains("#1"));
        }
    }

    @Test
    void theRemoteApiTellsNumbersAndFindings() throws Exception {
        JSONObject json = jenkins.getJSON(build.getUrl() + "plumbline/api/json").getJSONObject();
        PlumblineAction action = build.getAction(PlumblineAction.class);
        assertEquals(action.getTotal(), json.getInt("total"));
        assertEquals(
                action.readReport().findings().size(),
                json.getJSONArray("findings").size());
        assertTrue(json.getJSONArray("findings").getJSONObject(0).has("fingerprint"));
    }

    @Test
    void sourceIsForThoseWhoMaySeeTheWorkspace() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.WORKSPACE)
                .everywhere()
                .to("developer"));
        try (WebClient client = jenkins.createWebClient()) {
            client.login("reader");
            HtmlPage refused = client.getPage(build, "plumbline/finding/0/");
            assertTrue(refused.querySelectorAll(".plumbline-source").isEmpty());
            client.login("developer");
            HtmlPage shown = client.getPage(build, "plumbline/finding/0/");
            assertFalse(shown.querySelectorAll(".plumbline-source").isEmpty());
        }
        try (WebClient stranger = jenkins.createWebClient()) {
            stranger.setThrowExceptionOnFailingStatusCode(false);
            int status = stranger.goTo(build.getUrl() + "plumbline/api/json", null)
                    .getWebResponse()
                    .getStatusCode();
            assertTrue(status == 403 || status == 404, "status " + status);
        }
    }

    @Test
    void anOldBuildIsReadAfterARestart() throws Exception {
        jenkins.jenkins.reload();
        FreeStyleProject reloaded = jenkins.jenkins.getItemByFullName("infra", FreeStyleProject.class);
        PlumblineAction action = reloaded.getLastBuild().getAction(PlumblineAction.class);
        assertEquals(build.getAction(PlumblineAction.class).getTotal(), action.getTotal());
        assertFalse(action.readReport().findings().isEmpty());
    }
}
