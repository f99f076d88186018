package dev.plumbline.publish.text;

/** Places in a text between which no character is torn apart. */
public final class CodePoints {
    private CodePoints() {}

    /** The index itself, or the one before it where it is in the middle of a surrogate pair. */
    public static int boundary(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
