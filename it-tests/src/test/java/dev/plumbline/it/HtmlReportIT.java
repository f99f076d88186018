package dev.plumbline.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.it.browser.Chromium;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The HTML report as a reader has it: in a browser, where one is installed. */
@Execution(ExecutionMode.SAME_THREAD)
class HtmlReportIT {
    private static final String SHOWN = "[...document.querySelectorAll('#rules .findings > li')]"
            + ".filter(item => !item.hidden && !item.closest('.rule').hidden).length";

    @TempDir
    private static Path directory;

    private static Path page;
    private static Chromium browser;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> binary = Chromium.installed();
        assumeTrue(binary.isPresent(), "no Chromium on the path");
        page = directory.resolve("report.html");
        Outcome outcome = Outcome.of(new ProcessBuilder(
                Environment.java().toString(),
                "-jar",
                Environment.ROOT.resolve("cli/target/plumbline.jar").toString(),
                "scan",
                Environment.ROOT.resolve("examples").toString(),
                "--report",
                "html=" + page));
        assertThat(page).as(outcome.err()).exists();
        browser = Chromium.start(binary.get(), Files.createDirectory(directory.resolve("profile")));
    }

    @AfterAll
    static void close() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void requestsNothingAndKeepsToItsPolicy() throws Exception {
        browser.open(page.toUri());
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
    }

    @Test
    void filtersByEachOfItsFields() throws Exception {
        browser.open(page.toUri());
        int all = browser.evaluate(SHOWN).asInt();
        assertThat(all).isGreaterThan(50);
        assertThat(count()).isEqualTo(all + " findings");

        set("text", "secure transfer storage");
        int storage = browser.evaluate(SHOWN).asInt();
        assertThat(storage).isPositive().isLessThan(5);
        assertThat(count()).isEqualTo(storage + " of " + all + " findings");

        set("text", "no such thing anywhere");
        assertThat(browser.evaluate(SHOWN).asInt()).isZero();
        assertThat(browser.evaluate("document.getElementById('nothing').hidden").asBoolean())
                .isFalse();

        set("text", "");
        int sum = 0;
        for (String language : List.of("terraform", "arm", "cloudformation")) {
            set("language", language);
            sum += browser.evaluate(SHOWN).asInt();
        }
        assertThat(sum).isEqualTo(all);

        set("language", "");
        browser.evaluate("document.querySelector('[value=low]').click()");
        assertThat(browser.evaluate(SHOWN).asInt()).isPositive().isLessThan(all);
        browser.evaluate("document.querySelector('[type=reset]').click()");
        assertThat(browser.evaluate("new Promise(done => setTimeout(() => done(" + SHOWN + "), 50))")
                        .asInt())
                .isEqualTo(all);
    }

    @Test
    void opensTheRuleThatALinkNames() throws Exception {
        browser.open(URI.create(page.toUri() + "#azure-storage-secure-transfer"));
        assertThat(browser.evaluate("document.getElementById('azure-storage-secure-transfer').open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void hasNoSeriousAccessibilityFault() throws Exception {
        browser.open(page.toUri());
        browser.evaluate("document.getElementById('open').click()");
        browser.evaluate(axe());
        JsonNode faults = browser.evaluate(
                "axe.run().then(result => result.violations"
                        + ".filter(violation => ['serious', 'critical'].includes(violation.impact))"
                        + ".map(violation => violation.id + ': ' + violation.nodes.slice(0, 3).map(node => node.html).join('\\n')))");
        assertThat(faults).isEmpty();
    }

    private static void set(String field, String value) throws Exception {
        browser.evaluate("{ const field = document.getElementById('filters').elements." + field + "; field.value = "
                + Json.quote(value) + "; field.dispatchEvent(new Event('input', { bubbles: true })); }");
    }

    private static String count() throws Exception {
        return browser.evaluate("document.getElementById('count').textContent").asText();
    }

    private static String axe() throws Exception {
        try (InputStream in = Objects.requireNonNull(HtmlReportIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
