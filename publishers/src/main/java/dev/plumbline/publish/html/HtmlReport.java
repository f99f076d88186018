package dev.plumbline.publish.html;

import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.Secrets;
import dev.plumbline.publish.ToolVersion;
import dev.plumbline.publish.source.Sources;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.compliance.Benchmarks;
import dev.plumbline.rules.compliance.Compliance;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * One self-contained page for people: the posture, the recommendations with all that fails them, compliance, and what
 * could not be assessed. It requests nothing, and is readable without its script, which filters.
 */
public final class HtmlReport implements Publisher {
    private final Supplier<Benchmarks> benchmarks;

    public HtmlReport() {
        this(Benchmarks::builtIn);
    }

    /** @param benchmarks those of which the page tells */
    public HtmlReport(Supplier<Benchmarks> benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Markup page = new Markup(writer);
        Excerpts excerpts = new Excerpts(page, Sources.below(result.base()), Secrets.of(result));
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + Assets.POLICY + "\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Plumbline ")
                .text(ToolVersion.current())
                .raw("\">\n<title>Plumbline: ")
                .text(Overview.verdict(result.gate()))
                .raw("</title>\n<style>")
                .raw(Assets.STYLE)
                .raw(
                        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#recommendations\">To the recommendations</a>\n");
        new Overview(page).write(result);
        page.raw("<main>\n");
        new ComparisonSection(page).write(result);
        new Recommendations(page, excerpts, options.rules()).write(result);
        new ComplianceSection(page).write(Compliance.of(result, benchmarks.get()));
        new Problems(page, excerpts).write(result);
        page.raw("</main>\n<footer>Made by Plumbline ")
                .element("span", "version", ToolVersion.current())
                .raw(". A verdict is <em>unknown</em> where a value that decides is not known before deployment.")
                .raw("</footer>\n<script>")
                .raw(Assets.SCRIPT)
                .raw("</script>\n</body>\n</html>\n");
        writer.flush();
    }
}
