package dev.plumbline.iac.arm.resource;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Tells which file of the tree the address of a linked template means.
 *
 * <p>Where a template will be stored is not known before the deployment, but the files that it links to are kept beside
 * it, as they are in the tree: an address that is made of the address of a template ({@code
 * deployment().properties.templateLink.uri}) or of the parameter {@code _artifactsLocation}, by convention the place of
 * the outermost template, is one relative to that template's file. So is an address on the web in which the name of the
 * outermost template's directory occurs, since public templates link to their own repository.
 */
final class TemplateLinks {
    private static final String URI_CALL = "<uri(";

    private final String home;
    private final List<Base> bases = new ArrayList<>();

    /** An address that stands for a path in the tree: a file, or a directory with a slash at its end. */
    private record Base(String address, String path) {}

    /** @param path the outermost template's file */
    TemplateLinks(String path) {
        this.home = directory(path);
    }

    /** @param address as known, or the symbol that stands for it; an empty one is of no use */
    void isAt(String address, String path) {
        if (!address.isEmpty()) {
            bases.add(new Base(address, path));
        }
    }

    /** The address that parameter {@code _artifactsLocation} has. */
    void isHome(String address) {
        isAt(address, home);
    }

    /** The path in the tree that an address means, which need not be a file; null where that is not known. */
    String path(String address) {
        String found = written(address);
        return found == null ? null : normalized(withoutQuery(found));
    }

    /** The path that a template in the file {@code from} means by a relative path; null where it leaves the tree. */
    String relative(String from, String relativePath) {
        return normalized(directory(from) + relativePath.replace('\\', '/'));
    }

    private String written(String address) {
        for (Base base : bases) {
            if (address.equals(base.address())) {
                return base.path();
            }
        }
        int end = address.startsWith(URI_CALL) ? ResourceName.closing(address, 0) : 0;
        if (end > 0 && address.startsWith("')>", end - 3)) {
            String start = resolved(address.substring(0, end));
            return start == null ? null : start + address.substring(end);
        }
        for (Base base : bases) {
            if (address.startsWith(base.address())) {
                return directory(base.path())
                        + relative(address.substring(base.address().length()));
            }
            String parent = directory(base.address());
            if (base.address().indexOf("://") > 0 && address.startsWith(parent)) {
                return directory(base.path()) + address.substring(parent.length());
            }
        }
        return onTheWeb(address);
    }

    /** What {@code <uri(base, 'relative')>} means. */
    private String resolved(String symbol) {
        int comma = symbol.lastIndexOf(", '");
        if (comma < URI_CALL.length()) {
            return null;
        }
        String base = symbol.substring(URI_CALL.length(), comma);
        boolean text = base.startsWith("'") && base.endsWith("'") && base.length() > 1;
        String path = written(text ? base.substring(1, base.length() - 1) : "<" + base + ">");
        return path == null
                ? null
                : directory(path)
                        + relative(symbol.substring(comma + ", '".length(), symbol.length() - "')>".length()));
    }

    private String onTheWeb(String address) {
        int host = address.indexOf("://");
        String name = home.isEmpty() ? "" : "/" + home.substring(home.lastIndexOf('/', home.length() - 2) + 1);
        int at = host < 0 || name.isEmpty() ? -1 : address.lastIndexOf(name);
        return at < 0 ? null : home + address.substring(at + name.length());
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String directory(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Without a query, or what is not known of an address, such as a token at its end. */
    private static String withoutQuery(String path) {
        int end = path.length();
        for (char stop : new char[] {'?', '#', '<'}) {
            int at = path.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        return path.substring(0, end);
    }

    private static String normalized(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..") && segments.pollLast() == null) {
                return null;
            }
            if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
