package dev.plumbline.iac.terraform.functions;

import com.google.re2j.Pattern;
import java.math.BigInteger;

/**
 * An address range in CIDR notation.
 *
 * @param network the first address, as a number
 * @param length how many leading bits are fixed
 * @param bits 32 for IPv4, 128 for IPv6
 */
record Prefix(BigInteger network, int length, int bits) {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final Pattern OCTET = Pattern.compile("[0-9]{1,3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    /** Reads {@code 10.0.0.0/8} or {@code fd00::/8}; host bits are cleared. */
    static Prefix parse(String text) throws FunctionException {
        int slash = text.indexOf('/');
        String length = text.substring(slash + 1);
        if (slash < 0 || text.length() > 64 || !LENGTH.matches(length)) {
            throw invalid(text);
        }
        String address = text.substring(0, slash);
        boolean v6 = address.indexOf(':') >= 0;
        int bits = v6 ? 128 : 32;
        int fixed = Integer.parseInt(length);
        if (fixed > bits) {
            throw invalid(text);
        }
        BigInteger number = v6 ? v6(address, text) : v4(address, text);
        return new Prefix(number.shiftRight(bits - fixed).shiftLeft(bits - fixed), fixed, bits);
    }

    private static FunctionException invalid(String text) {
        return new FunctionException("invalid CIDR expression: invalid CIDR address: " + text);
    }

    /** Leading zeros are accepted, as Terraform does for the sake of old configurations. */
    private static BigInteger v4(String address, String text) throws FunctionException {
        String[] octets = address.split("\\.", -1);
        if (octets.length != 4) {
            throw invalid(text);
        }
        BigInteger number = BigInteger.ZERO;
        for (String octet : octets) {
            if (!OCTET.matches(octet) || Integer.parseInt(octet) > 255) {
                throw invalid(text);
            }
            number = number.shiftLeft(8).or(new BigInteger(octet));
        }
        return number;
    }

    private static BigInteger v6(String address, String text) throws FunctionException {
        String full = address;
        int lastColon = address.lastIndexOf(':');
        if (address.indexOf('.') > 0) {
            BigInteger embedded = v4(address.substring(lastColon + 1), text);
            full = address.substring(0, lastColon + 1)
                    + embedded.shiftRight(16).toString(16)
                    + ":"
                    + embedded.and(BigInteger.valueOf(0xffff)).toString(16);
        }
        int gap = full.indexOf("::");
        String[] before = groups(gap < 0 ? full : full.substring(0, gap));
        String[] after = groups(gap < 0 ? "" : full.substring(gap + 2));
        int given = before.length + after.length;
        if (gap < 0 ? given != 8 : given > 7) {
            throw invalid(text);
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < 8; i++) {
            String group = i < before.length ? before[i] : i >= 8 - after.length ? after[i - 8 + after.length] : "0";
            if (!GROUP.matches(group)) {
                throw invalid(text);
            }
            number = number.shiftLeft(16).or(new BigInteger(group, 16));
        }
        return number;
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    /** The first address in its usual notation; for IPv6 that of RFC 5952. */
    String address() {
        int groups = bits == 32 ? 4 : 8;
        int width = bits / groups;
        int[] parts = new int[groups];
        for (int i = 0; i < groups; i++) {
            parts[i] = network.shiftRight(bits - width * (i + 1)).intValue() & ((1 << width) - 1);
        }
        if (bits == 32) {
            return "%d.%d.%d.%d".formatted(parts[0], parts[1], parts[2], parts[3]);
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && parts[i + run] == 0) {
                run++;
            }
            if (run > gapLength) {
                gapStart = i;
                gapLength = run;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(parts[i]));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return address() + "/" + length;
    }
}
