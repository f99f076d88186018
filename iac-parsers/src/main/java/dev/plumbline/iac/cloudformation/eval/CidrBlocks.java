package dev.plumbline.iac.cloudformation.eval;

import java.util.ArrayList;
import java.util.List;

/** What {@code Fn::Cidr} gives for blocks of IPv4. */
final class CidrBlocks {
    private static final int BITS = 32;
    private static final int MAX_COUNT = 256;

    private CidrBlocks() {}

    /**
     * The first blocks of a block.
     *
     * @param block {@code 10.0.0.0/16}
     * @param hostBits how many bits each has for its hosts
     * @return empty where the block cannot be divided like that
     */
    static List<String> of(String block, int count, int hostBits) {
        int slash = block.indexOf('/');
        long address = slash < 0 ? -1 : address(block.substring(0, slash));
        int prefix = slash < 0 ? -1 : number(block.substring(slash + 1), BITS);
        boolean possible = address >= 0 && prefix >= 0 && count >= 1 && count <= MAX_COUNT;
        if (!possible || hostBits < 0 || hostBits > BITS - prefix || (long) count << hostBits > 1L << (BITS - prefix)) {
            return List.of();
        }
        long first = address >> (BITS - prefix) << (BITS - prefix);
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = first + ((long) i << hostBits);
            blocks.add("%d.%d.%d.%d/%d"
                    .formatted(start >> 24, start >> 16 & 255, start >> 8 & 255, start & 255, BITS - hostBits));
        }
        return blocks;
    }

    private static long address(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return -1;
        }
        long address = 0;
        for (String part : parts) {
            int octet = number(part, 255);
            if (octet < 0) {
                return -1;
            }
            address = address << 8 | octet;
        }
        return address;
    }

    /** A decimal number from 0 to {@code most}; -1 where it is none. */
    private static int number(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        return number <= most ? number : -1;
    }
}
