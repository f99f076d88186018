package dev.plumbline.iac.cloudformation.eval;

/**
 * Where in a resource a value stands, written out only where it is needed.
 *
 * @param parent null for the resource as a whole
 */
public record Place(Place parent, String member, int index) {
    private static final int MAX_LENGTH = 1000;

    public static final Place ROOT = new Place(null, "", -1);

    public Place member(String name) {
        return new Place(this, name, -1);
    }

    public Place item(int at) {
        return new Place(this, "", at);
    }

    /** {@code Rules[0].Id}; cut where it is longer than any that a person would read. */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        String before = parent.toString();
        if (before.length() + member.length() > MAX_LENGTH) {
            return before;
        }
        return index >= 0 ? before + "[" + index + "]" : before.isEmpty() ? member : before + "." + member;
    }
}
