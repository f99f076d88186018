package dev.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The parameters in {@code docs/maven.md} are those of the plugin's descriptor; {@code -Dplumbline.updateGolden=true}
 * writes them anew.
 */
class GoalPagesTest {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path PAGE = Path.of("../docs/maven.md");
    private static final String GENERATED = "<!-- Generated from the goals: "
            + "mvn -pl maven-plugin -am test -Dtest=GoalPagesTest -Dplumbline.updateGolden=true -->\n";
    /** Whose parameters are told first; of the other goals only those that it has not. */
    private static final String FIRST = "check";

    private record Parameter(String name, String property, String standard, String description) {}

    @Test
    void theParametersAreThoseOfTheGoals() throws Exception {
        assumeTrue(Files.exists(DESCRIPTOR), "the descriptor is made by Maven's build");
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String written = page.substring(0, page.indexOf(GENERATED) + GENERATED.length());
        String expected = written + tables();
        if (Boolean.getBoolean("plumbline.updateGolden")) {
            Files.writeString(PAGE, expected);
            page = expected;
        }
        assertThat(page).isEqualTo(expected);
    }

    private static String tables() throws Exception {
        Map<String, Map<String, Parameter>> goals = goals();
        StringBuilder text = new StringBuilder();
        Map<String, Parameter> common = goals.get(FIRST);
        table(text, FIRST, common);
        goals.forEach((goal, parameters) -> {
            if (!goal.equals(FIRST) && !goal.equals("help")) {
                parameters.values().removeAll(common.values());
                table(text, goal, parameters);
            }
        });
        return text.toString();
    }

    private static void table(StringBuilder text, String goal, Map<String, Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        text.append("\n## Parameters of ")
                .append(goal)
                .append("\n\n| parameter | property | default | |\n| --- | --- | --- | --- |\n");
        for (Parameter parameter : parameters.values()) {
            text.append("| `")
                    .append(parameter.name())
                    .append("` | ")
                    .append(code(parameter.property()))
                    .append(" | ")
                    .append(code(parameter.standard()))
                    .append(" | ")
                    .append(parameter
                            .description()
                            .replace("<", "&lt;")
                            .replace("|", "\\|")
                            .replace("*", "\\*"))
                    .append(" |\n");
        }
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static Map<String, Map<String, Parameter>> goals() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
        Map<String, Map<String, Parameter>> goals = new TreeMap<>();
        for (Element mojo : elements(root, "mojo")) {
            Element values = elements(mojo, "configuration").get(0);
            Map<String, Parameter> parameters = new LinkedHashMap<>();
            for (Element parameter : elements(mojo, "parameter")) {
                if (text(parameter, "editable").equals("true")) {
                    String name = text(parameter, "name");
                    parameters.put(name, parameter(name, values, text(parameter, "description")));
                }
            }
            goals.put(text(mojo, "goal"), parameters);
        }
        return goals;
    }

    private static Parameter parameter(String name, Element values, String description) {
        List<Element> value = elements(values, name);
        String property = value.isEmpty() ? "" : value.get(0).getTextContent().strip();
        String standard = value.isEmpty() ? "" : value.get(0).getAttribute("default-value");
        return new Parameter(
                name,
                property.startsWith("${") ? property.substring(2, property.length() - 1) : "",
                standard,
                description.replaceAll("\\s+", " "));
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent().strip();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
