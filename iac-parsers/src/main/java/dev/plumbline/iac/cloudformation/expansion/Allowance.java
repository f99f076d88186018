package dev.plumbline.iac.cloudformation.expansion;

/** What the expansion of one template may still cost, so that a short template cannot become a huge one. */
final class Allowance {
    /** Thrown where an expansion makes more than any template that can be deployed holds: a megabyte. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("more than a template may hold", null, false, false);
        }
    }

    private int nodes = 200_000;
    private int characters = 4 << 20;

    /** Takes a node with so much text that is made for it. */
    void spend(int text) {
        nodes--;
        characters -= text;
        if (nodes < 0 || characters < 0) {
            throw new Exceeded();
        }
    }
}
