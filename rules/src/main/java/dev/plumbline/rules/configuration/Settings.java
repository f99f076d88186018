package dev.plumbline.rules.configuration;

import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one source sets: at most one value for each key. Immutable. */
public final class Settings {
    public static final Settings NONE = new Settings(List.of());

    private final List<Setting<?>> all;

    private Settings(List<Setting<?>> all) {
        this.all = List.copyOf(all);
    }

    /** These, and another value. */
    public <T> Settings with(Key<T> key, T value, Source source) {
        return with(new Setting<>(key, value, source, false, null));
    }

    /** These, and another value that is written somewhere. */
    public <T> Settings with(Setting<T> setting) {
        List<Setting<?>> more = new ArrayList<>(all);
        more.removeIf(other -> other.key().equals(setting.key()));
        more.add(setting);
        return new Settings(more);
    }

    /** These where a host was given a value, and no other ones where it was given none. */
    public <T> Settings withOption(Key<T> key, T value, String option) {
        return value == null ? this : with(key, value, Source.option(option));
    }

    // A setting is filed under its own key, so that its value is of that key's type.
    @SuppressWarnings("unchecked")
    public <T> Optional<Setting<T>> get(Key<T> key) {
        return all.stream()
                .filter(setting -> setting.key() == key)
                .map(setting -> (Setting<T>) setting)
                .findFirst();
    }

    public List<Setting<?>> all() {
        return all;
    }

    /** Where a value is written, for messages; null where it is not. */
    SourceRange range(Key<?> key) {
        return get(key).map(Setting::range).orElse(null);
    }
}
