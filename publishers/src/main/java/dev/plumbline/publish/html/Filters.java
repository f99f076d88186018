package dev.plumbline.publish.html;

import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.Verdict;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What the reader can narrow the recommendations by. Shown by the script, without which it would do nothing. */
final class Filters {
    private final Markup page;

    Filters(Markup page) {
        this.page = page;
    }

    void write(ScanResult result) throws IOException {
        TreeSet<String> services = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        TreeSet<String> languages = new TreeSet<>();
        for (Finding finding : result.findings()) {
            if (finding.verdict() != Verdict.PASS) {
                services.add(Recommendations.service(finding.rule()));
                files.add(finding.range().file());
                languages.add(finding.resource().dialect().id());
            }
        }
        page.raw("<form id=\"filters\" role=\"search\" aria-label=\"Filter the recommendations\" hidden>\n")
                .raw("<label class=\"find\"><span>Find</span><input type=\"search\" name=\"text\" autocomplete=\"off\"")
                .raw(" placeholder=\"rule, resource, file\" aria-keyshortcuts=\"/\"></label>\n")
                .raw("<fieldset><legend>Severity</legend>");
        for (Severity severity : Severity.values()) {
            box("severity", severity.id(), severity.id());
        }
        page.raw("</fieldset>\n<fieldset><legend>State</legend>");
        box("state", "failed", "failed");
        box("state", "unknown", "unknown");
        box("state", "known", "in the baseline");
        box("state", "exempted", "exempted");
        page.raw("</fieldset>\n");
        choice("service", "Service", services);
        choice("language", "Language", languages);
        choice("file", "File", files);
        page.raw("<div class=\"acts\"><button type=\"button\" id=\"open\">Open all</button>")
                .raw("<button type=\"button\" id=\"close\">Close all</button>")
                .raw("<button type=\"reset\">Reset</button></div>\n")
                .raw("<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n");
    }

    private void box(String name, String value, String label) throws IOException {
        page.raw("<label><input type=\"checkbox\" name=\"" + name + "\" value=\"" + value + "\" checked> " + label
                + "</label>");
    }

    private void choice(String name, String label, Collection<String> values) throws IOException {
        page.raw("<label><span>" + label + "</span><select name=\"" + name + "\"><option value=\"\">all</option>");
        for (String value : List.copyOf(values)) {
            page.raw("<option>").text(value).raw("</option>");
        }
        page.raw("</select></label>\n");
    }
}
