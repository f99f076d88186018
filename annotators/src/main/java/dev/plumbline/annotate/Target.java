package dev.plumbline.annotate;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be annotated.
 *
 * @param api where the platform's REST interface is
 * @param repository as the platform's paths have it: {@code owner/name}; for GitLab a project's path or number; for Azure
 *     DevOps {@code project/repository}
 * @param pullRequest its number; empty where a commit is built for itself
 * @param commit that was scanned, where it is known
 */
public record Target(
        Platform platform, URI api, String repository, Optional<String> pullRequest, Optional<String> commit) {

    public Target {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(pullRequest, "pullRequest");
        Objects.requireNonNull(commit, "commit");
        int slash = repository.indexOf('/');
        if (platform != Platform.GITLAB && (slash < 1 || slash == repository.length() - 1)) {
            throw new IllegalArgumentException(
                    "'" + repository + "' is not a repository: it takes two names with / between them");
        }
        if (pullRequest.isPresent() && !pullRequest.get().chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + pullRequest.get() + "' is not the number of a pull request");
        }
        if (commit.isPresent() && !commit.get().chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
            throw new IllegalArgumentException("'" + commit.get() + "' is not the id of a commit");
        }
    }

    /** {@code "GitHub pull request 12 of owner/name"}. */
    public String text() {
        String what = pullRequest
                .map(number -> platform.change() + " " + number)
                .orElseGet(() -> commit.map(id -> "commit " + id).orElse("the log"));
        return platform.title() + " " + what + " of " + repository;
    }
}
