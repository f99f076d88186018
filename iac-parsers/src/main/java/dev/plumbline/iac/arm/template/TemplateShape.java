package dev.plumbline.iac.arm.template;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.arm.expression.DeploymentContext.Level;
import dev.plumbline.iac.arm.json.Nodes;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import java.util.List;
import java.util.Locale;

/** What makes JSON a template, and what every resource in one has to have. */
public final class TemplateShape {
    private static final String MARK = "deploymenttemplate.json";

    /** Of parameter files, forms of the portal, workflows of Logic Apps: they have a content version, too. */
    private static final List<String> OTHER_SCHEMAS =
            List.of("deploymentparameters.json", "createuidefinition", "uiformdefinition", "workflowdefinition.json");

    private static final List<String> WRAPPED = List.of("template", "mainTemplate");

    private TemplateShape() {}

    /** A quick look at the text, to spare the parsing of what is certainly not a template. */
    public static boolean mayBeTemplate(String text) {
        return text.contains("contentVersion") || text.contains("apiVersion") || containsIgnoringCase(text, MARK);
    }

    private static boolean containsIgnoringCase(String text, String lowerCase) {
        for (int i = text.indexOf("emplate."); i >= 0; i = text.indexOf("emplate.", i + 1)) {
            int start = i - lowerCase.indexOf("emplate.");
            if (start >= 0 && text.regionMatches(true, start, lowerCase, 0, lowerCase.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The template that a file holds: the file as a whole, or what a request for a deployment, a template spec's version
     * or a blueprint's artifact wraps. Null where it holds none.
     */
    public static Mapping template(Node root) {
        if (!(root instanceof Mapping mapping)) {
            return null;
        }
        if (isTemplate(mapping)) {
            return mapping;
        }
        Mapping properties = Nodes.mapping(mapping, "properties");
        for (String name : WRAPPED) {
            Mapping wrapped = properties == null ? null : Nodes.mapping(properties, name);
            if (wrapped != null && isTemplate(wrapped)) {
                return wrapped;
            }
        }
        return null;
    }

    /** Whether it is a template, and not a parameter file, a portal's user interface or something else. */
    private static boolean isTemplate(Mapping mapping) {
        String schema = Nodes.text(mapping, "$schema").toLowerCase(Locale.ROOT);
        if (schema.contains(MARK)) {
            return true;
        }
        Node resources = Nodes.get(mapping, "resources");
        boolean versioned = Nodes.get(mapping, "contentVersion") != null;
        return OTHER_SCHEMAS.stream().noneMatch(schema::contains)
                && (versioned
                        ? isEmpty(resources) || Nodes.get(first(resources), "type") != null
                        : isOfAzure(resources));
    }

    private static boolean isEmpty(Node resources) {
        return (resources instanceof Node.Sequence sequence && sequence.items().isEmpty())
                || (resources instanceof Mapping mapping && mapping.members().isEmpty());
    }

    /** The first resource, or an empty object where there is none. */
    private static Mapping first(Node resources) {
        Node first = null;
        if (resources instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
            first = sequence.items().get(0);
        } else if (resources instanceof Mapping mapping && !mapping.members().isEmpty()) {
            first = mapping.members().get(0).value();
        }
        return first instanceof Mapping resource ? resource : new Mapping(List.of(), "", SourceRange.startOf(""));
    }

    /** Whether the first one has a version and a type such as {@code Microsoft.Web/sites}. */
    private static boolean isOfAzure(Node resources) {
        Mapping resource = first(resources);
        String type = Nodes.text(resource, "type");
        int slash = type.indexOf('/');
        return slash > 0 && type.lastIndexOf('.', slash) > 0 && Nodes.get(resource, "apiVersion") != null;
    }

    /** What a template is deployed to, by its schema. */
    public static Level level(Mapping template, Level otherwise) {
        String schema = Nodes.text(template, "$schema").toLowerCase(Locale.ROOT);
        String file = schema.substring(schema.lastIndexOf('/') + 1);
        if (file.startsWith("subscription")) {
            return Level.SUBSCRIPTION;
        }
        if (file.startsWith("managementgroup")) {
            return Level.MANAGEMENT_GROUP;
        }
        return file.startsWith("tenant") ? Level.TENANT : otherwise;
    }

    /** Whether a resource can be assessed; {@code arm.schema} says what is wrong with one that cannot. */
    public static boolean isResource(Node node) {
        return node instanceof Mapping resource
                && Nodes.get(resource, "type") instanceof Scalar type
                && type.kind() == Scalar.Kind.STRING;
    }
}
