package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import io.jenkins.plugins.plumbline.scan.Options;
import org.junit.jupiter.api.Test;

/** Since when changes are those of a build. */
class ChangesTest {
    private final Options options = new Options();
    private final EnvVars env = new EnvVars();

    @Test
    void sinceTheLastSuccessfulBuildsCommit() {
        assertThat(Changes.since(options, env)).isEmpty();
        env.put("GIT_PREVIOUS_SUCCESSFUL_COMMIT", "4f1c9a2");
        assertThat(Changes.since(options, env)).isEqualTo("4f1c9a2");
    }

    @Test
    void ofAPullRequestSinceItLeftItsTarget() {
        env.put("GIT_PREVIOUS_SUCCESSFUL_COMMIT", "4f1c9a2");
        env.put("CHANGE_TARGET", "main");
        assertThat(Changes.since(options, env)).isEqualTo("main");
        options.targetBranch = " release ";
        assertThat(Changes.since(options, env)).isEqualTo("release");
    }
}
