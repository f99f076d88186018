package dev.plumbline.iac.arm.functions;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A URI or a relative reference, taken apart by RFC 3986, whatever characters it is made of.
 *
 * @param scheme without its colon; empty where there is none, as for all that come after it
 * @param authority with the two slashes before it
 * @param rest query and fragment, with the characters that open them
 */
record UriReference(String scheme, String authority, String path, String rest) {

    static UriReference parse(String text) {
        int colon = text.indexOf(':');
        int slash = first(text, "/?#", 0);
        String scheme = colon > 0 && colon < slash ? text.substring(0, colon) : "";
        int start = scheme.isEmpty() ? 0 : colon + 1;
        int path = text.startsWith("//", start) ? first(text, "/?#", start + 2) : start;
        int rest = first(text, "?#", path);
        return new UriReference(scheme, text.substring(start, path), text.substring(path, rest), text.substring(rest));
    }

    private static int first(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether it has a scheme and a host, written as the RFC has them. */
    boolean isAbsolute() {
        try {
            return !scheme.isEmpty() && new URI(scheme + ":" + authority).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What a reference means that is given relative to this, by section 5.2 of the RFC. */
    UriReference resolve(UriReference reference) {
        if (!reference.scheme.isEmpty()) {
            return reference;
        }
        if (!reference.authority.isEmpty()) {
            return new UriReference(scheme, reference.authority, reference.path, reference.rest);
        }
        if (reference.path.isEmpty()) {
            return new UriReference(scheme, authority, path, reference.rest.isEmpty() ? rest : reference.rest);
        }
        boolean absolute = reference.path.startsWith("/");
        String base = path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
        String merged = absolute ? reference.path : base + reference.path;
        return new UriReference(scheme, authority, withoutDots(merged), reference.rest);
    }

    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] written = path.split("/", -1);
        for (int i = 1; i < written.length; i++) {
            boolean dots = written[i].equals(".") || written[i].equals("..");
            if (written[i].equals("..")) {
                segments.pollLast();
            }
            if (!dots) {
                segments.addLast(written[i]);
            } else if (i == written.length - 1) {
                segments.addLast("");
            }
        }
        return "/" + String.join("/", segments);
    }

    @Override
    public String toString() {
        return (scheme.isEmpty() ? "" : scheme + ":") + authority + path + rest;
    }
}
