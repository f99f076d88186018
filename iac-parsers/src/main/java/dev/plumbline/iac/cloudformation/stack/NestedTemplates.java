package dev.plumbline.iac.cloudformation.stack;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.expansion.Transforms;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The templates that the stacks of one template nest, and what there is to say about them. */
public final class NestedTemplates {

    /** How deep stacks may be nested. */
    static final int MAX_DEPTH = 10;

    /** How many stacks one template may nest, those of nested ones included. */
    static final int MAX_STACKS = 200;

    private final SourceTree tree;
    private final Map<String, Optional<Template>> templates = new HashMap<>();
    private final Set<Diagnostic> diagnostics = new TreeSet<>();
    private final Set<String> called = new TreeSet<>();

    public NestedTemplates(SourceTree tree) {
        this.tree = tree;
    }

    /** What is wrong with nested stacks and their templates. */
    public Set<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The paths of the templates that are nested. */
    public Set<String> called() {
        return called;
    }

    /**
     * The template at a path as {@code aws cloudformation package} takes it; null where there is none.
     *
     * @param from the file that names the path, which is relative to it
     * @param place where it is named
     */
    Template at(String from, String path, SourceRange place) {
        String resolved = resolve(from, path);
        if (resolved == null || !tree.isFile(resolved)) {
            diagnostics.add(Diagnostic.warning(
                    "cfn-nested-template",
                    "There is no template " + path + " in the scanned tree",
                    "The stack that it makes is not assessed.",
                    place));
            return null;
        }
        Optional<Template> template = templates.computeIfAbsent(
                resolved, key -> tree.read(key, diagnostics::add).flatMap(TemplateReader::read));
        if (template.isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "cfn-nested-template", path + " is not a template", "The stack is not assessed.", place));
            return null;
        }
        called.add(resolved);
        return template.get();
    }

    /** A template with what the transforms that we apply make of it. */
    Template transformed(Template written, Function<Template, Parameters> parameters) {
        return Transforms.apply(written, parameters, tree);
    }

    /** Paths are relative to the file; null where one leads out of the tree. */
    static String resolve(String from, String path) {
        String text = path.startsWith("file://") ? path.substring("file://".length()) : path;
        if (text.startsWith("/") || text.indexOf('\\') >= 0 || text.indexOf('\0') >= 0) {
            return null;
        }
        Deque<String> steps = new ArrayDeque<>();
        String directory = from.indexOf('/') < 0 ? "" : from.substring(0, from.lastIndexOf('/'));
        for (String step : (directory + "/" + text).split("/")) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return null;
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    void warn(String summary, String detail, SourceRange place) {
        diagnostics.add(Diagnostic.warning("cfn-nested-stack", summary, detail, place));
    }

    void inform(String summary, String detail, SourceRange place) {
        diagnostics.add(new Diagnostic(Diagnostic.Severity.INFO, "cfn-nested-stack", summary, detail, place));
    }
}
