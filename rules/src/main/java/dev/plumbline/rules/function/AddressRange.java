package dev.plumbline.rules.function;

import java.math.BigInteger;
import java.util.List;

/**
 * A range of IP addresses in CIDR notation, read without any look-up of names.
 *
 * @param first the first address as a number
 * @param last the last address, inclusive
 * @param bits 32 for IPv4, 128 for IPv6
 */
record AddressRange(BigInteger first, BigInteger last, int bits) {

    /** What is not routed publicly, from IANA's registries of special-purpose addresses (RFC 6890). */
    private static final List<AddressRange> NOT_PUBLIC = List.of(
            parse("0.0.0.0/8"),
            parse("10.0.0.0/8"),
            parse("100.64.0.0/10"),
            parse("127.0.0.0/8"),
            parse("169.254.0.0/16"),
            parse("172.16.0.0/12"),
            parse("192.0.0.0/24"),
            parse("192.0.2.0/24"),
            parse("192.168.0.0/16"),
            parse("198.18.0.0/15"),
            parse("198.51.100.0/24"),
            parse("203.0.113.0/24"),
            parse("224.0.0.0/4"),
            parse("240.0.0.0/4"),
            parse("::/127"),
            parse("::ffff:0:0/96"),
            parse("100::/64"),
            parse("2001:db8::/32"),
            parse("fc00::/7"),
            parse("fe80::/10"),
            parse("ff00::/8"));

    /** An address or a range; null where the text is neither. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean six = address.indexOf(':') >= 0;
        BigInteger number = six ? Ipv6.parse(address) : ipv4(address);
        int bits = six ? 128 : 32;
        int length = slash < 0 ? bits : decimal(text.substring(slash + 1), bits);
        if (number == null || length < 0) {
            return null;
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - length);
        BigInteger start = number.shiftRight(bits - length).shiftLeft(bits - length);
        return new AddressRange(start, start.add(size).subtract(BigInteger.ONE), bits);
    }

    /** Whether this is every address there is. */
    boolean isEverything() {
        return first.signum() == 0 && last.bitLength() == bits && last.bitCount() == bits;
    }

    /** How many leading bits all its addresses share: 24 for {@code 192.0.2.0/24}, 32 for a single IPv4 address. */
    int prefixLength() {
        return bits - last.subtract(first).bitLength();
    }

    /** Whether any address of it is routed publicly. */
    boolean isPublic() {
        BigInteger from = first;
        // The registry's ranges are disjoint and in order: step over those that begin where we stand.
        for (AddressRange special : NOT_PUBLIC) {
            if (special.bits == bits && special.first.compareTo(from) <= 0 && special.last.compareTo(from) >= 0) {
                from = special.last.add(BigInteger.ONE);
            }
        }
        return from.compareTo(last) <= 0;
    }

    private static BigInteger ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long number = 0;
        for (String part : parts) {
            int octet = decimal(part, 255);
            if (octet < 0) {
                return null;
            }
            number = number << 8 | octet;
        }
        return BigInteger.valueOf(number);
    }

    /** A number of up to three digits from 0 to {@code most}, or -1. */
    static int decimal(String text, int most) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number <= most ? number : -1;
    }

    /** The text form of RFC 4291, section 2.2. */
    private static final class Ipv6 {
        private Ipv6() {}

        static BigInteger parse(String text) {
            int gap = text.indexOf("::");
            if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
                return null;
            }
            String[] head = groups(gap < 0 ? text : text.substring(0, gap));
            String[] tail = gap < 0 ? new String[0] : groups(text.substring(gap + 2));
            int written = count(head) + count(tail);
            if (gap < 0 ? written != 8 : written > 7) {
                return null;
            }
            BigInteger number = append(BigInteger.ZERO, head);
            if (number != null) {
                number = append(number.shiftLeft(16 * (8 - written)), tail);
            }
            return number;
        }

        private static String[] groups(String text) {
            return text.isEmpty() ? new String[0] : text.split(":", -1);
        }

        private static int count(String[] groups) {
            return groups.length > 0 && groups[groups.length - 1].indexOf('.') >= 0 ? groups.length + 1 : groups.length;
        }

        private static BigInteger append(BigInteger to, String[] groups) {
            BigInteger number = to;
            for (int i = 0; i < groups.length; i++) {
                String group = groups[i];
                BigInteger dotted = i == groups.length - 1 && group.indexOf('.') >= 0 ? ipv4(group) : null;
                if (dotted != null) {
                    number = number.shiftLeft(32).or(dotted);
                } else if (!group.isEmpty()
                        && group.length() <= 4
                        && group.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
                    number = number.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(group, 16)));
                } else {
                    return null;
                }
            }
            return number;
        }
    }
}
