package dev.plumbline.rules.compliance;

import java.util.Locale;

/** What a scan says of a control, the worst of it. */
public enum ControlState {
    /** At least one verdict is a failure that nothing exempts. */
    FAILED,
    /** None is, but at least one verdict is unknown. */
    UNKNOWN,
    /** All verdicts are passes, or exempted as mitigated. */
    PASSED,
    /** All that was found is waived. */
    WAIVED,
    /** There are rules for it, and no resource that they speak of. */
    NOT_ASSESSED,
    /** No rule speaks to it. */
    NOT_COVERED;

    /** {@code not-assessed} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code not assessed} */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
