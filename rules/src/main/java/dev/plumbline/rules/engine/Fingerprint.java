package dev.plumbline.rules.engine;

import dev.plumbline.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Identifies a finding from scan to scan: by what it says, not by where that is written. Files, directories, lines and
 * positions in lists are no part of it: they move. See {@code docs/adr/0006-identity-of-findings.md}.
 */
public final class Fingerprint {
    private static final char ORDINAL = ':';

    private Fingerprint() {}

    /**
     * SHA-256 over the parts, in lower-case hexadecimal.
     *
     * @param element the {@link ElementKey} where the finding is about an element of a list; empty otherwise
     */
    static String of(String rule, String address, String attribute, String element) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {rule, address, attribute, element}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The same findings, in their order, each with a fingerprint of its own: where units deploy the like, the second that
     * says the same has {@code :2} at its end. Passes count too, so that mending one does not renumber the others.
     */
    public static List<Finding> distinct(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<Finding> distinct = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            int number = seen.merge(finding.fingerprint(), 1, Integer::sum);
            distinct.add(number == 1 ? finding : finding.withFingerprint(finding.fingerprint() + ORDINAL + number));
        }
        return distinct;
    }

    /** What findings share that say the same in different units: a fingerprint without the number at its end. */
    public static String content(String fingerprint) {
        int end = fingerprint.lastIndexOf(ORDINAL);
        return end < 0 ? fingerprint : fingerprint.substring(0, end);
    }
}
