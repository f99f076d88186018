package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.http.Token;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.plumbline.checks.TokenSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What forms offer to whom. */
class FormsTest {
    /** A job that the reader may configure, or not. */
    private record Job(boolean configurable) implements Item {
        @Override
        public String getDisplayName() {
            return "job";
        }

        @Override
        public boolean hasPermission(Permission permission) {
            return configurable;
        }
    }

    private static final TokenSource SOURCE = new TokenSource() {
        @Override
        public Optional<Token> token(Run<?, ?> run, String credentialsId, String service) {
            return Optional.empty();
        }

        @Override
        public ListBoxModel choices(Item item, String current) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(new ListBoxModel.Option("A secret", "secret"));
            return choices;
        }
    };

    private static List<String> credentials(boolean configurable, String current, TokenSource... sources) {
        return Forms.credentials(new Job(configurable), current, List.of(sources)).stream()
                .map(choice -> choice.value)
                .toList();
    }

    @Test
    void credentialsAreForThoseWhoMayConfigureTheJob() {
        assertThat(credentials(true, "", SOURCE)).containsExactly("secret");
        assertThat(credentials(false, "", SOURCE)).containsExactly("");
        assertThat(credentials(false, "mine", SOURCE)).containsExactly("", "mine");
    }

    @Test
    void withoutThePluginsOfCredentialsTheChosenOneIsKept() {
        assertThat(credentials(true, "mine")).containsExactly("", "mine");
    }

    @Test
    void othersLearnNoChoices() {
        assertThat(Forms.criticalities(new Job(false))).isEmpty();
        assertThat(Forms.criticalities(new Job(true))).hasSize(3);
    }
}
