package dev.plumbline.rules.configuration;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What counts of the settings of several sources, and where it comes from. Immutable. */
public final class Effective {
    private final Map<Key<?>, List<Setting<?>>> parts = new HashMap<>();

    private Effective() {}

    /**
     * Puts sources above each other. An inner one may ask for more than what it inherits, and for less where nothing was
     * said or it was left open; what is refused is a warning.
     *
     * @param layers the outer before the inner
     */
    static Effective of(List<Settings> layers, Consumer<Diagnostic> problems) {
        Effective effective = new Effective();
        Key.ALL.forEach(key -> effective.add(key, layers, problems));
        return effective;
    }

    private <T> void add(Key<T> key, List<Settings> layers, Consumer<Diagnostic> problems) {
        List<Setting<?>> counting = new ArrayList<>();
        Setting<T> floor = null;
        for (Settings layer : layers) {
            Optional<Setting<T>> asked = layer.get(key);
            if (asked.isEmpty()) {
                continue;
            }
            Setting<T> setting = asked.get();
            boolean held = setting.source().kind() != Source.Kind.OPTION || key.forOptions();
            if (floor != null && held && key.laxer().test(setting.value(), floor.value())) {
                problems.accept(refused(setting, floor));
                continue;
            }
            if (key.combine() == null) {
                counting.clear();
            }
            counting.add(setting);
            boolean closes =
                    key.laxer() != null && !setting.open() && setting.source().kind() == Source.Kind.ORGANISATION;
            floor = closes ? setting : floor;
        }
        if (counting.isEmpty() && key.initial() != null) {
            counting.add(new Setting<>(key, key.initial(), Source.DEFAULT, false, null));
        }
        parts.put(key, List.copyOf(counting));
    }

    private static Diagnostic refused(Setting<?> setting, Setting<?> floor) {
        SourceRange range = setting.range() == null ? floor.range() : setting.range();
        return Diagnostic.warning(
                "policy-refused",
                setting.range() == null
                        ? "The option " + setting.source().place() + " is refused"
                        : "The value of " + setting.key() + " is refused",
                "The policy of the organisation asks for more at %s, and does not leave it open."
                        .formatted(floor.source()),
                range);
    }

    /** What counts for a key; empty where nothing is set and there is no default. */
    public <T> Optional<T> value(Key<T> key) {
        T value = null;
        for (Setting<T> part : parts(key)) {
            value = value == null || key.combine() == null
                    ? part.value()
                    : key.combine().apply(value, part.value());
        }
        return Optional.ofNullable(value);
    }

    /** The settings that make what counts for a key, the outer before the inner; none where there is no value. */
    // Settings are filed under their own keys.
    @SuppressWarnings("unchecked")
    public <T> List<Setting<T>> parts(Key<T> key) {
        return parts.get(key).stream().map(part -> (Setting<T>) part).toList();
    }
}
