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
    /** A job with what the reader may do to it. */
    private record Job(List<Permission> permissions) implements Item {
        @Override
        public String getDisplayName() {
            return "job";
        }

        @Override
        public boolean hasPermission(Permission permission) {
            return permissions.contains(permission);
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

    private static final Item STRANGERS = new Job(List.of());
    private static final Item READERS = new Job(List.of(Item.READ));
    private static final Item OWN = new Job(List.of(Item.READ, Item.CONFIGURE));

    private static List<String> credentials(Item item, String current, TokenSource... sources) {
        return Forms.credentials(item, current, List.of(sources)).stream()
                .map(choice -> choice.value)
                .toList();
    }

    @Test
    void credentialsAreForThoseWhoMayConfigureTheJob() {
        assertThat(credentials(OWN, "", SOURCE)).containsExactly("secret");
        assertThat(credentials(READERS, "", SOURCE)).containsExactly("");
        assertThat(credentials(READERS, "mine", SOURCE)).containsExactly("", "mine");
    }

    @Test
    void withoutThePluginsOfCredentialsTheChosenOneIsKept() {
        assertThat(credentials(OWN, "mine")).containsExactly("", "mine");
    }

    /** In Pipeline Syntax, an empty choice would be none of an enum's. */
    @Test
    void choicesAreForThoseWhoMayReadTheJob() {
        for (Item item : List.of(READERS, OWN)) {
            assertThat(Forms.criticalities(item)).hasSize(3);
            assertThat(Forms.severities(item, null, null, "none")).hasSize(5);
        }
        assertThat(Forms.criticalities(STRANGERS)).isEmpty();
        assertThat(Forms.severities(STRANGERS, null, null, "none")).isEmpty();
    }
}
