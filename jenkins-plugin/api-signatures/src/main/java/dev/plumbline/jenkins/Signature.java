package dev.plumbline.jenkins;

/** Thrown where a signature is called, which never is on a class path at run time. */
public final class Signature extends UnsupportedOperationException {
    private static final long serialVersionUID = 1L;

    private Signature() {
        super("a signature to compile against has no behaviour");
    }

    /** Stands for what the real method gives. */
    public static <T> T called() {
        throw new Signature();
    }
}
