package dev.plumbline.annotate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where pull requests are. */
public enum Platform {
    GITHUB("GitHub", "pull request"),
    GITLAB("GitLab", "merge request"),
    AZURE("Azure DevOps", "pull request"),
    BITBUCKET("Bitbucket Cloud", "pull request"),
    BITBUCKET_SERVER("Bitbucket Data Center", "pull request");

    private final String title;
    private final String change;

    Platform(String title, String change) {
        this.title = title;
        this.change = change;
    }

    /** The name used in options: {@code bitbucket-server}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** What it calls a pull request. */
    public String change() {
        return change;
    }

    /** The environment variables that may hold a token for it, the first that is set counts. */
    public List<String> tokens() {
        return switch (this) {
            case GITHUB -> List.of("GITHUB_TOKEN", "GH_TOKEN");
            case GITLAB -> List.of("GITLAB_TOKEN");
            case AZURE -> List.of("SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT");
            case BITBUCKET, BITBUCKET_SERVER -> List.of("BITBUCKET_TOKEN");
        };
    }

    /** The platform of that {@link #id()}, in any case. */
    public static Optional<Platform> of(String id) {
        return Arrays.stream(values())
                .filter(platform -> platform.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
