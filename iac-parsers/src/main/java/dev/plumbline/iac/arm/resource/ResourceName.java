package dev.plumbline.iac.arm.resource;

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
public record ResourceName(String scope, String type, String name) {

    /** What stands for an unknown part of a name is not worth reading where it is longer. */
    private static final int MAX_READABLE = 60;

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

    /** The name, fit for people: of what stands for a long unknown part, the function alone is shown. */
    public String readable() {
        StringBuilder readable = new StringBuilder();
        for (int i = 0; i < name.length(); ) {
            int end = name.charAt(i) == '<' ? closing(name, i) : i + 1;
            String part = name.substring(i, end);
            int call = part.indexOf('(');
            boolean tooLong = part.length() > MAX_READABLE;
            readable.append(tooLong ? (call < 0 ? "<unknown>" : part.substring(0, call) + "(…)>") : part);
            i = end;
        }
        return readable.isEmpty() ? "<unknown>" : readable.toString();
    }

    /** Behind the bracket that closes the one at {@code open}. */
    static int closing(String name, int open) {
        int depth = 0;
        for (int i = open; i < name.length(); i++) {
            depth += name.charAt(i) == '<' ? 1 : name.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return name.length();
    }

    /** Ids are matched without regard to case. */
    public static String key(String id) {
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
