package dev.plumbline.rules.engine;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.rules.Finding;
import java.util.List;

/** What rules say of the resources of a unit. */
public record Assessment(List<Finding> findings, List<Diagnostic> diagnostics) {
    public Assessment {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
    }
}
