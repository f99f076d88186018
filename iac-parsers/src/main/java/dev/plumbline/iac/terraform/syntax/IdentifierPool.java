package dev.plumbline.iac.terraform.syntax;

/** Makes one string for an identifier that occurs again and again in a file. Of a fixed size; forgets when full. */
final class IdentifierPool {
    private static final int MAX_SIZE = 1024;

    private final String[] pool;

    /** @param length of the file */
    IdentifierPool(int length) {
        pool = new String[Math.min(MAX_SIZE, Integer.highestOneBit(length / 8 + 8))];
    }

    /** @param hash of the characters; equal ones have equal hashes */
    String get(char[] text, int start, int end, int hash) {
        int slot = (hash ^ (hash >>> 11)) & (pool.length - 1);
        String known = pool[slot];
        if (known == null || !isEqual(known, text, start, end)) {
            known = new String(text, start, end - start);
            pool[slot] = known;
        }
        return known;
    }

    private static boolean isEqual(String known, char[] text, int start, int end) {
        if (known.length() != end - start) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != text[start + i]) {
                return false;
            }
        }
        return true;
    }
}
