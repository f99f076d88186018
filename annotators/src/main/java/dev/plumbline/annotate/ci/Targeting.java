package dev.plumbline.annotate.ci;

import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Target;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is annotated, as far as somebody says so; the rest is taken from the build's environment. Each may be null.
 *
 * @param platform a {@link Platform#id()}
 * @param pullRequest its number, or its address, which says all else too
 * @param api where the platform's REST interface is
 */
public record Targeting(String platform, String repository, String pullRequest, String commit, String api) {

    /** Nothing is said: all is taken from the environment. */
    public static final Targeting NONE = new Targeting(null, null, null, null, null);

    /**
     * The target.
     *
     * @throws IllegalArgumentException where something is missing or is not what it should be; the message says what
     */
    public Target target(Environment environment) {
        boolean isAddress = pullRequest != null && pullRequest.contains("://");
        Optional<Target> known = isAddress
                ? Optional.of(PullRequestUrl.parse(pullRequest)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + pullRequest + "' is not the address of a pull request")))
                : environment.target();
        Platform where = platform == null
                ? known.map(Target::platform)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "nothing here says which pull request is meant: give its address"))
                : Platform.of(platform)
                        .orElseThrow(() -> new IllegalArgumentException("no platform '" + platform + "', only "
                                + Arrays.stream(Platform.values())
                                        .map(Platform::id)
                                        .collect(Collectors.joining(", "))));
        // What the environment says of another platform is of no use.
        Optional<Target> same = known.filter(target -> target.platform() == where);
        return new Target(
                where,
                api == null ? same.map(Target::api).orElseGet(() -> publicApi(where)) : URI.create(api),
                given(repository)
                        .or(() -> same.map(Target::repository))
                        .orElseThrow(() -> new IllegalArgumentException("nothing says which repository is meant")),
                isAddress
                        ? same.flatMap(Target::pullRequest)
                        : given(pullRequest).or(() -> same.flatMap(Target::pullRequest)),
                given(commit).or(() -> same.flatMap(Target::commit)));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static URI publicApi(Platform platform) {
        return switch (platform) {
            case GITHUB -> URI.create("https://api.github.com");
            case GITLAB -> URI.create("https://gitlab.com/api/v4");
            case BITBUCKET -> URI.create("https://api.bitbucket.org/2.0");
            case AZURE, BITBUCKET_SERVER ->
                throw new IllegalArgumentException(
                        "where the interface of " + platform.title() + " is has to be given");
        };
    }
}
