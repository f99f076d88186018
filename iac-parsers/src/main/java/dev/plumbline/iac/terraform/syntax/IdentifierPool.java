package dev.plumbline.iac.terraform.syntax;

/** Makes one string for an identifier that occurs again and again in a file. Of a fixed size; forgets when full. */
final class IdentifierPool {
    private static final int SIZE = 512;

    private final String[] pool = new String[SIZE];

    /** @param hash of the characters; equal ones have equal hashes */
    String get(char[] text, int start, int end, int hash) {
        int slot = (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (SIZE - 1);
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
