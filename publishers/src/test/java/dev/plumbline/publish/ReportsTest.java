package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.PublishOptions.Detail;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every report. */
class ReportsTest {
    private static final PublishOptions EVERYTHING =
            new PublishOptions(false, StandardCharsets.UTF_8, 100, Detail.VERBOSE, true);

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void isAsTheGoldenFileSays(ReportFormat format) throws IOException {
        Golden.check("shop." + format.id(), Golden.publish(ScanResults.shop(), format, PublishOptions.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void isAsTheGoldenFileSaysWhereNothingWasScanned(ReportFormat format) throws IOException {
        Golden.check("empty." + format.id(), Golden.publish(ScanResults.empty(), format, PublishOptions.DEFAULT));
    }

    @Test
    void quietSaysTheVerdictAndWhatWasNotAssessed() throws IOException {
        PublishOptions quiet = new PublishOptions(false, StandardCharsets.UTF_8, 100, Detail.QUIET, false);
        Golden.check("shop-quiet.console", Golden.publish(ScanResults.shop(), ReportFormat.CONSOLE, quiet));
    }

    @Test
    void verboseListsUnknownVerdicts() throws IOException {
        Golden.check("shop-verbose.console", Golden.publish(ScanResults.shop(), ReportFormat.CONSOLE, EVERYTHING));
    }

    /** Twenty are told in full; of more, each is a line, unless all is asked for. */
    @Test
    void manyFindingsOfLowSeverityAreALineEach() throws IOException {
        String many = Golden.publish(low(21), ReportFormat.CONSOLE, PublishOptions.DEFAULT);

        assertThat(many)
                .contains("21 findings of low severity")
                .contains("\n  main.tf:21:1  Topics should be encrypted")
                .doesNotContain("LOW  ");
        assertThat(Golden.publish(low(20), ReportFormat.CONSOLE, PublishOptions.DEFAULT))
                .contains("LOW  ")
                .doesNotContain("findings of low severity");
        assertThat(Golden.publish(low(21), ReportFormat.CONSOLE, EVERYTHING)).contains("LOW  ");
    }

    private static ScanResult low(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= count; line++) {
            SourceRange range = ScanResults.range("main.tf", line, 1, 5);
            Resource topic = ScanResults.resource(
                    "aws_sns_topic.t" + line,
                    "aws_sns_topic",
                    Dialect.TERRAFORM,
                    range,
                    ScanResults.attributes(range, Map.of()));
            findings.add(ScanResults.finding(ScanResults.TOPIC_KEY, topic, Verdict.FAIL, range, ""));
        }
        return ScanResults.of(List.of(ScanResults.TOPIC_KEY), findings);
    }

    @Test
    void asciiIsEnoughForTheConsole() throws IOException {
        PublishOptions ascii = new PublishOptions(false, StandardCharsets.US_ASCII, 80, Detail.NORMAL, false);
        String text = Golden.publish(ScanResults.shop(), ReportFormat.CONSOLE, ascii);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
        Golden.check("shop-ascii.console", text);
    }

    @Test
    void coloursAreAnsi() throws IOException {
        PublishOptions color = new PublishOptions(true, StandardCharsets.UTF_8, 100, Detail.NORMAL, false);
        String text = Golden.publish(ScanResults.shop(), ReportFormat.CONSOLE, color);
        assertThat(text.replaceAll("\u001B\\[[0-9;]+m", ""))
                .isEqualTo(Golden.publish(ScanResults.shop(), ReportFormat.CONSOLE, PublishOptions.DEFAULT));
        Golden.check("shop-color.console", text);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void holdsNoControlCharacterFromScannedFiles(ReportFormat format) {
        String text = Golden.publish(ScanResults.shop(), format, EVERYTHING);
        assertThat(text.replace("\n", "").chars().filter(Character::isISOControl))
                .isEmpty();
        assertThat(text.chars().filter(c -> Character.getType(c) == Character.FORMAT))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void holdsNoSecret(ReportFormat format) {
        assertThat(Golden.publish(ScanResults.shop(), format, EVERYTHING))
                .doesNotContain("horse")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void isTheSameEachTime(ReportFormat format) {
        assertThat(Golden.publish(ScanResults.shop(), format, EVERYTHING))
                .isEqualTo(Golden.publish(ScanResults.shop(), format, EVERYTHING));
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void isFoundByItsName(ReportFormat format) {
        assertThat(ReportFormat.of(format.id())).contains(format);
        assertThat(ReportFormat.of("nonesuch")).isEmpty();
    }
}
