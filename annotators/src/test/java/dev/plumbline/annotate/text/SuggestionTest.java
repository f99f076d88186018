package dev.plumbline.annotate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.report.Annotation.Edit;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void theRestOfTheLineStays() {
        assertThat(Suggestion.of("  secure = false # not yet", new Edit(1, 12, 17), "true"))
                .contains("  secure = true # not yet");
        assertThat(Suggestion.of("\"tls\": \"1.0\",", new Edit(1, 8, 13), "\"1.2\""))
                .contains("\"tls\": \"1.2\",");
    }

    @Test
    void anEditThatDoesNotFitTheLineIsNotOffered() {
        assertThat(Suggestion.of("  name   = \"falsehood\"", new Edit(1, 12, 17), "true"))
                .isEmpty();
        assertThat(Suggestion.of("  secure = falsehood", new Edit(1, 12, 17), "true"))
                .isEmpty();
        assertThat(Suggestion.of("  secure", new Edit(1, 12, 17), "true")).isEmpty();
        assertThat(Suggestion.of("  a = false", new Edit(1, 4, 7), "true")).isEmpty();
        assertThat(Suggestion.of("secure = true", new Edit(1, 10, 14), "true")).isEmpty();
        assertThat(Suggestion.of("secure = false", new Edit(1, 0, 0), "true")).isEmpty();
    }

    @Test
    void aLineWithHiddenCharactersIsNotOffered() {
        assertThat(Suggestion.of("secure = false # \u202Eeurt", new Edit(1, 10, 15), "true"))
                .isEmpty();
    }
}
