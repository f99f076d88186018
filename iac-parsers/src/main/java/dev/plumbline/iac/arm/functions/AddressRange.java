package dev.plumbline.iac.arm.functions;

import java.math.BigInteger;

/**
 * A range of IPv4 or IPv6 addresses that share their first bits.
 *
 * @param first its first address
 * @param prefix how many bits they share
 * @param bits how many bits an address has: 32 or 128
 */
record AddressRange(BigInteger first, int prefix, int bits) {

    /** @return null where the text is not an address range in CIDR notation */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || text.length() > 64) {
            return null;
        }
        String address = text.substring(0, slash);
        int bits = address.indexOf(':') >= 0 ? 128 : 32;
        BigInteger value = bits == 32 ? version4(address) : version6(address);
        int prefix = number(text.substring(slash + 1), 10, bits);
        if (value == null || prefix < 0) {
            return null;
        }
        return new AddressRange(value.shiftRight(bits - prefix).shiftLeft(bits - prefix), prefix, bits);
    }

    boolean isVersion4() {
        return bits == 32;
    }

    BigInteger last() {
        return first.add(BigInteger.ONE.shiftLeft(bits - prefix)).subtract(BigInteger.ONE);
    }

    BigInteger mask() {
        return BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(bits - prefix);
    }

    /** An address of this kind as text, IPv6 in RFC 5952's short form. */
    String text(BigInteger address) {
        return isVersion4() ? text4(address) : text6(address);
    }

    private static BigInteger version4(String text) {
        String[] parts = text.split("\\.", -1);
        BigInteger value = BigInteger.ZERO;
        for (String part : parts) {
            int octet = number(part, 10, 255);
            if (octet < 0) {
                return null;
            }
            value = value.shiftLeft(8).or(BigInteger.valueOf(octet));
        }
        return parts.length == 4 ? value : null;
    }

    private static BigInteger version6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        int missing = 8 - head.length - tail.length;
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        BigInteger start = join(head);
        BigInteger end = join(tail);
        return start == null || end == null
                ? null
                : start.shiftLeft(16 * (8 - head.length)).or(end);
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static BigInteger join(String[] groups) {
        BigInteger value = BigInteger.ZERO;
        for (String part : groups) {
            int group = number(part, 16, 0xffff);
            if (group < 0) {
                return null;
            }
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return value;
    }

    /** Digits alone, up to {@code maximum}; -1 where the text is not that. */
    private static int number(String text, int radix, int maximum) {
        if (text.isEmpty() || text.length() > 4 || text.chars().anyMatch(c -> Character.digit(c, radix) < 0)) {
            return -1;
        }
        int value = Integer.parseInt(text, radix);
        return value <= maximum ? value : -1;
    }

    private static String text4(BigInteger address) {
        int value = address.intValue();
        return (value >>> 24) + "." + (value >>> 16 & 255) + "." + (value >>> 8 & 255) + "." + (value & 255);
    }

    private static String text6(BigInteger address) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = address.shiftRight(16 * (7 - i)).intValue() & 0xffff;
        }
        int gap = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                gap = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gap) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.length() == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
