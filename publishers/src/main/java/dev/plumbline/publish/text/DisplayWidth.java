package dev.plumbline.publish.text;

/** How many columns of a terminal a character takes, by Unicode's East Asian Width and combining marks. */
public final class DisplayWidth {
    /** First and last of each block of wide characters, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF,
        0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300,
        0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1FAFF, 0x20000, 0x3FFFD,
    };

    private DisplayWidth() {}

    /** 0, 1 or 2. */
    public static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                return 0;
            }
            default -> {
                for (int i = 0; i < WIDE.length && c >= WIDE[i]; i += 2) {
                    if (c <= WIDE[i + 1]) {
                        return 2;
                    }
                }
                return 1;
            }
        }
    }

    /** The columns that a text takes that holds nothing but shown characters. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }
}
