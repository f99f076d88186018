package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import java.util.List;
import java.util.Locale;

/** Exemptions, one readable line each: {@code "CHECKOV CKV_AWS_20 covers block 3:1-9:2"}. */
public final class Exempted {
    private Exempted() {}

    public static List<String> lines(ScanUnit unit) {
        return unit.exemptions().stream().map(Exempted::line).toList();
    }

    static String line(Exemption exemption) {
        SourceRange scope = exemption.scope();
        return "%s %s covers %s %d:%d-%d:%d"
                .formatted(
                        exemption.syntax(),
                        String.join(",", exemption.rules()),
                        exemption.reach().name().toLowerCase(Locale.ROOT),
                        scope.startLine(),
                        scope.startColumn(),
                        scope.endLine(),
                        scope.endColumn());
    }

    public static List<String> problems(ScanUnit unit) {
        return unit.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().startsWith("exemption"))
                .map(diagnostic -> diagnostic.range().startLine() + ": " + diagnostic.summary())
                .toList();
    }
}
