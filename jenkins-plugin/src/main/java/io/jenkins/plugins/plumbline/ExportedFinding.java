package io.jenkins.plugins.plumbline;

import io.jenkins.plugins.plumbline.report.Report.Finding;
import java.util.Locale;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A finding in the remote API. */
@ExportedBean(defaultVisibility = 2)
public final class ExportedFinding {
    private final int key;
    private final Finding finding;

    ExportedFinding(int key, Finding finding) {
        this.key = key;
        this.finding = finding;
    }

    /** Its number, by which its page is found. */
    @Exported
    public int getKey() {
        return key;
    }

    @Exported
    public String getRule() {
        return finding.rule();
    }

    @Exported
    public String getSeverity() {
        return finding.severity().id();
    }

    @Exported
    public String getState() {
        return finding.state();
    }

    @Exported
    public String getChange() {
        return finding.change() == null ? null : finding.change().name().toLowerCase(Locale.ROOT);
    }

    @Exported
    public String getResource() {
        return finding.address();
    }

    @Exported
    public String getType() {
        return finding.type();
    }

    @Exported
    public String getFile() {
        return finding.place().file();
    }

    @Exported
    public int getLine() {
        return finding.place().startLine();
    }

    @Exported
    public int getColumn() {
        return finding.place().startColumn();
    }

    @Exported
    public String getFingerprint() {
        return finding.fingerprint();
    }
}
