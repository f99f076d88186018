package dev.plumbline.iac.cloudformation.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Addresses of IPv6 as text, by RFC 4291 and, written, RFC 5952. */
final class Ip6 {
    static final int BITS = 128;

    private static final int GROUPS = 8;

    private Ip6() {}

    /** The address; null where the text is none. One with an address of IPv4 at its end is not read. */
    static BigInteger parse(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        BigInteger address = BigInteger.ZERO;
        for (int group : head) {
            address = address.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        address = address.shiftLeft(16 * missing);
        for (int group : tail) {
            address = address.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        return address;
    }

    private static List<Integer> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            if (!group.matches("[0-9A-Fa-f]{1,4}")) {
                return null;
            }
            groups.add(Integer.parseInt(group, 16));
        }
        return groups;
    }

    /** The shortest form: the longest run of two zero groups or more is left out. */
    static String format(BigInteger address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = address.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xFFFF;
        }
        int start = GROUPS;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
