package dev.plumbline.iac.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.worlds.Formula.Junction;
import dev.plumbline.iac.worlds.Formula.Not;
import dev.plumbline.iac.worlds.Formula.Test;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class ExplorationTest {
    private static final List<String> BOTH = List.of("true", "false");

    private static Formula is(String variable, String value) {
        return new Test(variable, value, "it has no value");
    }

    private static List<Map<String, String>> explore(Map<String, List<String>> candidates, Formula... formulas) {
        return Exploration.of(List.of(formulas), candidates, ways -> ways.size() <= Exploration.MAX_WORLDS);
    }

    @org.junit.jupiter.api.Test
    void nothingUndecidedIsOneWay() {
        assertThat(explore(Map.of(), new Formula.Known(true))).containsExactly(Map.of());
    }

    @org.junit.jupiter.api.Test
    void itBranchesOnlyWhereSomethingIsStillUndecided() {
        Formula both = new Junction(false, List.of(is("a", "true"), is("b", "true")));
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        candidates.put("a", BOTH);
        candidates.put("b", BOTH);

        assertThat(explore(candidates, both, new Not(both)))
                .containsExactly(
                        Map.of("a", "true", "b", "true"), Map.of("a", "true", "b", "false"), Map.of("a", "false"));
    }

    @org.junit.jupiter.api.Test
    void aVariableThatMakesItTooMuchIsLeftUndecided() {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        IntStream.range(0, 10).forEach(i -> candidates.put("v" + i, BOTH));
        Formula[] formulas =
                candidates.keySet().stream().map(name -> is(name, "true")).toArray(Formula[]::new);

        assertThat(explore(candidates, formulas)).hasSize(16).allSatisfy(way -> assertThat(way)
                .containsOnlyKeys("v0", "v1", "v2", "v3"));
    }

    @org.junit.jupiter.api.Test
    void candidatesAreWhatIsComparedAndWhatIsNot() {
        assertThat(Exploration.candidates(List.of("x", "y"), List.of())).containsExactly("x", "y", Formula.OTHER);
        assertThat(Exploration.candidates(List.of("x", "z"), List.of("x", "y"))).containsExactly("x", "y");
        assertThat(Exploration.candidates(List.of("x"), List.of("x", "y", "z"))).containsExactly("x", Formula.OTHER);
        assertThat(Exploration.candidates(List.of("z"), List.of("x", "y"))).containsExactly(Formula.OTHER);
    }

    @org.junit.jupiter.api.Test
    void largeFilesHaveFewerWorlds() {
        assertThat(Exploration.most(1000)).isEqualTo(16);
        assertThat(Exploration.most(4 << 20)).isEqualTo(4);
        assertThat(Exploration.most(Integer.MAX_VALUE)).isEqualTo(1);
    }
}
