package dev.plumbline.rules.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a finding from scan to scan. Lines and positions in lists are no part of it: they move. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 over the parts, in lower-case hexadecimal. */
    static String of(String rule, String unit, String address, String attribute) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {rule, unit, address, attribute}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
