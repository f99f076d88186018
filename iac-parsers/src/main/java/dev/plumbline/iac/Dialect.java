package dev.plumbline.iac;

/** The language in which a resource is written. */
public enum Dialect {
    TERRAFORM("terraform"),
    ARM("arm"),
    BICEP("bicep"),
    CLOUDFORMATION("cloudformation");

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    /** The name used in rule files, reports and on the command line. */
    public String id() {
        return id;
    }
}
