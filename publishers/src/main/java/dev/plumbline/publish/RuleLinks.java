package dev.plumbline.publish;

import dev.plumbline.rules.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where reports say that a rule's page is to be read, for those who publish {@code docs/rules} or pages of their own. */
public final class RuleLinks {
    /** Reports carry the documentation, and no link. */
    public static final RuleLinks NONE = new RuleLinks("");

    private static final String ID = "{id}";

    private final String pages;

    private RuleLinks(String pages) {
        this.pages = pages;
    }

    /**
     * Links to published pages.
     *
     * @param address where {@code docs/rules} is published, or an address with {@code {id}} in the place of a rule's id
     * @throws IllegalArgumentException where that is no address of the web
     */
    public static RuleLinks to(String address) {
        try {
            URI uri = new URI(address.replace(ID, "id"));
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new IllegalArgumentException("'" + address + "' does not begin with https:// and a host");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + address + "' is not an address: " + e.getReason(), e);
        }
        return new RuleLinks(address);
    }

    /** The page of a rule; empty where none is published. */
    public Optional<String> of(Rule rule) {
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        if (pages.contains(ID)) {
            return Optional.of(pages.replace(ID, rule.id()));
        }
        String[] parts = rule.id().split("-", 3);
        return parts.length < 3
                ? Optional.empty()
                : Optional.of("%s%s%s/%s.md#%s"
                        .formatted(pages, pages.endsWith("/") ? "" : "/", parts[0], parts[1], rule.id()));
    }
}
