package dev.plumbline.iac.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a resource is called. What is not known of a name stands in angle brackets: {@code logs<uniqueString(…)>}.
 *
 * @param scope the id of what it is deployed to: a resource group, a subscription, another resource
 * @param type in full: {@code Microsoft.Sql/servers/databases}
 * @param name in full, a segment for each segment of the type behind the namespace: {@code srv/db}
 */
record ResourceName(String scope, String type, String name) {

    /** A segment of a name that would be longer is not worth reading. */
    private static final int MAX_READABLE = 100;

    /**
     * The name of a resource with that type and name as written, in full. An extension resource written as a child of
     * what it extends ({@code …/providers/locks}) gets the type it really has.
     */
    static ResourceName of(String scope, String type, String name) {
        List<String> types = split(type);
        List<String> names = split(name);
        for (int i = types.size() - 2; i > 0; i--) {
            if (types.get(i).equalsIgnoreCase("providers") && names.size() >= i) {
                String extended = of(
                                scope, String.join("/", types.subList(0, i)), String.join("/", names.subList(0, i - 1)))
                        .id();
                String extension = names.get(i - 1) + "/" + String.join("/", types.subList(i + 1, types.size()));
                return new ResourceName(extended, extension, String.join("/", names.subList(i, names.size())));
            }
        }
        return new ResourceName(scope, type, name);
    }

    String id() {
        return scope + "/providers/" + relative();
    }

    /** The id from the namespace on: {@code Microsoft.Sql/servers/srv/databases/db}. */
    String relative() {
        List<String> types = split(type);
        List<String> names = split(name);
        StringBuilder id = new StringBuilder(types.get(0));
        for (int i = 1; i < types.size(); i++) {
            id.append('/').append(types.get(i)).append('/').append(i <= names.size() ? names.get(i - 1) : "<unknown>");
        }
        for (int i = types.size() - 1; i < names.size(); i++) {
            id.append('/').append(names.get(i));
        }
        return id.toString();
    }

    /** The name, fit for people. */
    String readable() {
        List<String> segments = new ArrayList<>();
        for (String segment : split(name)) {
            segments.add(segment.isEmpty() || segment.length() > MAX_READABLE ? "<unknown>" : segment);
        }
        return String.join("/", segments);
    }

    /** Ids are matched without regard to case. */
    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** The segments between slashes; one inside of angle brackets does not count. */
    static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth = Math.max(0, depth - 1);
            } else if (c == '/' && depth == 0) {
                segments.add(path.substring(start, i));
                start = i + 1;
            }
        }
        segments.add(path.substring(start));
        return segments;
    }
}
