package io.jenkins.plugins.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import dev.plumbline.rules.Severity;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateDecision;
import io.jenkins.plugins.plumbline.gate.GateRule;
import io.jenkins.plugins.plumbline.gate.GateType;
import io.jenkins.plugins.plumbline.report.Counts;
import io.jenkins.plugins.plumbline.report.RunSummary;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.support.Reports;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What Jenkins keeps of ours in its XML, read as its XStream does. The files were written by the first version. */
class PersistenceTest {
    /** A build as Jenkins keeps it, in so far as it matters here. */
    static final class Build {
        private List<Object> actions;
    }

    private static XStream xstream() {
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY); // the test's own files
        xstream.ignoreUnknownElements();
        xstream.alias("build", Build.class);
        return xstream;
    }

    private static <T> T read(String name, Class<T> type) throws Exception {
        try (InputStream in = Objects.requireNonNull(PersistenceTest.class.getResourceAsStream(name))) {
            return type.cast(xstream().fromXML(in));
        }
    }

    @Test
    void aBuildOfTheFirstVersionHasItsNumbers() throws Exception {
        Build build = read("build-1.xml", Build.class);
        PlumblineAction action = (PlumblineAction) build.actions.get(0);
        assertThat(action.getUrlName()).isEqualTo("plumbline");
        assertThat(action.getDisplayName()).isEqualTo("Plumbline");
        RunSummary summary = action.summary();
        assertThat(summary.score()).isEqualTo(62.5);
        assertThat(summary.counts()).isEqualTo(new Counts(1, 2, 3, 4));
        assertThat(List.of(summary.unknown(), summary.exempted(), summary.fresh(), summary.fixed()))
                .containsExactly(5, 6, 7, 8);
        assertThat(summary.blocked()).isTrue();
        assertThat(summary.reasons()).hasSize(2);
        assertThat(action.getSummary().getFindings()).isEqualTo("10 findings: 1 critical, 2 high, 3 medium, 4 low");
    }

    @Test
    void aJobOfTheFirstVersionHasItsOptionsAndTheDefaultsOfTheRest() throws Exception {
        PlumblineBuilder builder = read("config-1.xml", PlumblineBuilder.class);
        assertThat(builder.getId()).isEqualTo("infra");
        assertThat(builder.getFailOn()).isEqualTo("medium");
        assertThat(builder.getMinScore()).isEqualTo(70.0);
        assertThat(builder.getCriticality()).isEqualTo(Criticality.UNSTABLE);
        assertThat(builder.getChecks()).isEqualTo(ChecksScope.NEW);
        assertThat(builder.getReports()).isEqualTo(Options.DEFAULT_REPORTS);
        assertThat(builder.getVariables()).isEmpty();
        assertThat(QualityGate.rules(builder.getQualityGates()))
                .containsExactly(new GateRule(3, GateType.NEW, null, Criticality.UNSTABLE));
    }

    @Test
    void aBuildIsReadAsItWasKept() {
        RunSummary summary = RunSummary.of(
                Reports.compared(Reports.of(null, Reports.failed("a", Severity.LOW)), Reports.of(1.0)),
                new GateDecision(Criticality.NONE, List.of("One.", "Two.")));
        PlumblineAction action = new PlumblineAction("other", "Other", summary);
        PlumblineAction read = (PlumblineAction) xstream().fromXML(xstream().toXML(action));
        assertThat(read.getUrlName()).isEqualTo("plumbline-other");
        assertThat(read.summary()).usingRecursiveComparison().isEqualTo(summary);
        assertThat(read.summary().reasons()).containsExactly("One.", "Two.");
    }

    @Test
    void theBuildAndItsReportAreNotKeptWithIt() {
        PlumblineAction action = new PlumblineAction(
                "plumbline",
                "Plumbline",
                RunSummary.of(Reports.of(1.0), new GateDecision(Criticality.NONE, List.of())));
        assertThat(xstream().toXML(action)).doesNotContain("<run", "<report", "finding");
    }
}
