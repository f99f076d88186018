package dev.plumbline.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * By what a finding is known from scan to scan: by what it says, not by where that is written. Files, directories, lines
 * and positions in lists are no part of it: they move. See {@code docs/adr/0006-identity-of-findings.md}.
 *
 * @param rule the rule's id
 * @param address of the resource
 * @param attribute that the rule looks at; empty for the resource as a whole
 * @param element what tells the element of a list that the finding is about from the others; empty where it is about none
 * @param number 1 for the first finding of a scan that says this, 2 for the next
 */
public record Identity(String rule, String address, String attribute, String element, int number) {
    private static final char NUMBER = ':';

    public Identity {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(element, "element");
        if (number < 1) {
            throw new IllegalArgumentException("findings are counted from 1 on, not from " + number);
        }
    }

    /** Of the first finding that says this. */
    public Identity(String rule, String address, String attribute, String element) {
        this(rule, address, attribute, element, 1);
    }

    // Written out: every verdict is looked up by its identity several times, and a record's own equality is made of
    // method handles, which are slow in a process that has just started.
    @Override
    public boolean equals(Object object) {
        return object instanceof Identity other
                && rule.equals(other.rule)
                && address.equals(other.address)
                && attribute.equals(other.attribute)
                && element.equals(other.element)
                && number == other.number;
    }

    @Override
    public int hashCode() {
        int hash = rule.hashCode();
        hash = 31 * hash + address.hashCode();
        hash = 31 * hash + attribute.hashCode();
        hash = 31 * hash + element.hashCode();
        return 31 * hash + number;
    }

    /**
     * The fingerprint: SHA-256 over all but the number in lower-case hexadecimal, and {@code :2} at its end where that is
     * the number. Worked out when it is asked for, since most findings are passes, which nobody refers to.
     */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {rule, address, attribute, element}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            String content = HexFormat.of().formatHex(digest.digest());
            return number == 1 ? content : content + NUMBER + number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What findings share that say the same in different units: a fingerprint without the number at its end. */
    public static String content(String fingerprint) {
        int end = fingerprint.lastIndexOf(NUMBER);
        return end < 0 ? fingerprint : fingerprint.substring(0, end);
    }

    /**
     * The same findings, in their order, each with an identity of its own: where units deploy the like, the second that
     * says the same has the number 2. Passes count too, so that mending one does not renumber the others.
     */
    static List<Finding> distinct(List<Finding> findings) {
        Map<Identity, Integer> seen = new HashMap<>();
        List<Finding> distinct = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            Identity same = finding.identity();
            int next = seen.merge(same, 1, Integer::sum);
            distinct.add(
                    next == 1
                            ? finding
                            : finding.knownBy(
                                    new Identity(same.rule, same.address, same.attribute, same.element, next)));
        }
        return distinct;
    }
}
