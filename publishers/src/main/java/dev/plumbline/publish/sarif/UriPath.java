package dev.plumbline.publish.sarif;

import java.nio.charset.StandardCharsets;

/** File paths as relative URI references (RFC 3986). */
final class UriPath {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    private static final String HEX = "0123456789ABCDEF";

    private UriPath() {}

    /** Percent-encodes all but unreserved characters and {@code /}; so a colon never makes a scheme. */
    static String of(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            if (unit > 0 && UNRESERVED.indexOf(unit) >= 0) {
                uri.append((char) unit);
            } else {
                uri.append('%').append(HEX.charAt(unit >> 4 & 0xF)).append(HEX.charAt(unit & 0xF));
            }
        }
        return uri.toString();
    }
}
