package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Inputs;
import java.util.List;
import java.util.Map;

/** Values for variables and parameters, of settings. */
final class Values {
    private Values() {}

    static Inputs of(Settings settings) {
        return new Inputs(
                settings.get(Key.VARIABLES).map(Setting::value).orElse(Map.of()),
                settings.get(Key.VARIABLE_FILES).map(Setting::value).orElse(List.of()),
                settings.get(Key.PARAMETER_FILES).map(Setting::value).orElse(List.of()),
                Map.of(),
                settings.get(Key.WORKSPACE).map(Setting::value).orElse(""));
    }
}
