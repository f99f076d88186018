package dev.plumbline.annotate.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.Outcome;
import dev.plumbline.annotate.Reports;
import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.diff.UnifiedDiff;
import dev.plumbline.annotate.report.Report;
import dev.plumbline.rules.Severity;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Outcome annotate(Report report, Optional<ChangedLines> changed) {
        return new WorkflowCommands(new PrintStream(out, true, StandardCharsets.UTF_8), changed).annotate(report);
    }

    private String[] lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }

    @Test
    void eachFindingIsACommand() {
        annotate(Reports.blocked(Reports.fixable()), Optional.empty());
        assertThat(lines())
                .containsExactly(
                        "::error file=infra/main.tf,line=3,title=High%3A Secure transfer to storage accounts should"
                                + " be enabled::azurerm_storage_account.shop. Over plain HTTP, keys can be read on the way. Set"
                                + " secure transfer to required. Set https_traffic_only_enabled to true."
                                + " [azure-storage-secure-transfer]");
    }

    @Test
    void whatEndsACommandIsEscaped() {
        assertThat(WorkflowCommands.data("100%\r\n::set-output::a,b")).isEqualTo("100%25%0A::set-output::a,b");
        assertThat(WorkflowCommands.property("a:b,c%\n")).isEqualTo("a%3Ab%2Cc%25");
    }

    @Test
    void hostileTextBeginsNoCommand() {
        annotate(Reports.blocked(Reports.hostile()), Optional.empty());
        assertThat(lines()).hasSize(1).allMatch(line -> line.startsWith("::warning file=infra/main.tf,line=2,title="));
    }

    @Test
    void tenOfALevelAreTold() {
        Outcome outcome = annotate(Reports.blocked(Reports.many(120)), Optional.empty());
        assertThat(lines()).hasSize(10);
        assertThat(outcome.created()).isEqualTo(10);
        assertThat(outcome.elsewhere()).isEqualTo(110);
    }

    @Test
    void linesThatNobodyChangedAreLeftOut() {
        ChangedLines changed = new ChangedLines();
        UnifiedDiff.read(Reports.FILE, Reports.PATCH, changed);
        Outcome outcome = annotate(Reports.blocked(Reports.fixable(), Reports.elsewhere()), Optional.of(changed));
        assertThat(lines()).hasSize(1);
        assertThat(outcome.elsewhere()).isEqualTo(1);
    }

    @Test
    void levelsFollowSeverities() {
        assertThat(WorkflowCommands.Level.of(Severity.CRITICAL)).isEqualTo(WorkflowCommands.Level.ERROR);
        assertThat(WorkflowCommands.Level.of(Severity.MEDIUM)).isEqualTo(WorkflowCommands.Level.WARNING);
        assertThat(WorkflowCommands.Level.of(Severity.LOW)).isEqualTo(WorkflowCommands.Level.NOTICE);
    }
}
