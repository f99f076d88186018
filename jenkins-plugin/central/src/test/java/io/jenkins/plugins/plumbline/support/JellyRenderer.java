package io.jenkins.plugins.plumbline.support;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.jexl.ExpressionFactory;
import org.apache.commons.jexl.JexlContext;
import org.apache.commons.jexl.JexlHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Renders our Jelly views as Jenkins does, in so far as they need it: expressions are evaluated by the same library, what
 * they give is escaped, blanks around text are trimmed, tags of ours are looked up. Jenkins' own tags are named in the
 * markup and their bodies rendered.
 */
public final class JellyRenderer {
    private static final String OURS = "/io/jenkins/plugins/plumbline/tags";
    private static final String LAYOUT = "/lib/layout";

    /** Jenkins' layout sets it: a whole page has it within the layout only. */
    private static final String ROOT_URL = "rootURL";

    private static final String CONTEXT_PATH = "/jenkins";
    private static final Set<String> VOID = Set.of("input", "br");

    private final StringBuilder out = new StringBuilder();

    private JellyRenderer() {}

    /** @param view below the package's resources, {@code PlumblineAction/index.jelly} */
    public static String render(String view, Map<String, Object> variables) {
        JellyRenderer renderer = new JellyRenderer();
        Map<String, Object> scope = new HashMap<>(variables);
        Element root = parse("/io/jenkins/plugins/plumbline/" + view);
        if (root.getElementsByTagNameNS(LAYOUT, "layout").getLength() == 0) {
            scope.put(ROOT_URL, CONTEXT_PATH); // by the page that the view is a part of
        }
        renderer.children(root, scope);
        return renderer.out.toString();
    }

    /** The root element of a view. */
    public static Element parse(String resource) {
        try (InputStream in = JellyRenderer.class.getResourceAsStream(resource)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(in);
            return document.getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(resource + " is not well-formed", e);
        }
    }

    private void children(Node parent, Map<String, Object> scope) {
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node.getNodeType() == Node.TEXT_NODE) {
                out.append(text(node.getNodeValue().strip(), scope));
            } else if (node instanceof Element element) {
                element(element, scope);
            }
        }
    }

    private void element(Element element, Map<String, Object> scope) {
        String space = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        switch (space) {
            case "" -> markup(element, scope);
            case "jelly:core" -> core(element, scope);
            case "jelly:stapler" -> {
                if (!element.getLocalName().equals("documentation")) {
                    out.append("<!-- ").append(element.getNodeName()).append(" -->");
                }
            }
            case OURS -> {
                Map<String, Object> attributes = new HashMap<>();
                NamedNodeMap given = element.getAttributes();
                for (int i = 0; i < given.getLength(); i++) {
                    attributes.put(
                            given.item(i).getNodeName(), value(given.item(i).getNodeValue(), scope));
                }
                Map<String, Object> inner = new HashMap<>(scope);
                inner.put("attrs", attributes);
                children(parse(OURS + "/" + element.getLocalName() + ".jelly"), inner);
            }
            default -> {
                if (space.equals(LAYOUT) && element.getLocalName().equals("layout")) {
                    scope.put(ROOT_URL, CONTEXT_PATH);
                }
                String title = element.getAttribute("title");
                out.append("<div class=\"jenkins ")
                        .append(element.getLocalName())
                        .append("\">");
                if (element.getLocalName().equals("app-bar")) {
                    out.append("<h1>").append(text(title, scope)).append("</h1>");
                }
                children(element, scope);
                out.append("</div>");
            }
        }
    }

    private void core(Element element, Map<String, Object> scope) {
        switch (element.getLocalName()) {
            case "set" -> scope.put(element.getAttribute("var"), value(element.getAttribute("value"), scope));
            case "if", "when" -> {
                if (holds(element, scope)) {
                    children(element, scope);
                }
            }
            case "choose" -> choose(element, scope);
            case "forEach" -> {
                for (Object item : (List<?>) value(element.getAttribute("items"), scope)) {
                    scope.put(element.getAttribute("var"), item);
                    children(element, scope);
                }
            }
            default -> throw new AssertionError(element.getNodeName());
        }
    }

    private void choose(Element choose, Map<String, Object> scope) {
        NodeList nodes = choose.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element choice
                    && (choice.getLocalName().equals("otherwise") || holds(choice, scope))) {
                children(choice, scope);
                return;
            }
        }
    }

    private static boolean holds(Element element, Map<String, Object> scope) {
        return Boolean.TRUE.equals(value(element.getAttribute("test"), scope));
    }

    private void markup(Element element, Map<String, Object> scope) {
        out.append('<').append(element.getNodeName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                out.append(' ').append(attribute.getNodeName()).append("=\"");
                out.append(escaped(String.valueOf(value(attribute.getNodeValue(), scope))))
                        .append('"');
            }
        }
        out.append('>');
        if (!VOID.contains(element.getNodeName())) {
            children(element, scope);
            out.append("</").append(element.getNodeName()).append('>');
        }
    }

    private static String text(String text, Map<String, Object> scope) {
        return escaped(String.valueOf(value(text, scope)));
    }

    /** An object where the whole text is one expression, otherwise text. */
    private static Object value(String text, Map<String, Object> scope) {
        if (text.startsWith("${") && end(text, 0) == text.length() - 1) {
            return evaluate(text.substring(2, text.length() - 1), scope);
        }
        StringBuilder value = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
            int end = end(text, start);
            value.append(text, at, start).append(evaluate(text.substring(start + 2, end), scope));
            at = end + 1;
        }
        return value.append(text.substring(at)).toString();
    }

    private static int end(String text, int start) {
        return text.indexOf('}', start);
    }

    /** Jenkins' version of the library knows {@code a ? b : c}, the published one does not. */
    private static Object evaluate(String expression, Map<String, Object> scope) {
        int question = expression.indexOf('?');
        if (question >= 0) {
            int colon = expression.indexOf(':', question);
            boolean holds = Boolean.TRUE.equals(evaluate(expression.substring(0, question), scope));
            return evaluate(holds ? expression.substring(question + 1, colon) : expression.substring(colon + 1), scope);
        }
        try {
            JexlContext context = JexlHelper.createContext();
            context.setVars(scope);
            Object value =
                    ExpressionFactory.createExpression(expression.strip()).evaluate(context);
            if (value == null && !isSetToNull(expression, scope)) {
                throw new AssertionError("${" + expression + "} says nothing");
            }
            return value;
        } catch (Exception e) {
            throw new AssertionError("${" + expression + "}", e);
        }
    }

    /** A misspelt property says nothing, too. */
    private static boolean isSetToNull(String expression, Map<String, Object> scope) {
        String[] path = expression.split("\\.");
        if (path.length == 2 && scope.get(path[0]) instanceof Map<?, ?> bean) {
            return bean.containsKey(path[1]);
        }
        return scope.containsKey(expression);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }
}
