package io.jenkins.plugins.plumbline.gate;

/** What a quality gate counts. */
public enum GateType {
    /** All findings. */
    TOTAL("findings"),
    /** Findings that the reference build does not have; none where there is no reference build. */
    NEW("new findings"),
    /** How many findings more there are than in the reference build; none where there is no reference build. */
    DELTA("findings more than in the reference build");

    private final String counted;

    GateType(String counted) {
        this.counted = counted;
    }

    /** What is counted, as a sentence has it. */
    public String counted() {
        return counted;
    }
}
