package dev.plumbline.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepStackTest {
    @Test
    void holdsWhatOverflowsAnOrdinaryStack() {
        assertThat(DeepStack.call(() -> depth(100_000))).isEqualTo(100_000);
    }

    @Test
    void throwsWhatTheWorkThrows() {
        IllegalArgumentException thrown = new IllegalArgumentException("outside of the base directory");

        assertThatThrownBy(() -> DeepStack.call(() -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void keepsTheCallersInterruption() {
        Thread.currentThread().interrupt();

        String result = DeepStack.call(() -> "done");

        assertThat(result).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static int depth(int more) {
        return more == 0 ? 0 : 1 + depth(more - 1);
    }
}
