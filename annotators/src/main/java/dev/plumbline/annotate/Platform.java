package dev.plumbline.annotate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where pull requests are. */
public enum Platform {
    GITHUB("GitHub", "pull request", List.of("GITHUB_TOKEN", "GH_TOKEN")),
    GITLAB("GitLab", "merge request", List.of("GITLAB_TOKEN")),
    AZURE("Azure DevOps", "pull request", List.of("SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT")),
    BITBUCKET("Bitbucket Cloud", "pull request", List.of("BITBUCKET_TOKEN")),
    BITBUCKET_SERVER("Bitbucket Data Center", "pull request", List.of("BITBUCKET_TOKEN"));

    private final String title;
    private final String change;
    private final List<String> tokens;

    Platform(String title, String change, List<String> tokens) {
        this.title = title;
        this.change = change;
        this.tokens = tokens;
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
        return tokens;
    }

    /** The platform of that {@link #id()}, in any case. */
    public static Optional<Platform> of(String id) {
        return Arrays.stream(values())
                .filter(platform -> platform.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
