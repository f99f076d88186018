package dev.plumbline.publish;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import java.util.Locale;

/** What a reader is to make of a finding: its verdict, unless an exemption or the baseline says more. */
public enum FindingState {
    FAILED,
    /** Failed, as the baseline knew. */
    KNOWN,
    UNKNOWN,
    EXEMPTED,
    PASSED;

    public static FindingState of(Finding finding, ScanResult result) {
        if (finding.isExempted()) {
            return EXEMPTED;
        }
        return switch (finding.verdict()) {
            case PASS -> PASSED;
            case UNKNOWN -> UNKNOWN;
            case FAIL -> result.comparison().accepts(finding) ? KNOWN : FAILED;
        };
    }

    /** The name used in reports: {@code failed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
