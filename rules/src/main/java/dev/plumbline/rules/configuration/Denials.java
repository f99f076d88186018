package dev.plumbline.rules.configuration;

import dev.plumbline.rules.policy.Assignment;
import dev.plumbline.rules.policy.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what an organisation denies from being left out of the scan: where it denies something for good, and does not say
 * what may be excluded, inner scopes can neither exclude nor choose inputs.
 */
final class Denials {
    private Denials() {}

    /**
     * @param base the scan's base directory, all of which is scanned
     * @param files those of the organisation
     */
    static Settings guarded(Path base, Settings organisation, List<ConfigurationFile> files) {
        Optional<Assignment> denial = files.stream()
                .flatMap(file -> file.policy().assignments().stream())
                .filter(assignment -> assignment.effect() == Effect.DENY && !assignment.open())
                .findFirst();
        if (denial.isEmpty()) {
            return organisation;
        }
        Settings settings = guarded(organisation, Key.EXCLUDE, List.<String>of(), denial.get(), files);
        return guarded(settings, Key.INPUTS, List.of(base), denial.get(), files);
    }

    private static <T> Settings guarded(
            Settings settings, Key<T> key, T value, Assignment denial, List<ConfigurationFile> files) {
        boolean open = files.stream().anyMatch(file -> file.open().contains(key.id()));
        if (open || settings.get(key).isPresent()) {
            return settings;
        }
        Source source = new Source(
                Source.Kind.ORGANISATION,
                denial.range().file() + ":" + denial.range().startLine());
        return settings.with(new Setting<>(key, value, source, false, denial.range()));
    }
}
