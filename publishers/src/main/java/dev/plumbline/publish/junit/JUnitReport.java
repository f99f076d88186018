package dev.plumbline.publish.junit;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.FindingState;
import dev.plumbline.publish.PublishOptions;
import dev.plumbline.publish.Publisher;
import dev.plumbline.publish.text.Neutral;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.ScanResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite for each unit, a test case for each verdict. What is exempted,
 * unknown or known from the baseline is skipped; what kept something from being assessed is an error.
 */
public final class JUnitReport implements Publisher {

    @Override
    public void publish(ScanResult result, PublishOptions options, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, result);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void write(XMLStreamWriter xml, ScanResult result) throws XMLStreamException {
        Map<String, List<Finding>> byUnit = new TreeMap<>();
        result.units().forEach(unit -> byUnit.put(unit.path(), new ArrayList<>()));
        result.findings().forEach(finding -> byUnit.computeIfAbsent(finding.unit(), unit -> new ArrayList<>())
                .add(finding));
        List<Diagnostic> errors = result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .toList();
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "Plumbline");
        for (Map.Entry<String, List<Finding>> unit : byUnit.entrySet()) {
            suite(xml, unit.getKey().isEmpty() ? "." : unit.getKey(), unit.getValue(), result);
        }
        if (!errors.isEmpty()) {
            start(xml, 1, "testsuite");
            xml.writeAttribute("name", "not assessed");
            counts(xml, errors.size(), 0, errors.size(), 0);
            for (Diagnostic error : errors) {
                error(xml, error);
            }
            end(xml, 1);
        }
        end(xml, 0);
    }

    private static void suite(XMLStreamWriter xml, String name, List<Finding> findings, ScanResult result)
            throws XMLStreamException {
        int failed = 0;
        int skipped = 0;
        for (Finding finding : findings) {
            switch (FindingState.of(finding, result)) {
                case EXEMPTED, UNKNOWN, KNOWN -> skipped++;
                case FAILED -> failed++;
                case PASSED -> {}
            }
        }
        start(xml, 1, "testsuite");
        xml.writeAttribute("name", Neutral.line(name));
        counts(xml, findings.size(), failed, 0, skipped);
        for (Finding finding : findings) {
            verdict(xml, finding, result);
        }
        end(xml, 1);
    }

    private static void verdict(XMLStreamWriter xml, Finding finding, ScanResult result) throws XMLStreamException {
        Rule rule = finding.rule();
        start(xml, 2, "testcase");
        xml.writeAttribute("classname", Neutral.line(rule.id()));
        xml.writeAttribute("name", Neutral.line(finding.resource().address() + ": " + rule.title()));
        place(xml, finding.range());
        switch (FindingState.of(finding, result)) {
            case EXEMPTED -> skipped(xml, "exempted: " + finding.exemption().reason());
            case UNKNOWN -> skipped(xml, "unknown: " + finding.reason());
            case KNOWN -> skipped(xml, "in the baseline");
            case FAILED -> failure(xml, finding);
            case PASSED -> {}
        }
        end(xml, 2);
    }

    private static void failure(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
        start(xml, 3, "failure");
        xml.writeAttribute("type", finding.rule().severity().id());
        xml.writeAttribute("message", Neutral.line(finding.rule().title() + " (" + finding.range() + ")"));
        xml.writeCharacters(Neutral.lines(text(finding)));
        xml.writeEndElement();
    }

    private static String text(Finding finding) {
        Rule rule = finding.rule();
        StringBuilder text =
                new StringBuilder(finding.resource().address()).append(" at ").append(finding.range());
        if (!finding.reason().isEmpty()) {
            text.append("\nBecause ").append(finding.reason());
        }
        if (!finding.assumption().isEmpty()) {
            text.append("\nHolds when ").append(finding.assumption());
        }
        if (!rule.risk().isBlank()) {
            text.append("\nWhy: ").append(rule.risk().strip());
        }
        if (!rule.remediation().text().isBlank()) {
            text.append("\nFix: ").append(rule.remediation().text().strip());
        }
        return text.toString();
    }

    private static void error(XMLStreamWriter xml, Diagnostic error) throws XMLStreamException {
        start(xml, 2, "testcase");
        xml.writeAttribute("classname", Neutral.line(error.code()));
        xml.writeAttribute("name", Neutral.line(error.range() + ": " + error.summary()));
        place(xml, error.range());
        start(xml, 3, "error");
        xml.writeAttribute("message", Neutral.line(error.summary()));
        xml.writeCharacters(Neutral.lines(error.detail()));
        xml.writeEndElement();
        end(xml, 2);
    }

    private static void skipped(XMLStreamWriter xml, String why) throws XMLStreamException {
        indent(xml, 3);
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", Neutral.line(why));
    }

    private static void place(XMLStreamWriter xml, SourceRange range) throws XMLStreamException {
        xml.writeAttribute("file", Neutral.line(range.file()));
        xml.writeAttribute("line", String.valueOf(range.startLine()));
    }

    private static void counts(XMLStreamWriter xml, int tests, int failures, int errors, int skipped)
            throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", String.valueOf(skipped));
    }

    private static void start(XMLStreamWriter xml, int depth, String element) throws XMLStreamException {
        indent(xml, depth);
        xml.writeStartElement(element);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        indent(xml, depth);
        xml.writeEndElement();
    }

    private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
