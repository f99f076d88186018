package dev.plumbline.iac.cloudformation.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What {@code Fn::Cidr} gives, for blocks of IPv4 and of IPv6. */
final class CidrBlocks {
    private static final int MAX_COUNT = 256;

    private CidrBlocks() {}

    /**
     * The first blocks of a block.
     *
     * @param block {@code 10.0.0.0/16}, {@code 2001:db8::/56}
     * @param hostBits how many bits each has for its hosts
     * @return empty where the block cannot be divided like that
     */
    static List<String> of(String block, int count, int hostBits) {
        int slash = block.indexOf('/');
        String written = slash < 0 ? "" : block.substring(0, slash);
        boolean wide = written.indexOf(':') >= 0;
        BigInteger address = wide ? Ip6.parse(written) : ip4(written);
        int bits = wide ? Ip6.BITS : 32;
        int prefix = slash < 0 ? -1 : number(block.substring(slash + 1), bits);
        if (address == null || prefix < 0 || count < 1 || count > MAX_COUNT || hostBits < 0) {
            return List.of();
        }
        int room = bits - prefix;
        if (hostBits > room || BigInteger.valueOf(count).compareTo(BigInteger.ONE.shiftLeft(room - hostBits)) > 0) {
            return List.of();
        }
        BigInteger size = BigInteger.ONE.shiftLeft(hostBits);
        BigInteger start = address.shiftRight(room).shiftLeft(room);
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add((wide ? Ip6.format(start) : ip4(start)) + "/" + (bits - hostBits));
            start = start.add(size);
        }
        return blocks;
    }

    private static BigInteger ip4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long address = 0;
        for (String part : parts) {
            int octet = number(part, 255);
            if (octet < 0) {
                return null;
            }
            address = address << 8 | octet;
        }
        return BigInteger.valueOf(address);
    }

    private static String ip4(BigInteger address) {
        long bits = address.longValue();
        return "%d.%d.%d.%d".formatted(bits >> 24, bits >> 16 & 255, bits >> 8 & 255, bits & 255);
    }

    /** A decimal number from 0 to {@code most}; -1 where it is none. */
    private static int number(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        return number <= most ? number : -1;
    }
}
