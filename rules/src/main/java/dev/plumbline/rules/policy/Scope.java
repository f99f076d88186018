package dev.plumbline.rules.policy;

import java.util.Objects;

/**
 * Where a policy holds. An outer scope comes before those inside of it.
 *
 * @param directory relative to the scan's base, with {@code /} as separator; empty but for a {@link Level#DIRECTORY}
 */
public record Scope(Level level, String directory) {

    public static final Scope ORGANISATION = new Scope(Level.ORGANISATION, "");
    public static final Scope REPOSITORY = new Scope(Level.REPOSITORY, "");

    /** The kinds of scopes, the outermost first. */
    public enum Level {
        ORGANISATION,
        REPOSITORY,
        DIRECTORY
    }

    public Scope {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(directory, "directory");
    }

    public static Scope directory(String directory) {
        return new Scope(Level.DIRECTORY, directory);
    }

    /** Whether what is written in a file is inside of this scope. */
    public boolean holds(String file) {
        return directory.isEmpty() || file.startsWith(directory + "/");
    }

    /** Whether the other is this scope or one inside of it. */
    public boolean contains(Scope other) {
        return level.compareTo(other.level) < 0 || equals(other) || other.directory.startsWith(directory + "/");
    }

    /** The name for people and reports: {@code organisation}, {@code repository}, {@code directory infra/net}. */
    public String label() {
        return switch (level) {
            case ORGANISATION -> "organisation";
            case REPOSITORY -> "repository";
            case DIRECTORY -> "directory " + directory;
        };
    }
}
