package dev.plumbline.annotate.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.annotate.Reports;
import dev.plumbline.annotate.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggingCommandsTest {

    private static List<String> lines(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LoggingCommands(new PrintStream(out, true, StandardCharsets.UTF_8)).annotate(report);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachFindingIsACommand() {
        assertThat(lines(Reports.blocked(Reports.fixable())).get(0))
                .startsWith("##vso[task.logissue type=error;sourcepath=infra/main.tf;linenumber=3;"
                        + "code=azure-storage-secure-transfer;]Secure transfer to storage accounts should be enabled:");
    }

    @Test
    void whatEndsACommandIsEscaped() {
        assertThat(LoggingCommands.data("100%\na]b")).isEqualTo("100%AZP25%0Aa]b");
        assertThat(LoggingCommands.property("a;b]c%")).isEqualTo("a%3Bb%5Dc%AZP25");
    }

    @Test
    void hostileTextBeginsNoCommand() {
        assertThat(lines(Reports.blocked(Reports.hostile())))
                .hasSize(1)
                .allMatch(line -> line.startsWith("##vso[task.logissue type=warning;"));
    }
}
