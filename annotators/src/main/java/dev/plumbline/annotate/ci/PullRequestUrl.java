package dev.plumbline.annotate.ci;

import dev.plumbline.annotate.Platform;
import dev.plumbline.annotate.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The address of a pull request as a browser shows it, which tells all that there is to know of it. */
public final class PullRequestUrl {
    private PullRequestUrl() {}

    /** What the address points at; empty where it is none of a pull request. */
    public static Optional<Target> parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (uri.getHost() == null || uri.getPath() == null) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>(Arrays.asList(uri.getPath().split("/")));
        path.removeIf(String::isEmpty);
        for (int i = 1; i < path.size() - 1; i++) {
            if (isNumber(path.get(i + 1))) {
                Optional<Target> target = target(uri, path, i);
                if (target.isPresent()) {
                    return target;
                }
            }
        }
        return Optional.empty();
    }

    /** @param at where in the path the word stands that the number follows */
    private static Optional<Target> target(URI uri, List<String> path, int at) {
        String server = uri.getScheme() + "://" + uri.getAuthority();
        Optional<String> number = Optional.of(path.get(at + 1));
        return Optional.ofNullable(
                switch (path.get(at)) {
                    case "pull" -> gitHub(server, path, at, number);
                    case "merge_requests" -> gitLab(server, path, at, number);
                    case "pullrequest" -> azure(server, path, number);
                    case "pull-requests" -> bitbucket(server, path, at, number);
                    default -> null;
                });
    }

    private static Target gitHub(String server, List<String> path, int at, Optional<String> number) {
        return at < 2
                ? null
                : new Target(
                        Platform.GITHUB,
                        gitHubApi(server),
                        path.get(at - 2) + "/" + path.get(at - 1),
                        number,
                        Optional.empty());
    }

    private static Target gitLab(String server, List<String> path, int at, Optional<String> number) {
        int end = path.get(at - 1).equals("-") ? at - 1 : at;
        return end < 2
                ? null
                : new Target(
                        Platform.GITLAB,
                        URI.create(server + "/api/v4"),
                        String.join("/", path.subList(0, end)),
                        number,
                        Optional.empty());
    }

    /** {@code /ORGANISATION/PROJECT/_git/REPOSITORY/pullrequest/5}, without the project where both are called alike. */
    private static Target azure(String server, List<String> path, Optional<String> number) {
        int git = path.indexOf("_git");
        if (git < 1 || git + 1 >= path.size()) {
            return null;
        }
        String repository = path.get(git + 1);
        boolean alike = git == 1 && server.endsWith("://dev.azure.com");
        String project = alike ? repository : path.get(git - 1);
        String collection = String.join("/", path.subList(0, alike ? git : git - 1));
        return new Target(
                Platform.AZURE,
                URI.create(server + (collection.isEmpty() ? "" : "/" + collection)),
                project + "/" + repository,
                number,
                Optional.empty());
    }

    private static Target bitbucket(String server, List<String> path, int at, Optional<String> number) {
        if (server.endsWith("://bitbucket.org")) {
            return new Target(
                    Platform.BITBUCKET,
                    URI.create("https://api.bitbucket.org/2.0"),
                    String.join("/", path.subList(0, at)),
                    number,
                    Optional.empty());
        }
        // /projects/KEY/repos/NAME/pull-requests/5, /users/NAME/repos/… for a personal one, perhaps below a context
        // path
        int projects = at - 4;
        if (projects < 0 || !path.get(at - 2).equals("repos")) {
            return null;
        }
        String owner = path.get(projects).equals("users") ? "~" + path.get(projects + 1) : path.get(projects + 1);
        String context = String.join("/", path.subList(0, projects));
        return new Target(
                Platform.BITBUCKET_SERVER,
                URI.create(server + (context.isEmpty() ? "" : "/" + context) + "/rest"),
                owner + "/" + path.get(at - 1),
                number,
                Optional.empty());
    }

    /** GitHub has its interface at a host of its own, an Enterprise Server below its address. */
    static URI gitHubApi(String server) {
        return URI.create(server.equals("https://github.com") ? "https://api.github.com" : server + "/api/v3");
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
