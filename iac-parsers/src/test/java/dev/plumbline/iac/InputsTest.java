package dev.plumbline.iac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static Inputs of(String value, String file) {
        return new Inputs(Map.of("a", value), List.of(Path.of(file)), List.of(), Map.of(), value);
    }

    @Test
    void innerPathsCountBeforeOuterOnesAndWhatOverridesBeforeAll() {
        Inputs inputs = of("all", "all.tfvars")
                .withRoots(Map.of("net", of("net", "net.tfvars"), "net/prod", of("prod", "prod.tfvars")));

        assertThat(inputs.at("").variables()).containsEntry("a", "all");
        assertThat(inputs.at("network").variables()).containsEntry("a", "all");
        assertThat(inputs.at("net").variables()).containsEntry("a", "net");
        Inputs prod = inputs.at("net/prod/main");
        assertThat(prod.variables()).containsEntry("a", "prod");
        assertThat(prod.workspace()).isEqualTo("prod");
        assertThat(prod.variableFiles())
                .containsExactly(Path.of("all.tfvars"), Path.of("net.tfvars"), Path.of("prod.tfvars"));

        Inputs overridden = inputs.withOverriding(of("given", "given.tfvars"));
        assertThat(overridden.at("net/prod").variables()).containsEntry("a", "given");
        assertThat(overridden.at("net").variableFiles()).endsWith(Path.of("given.tfvars"));
    }

    @Test
    void isTheSameEverywhereWhereNothingIsSaidOfAPath() {
        Inputs inputs = of("all", "all.tfvars");
        assertThat(inputs.at("anywhere")).isSameAs(inputs);
    }
}
