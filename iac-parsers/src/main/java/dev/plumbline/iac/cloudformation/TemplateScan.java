package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.cdk.CloudAssembly;
import dev.plumbline.iac.cloudformation.check.ParameterChecks;
import dev.plumbline.iac.cloudformation.check.TemplateChecks;
import dev.plumbline.iac.cloudformation.eval.Assumption;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Worlds;
import dev.plumbline.iac.cloudformation.expansion.Transforms;
import dev.plumbline.iac.cloudformation.stack.Exports;
import dev.plumbline.iac.cloudformation.stack.NestedTemplates;
import dev.plumbline.iac.cloudformation.stack.Roots;
import dev.plumbline.iac.cloudformation.stack.Stack;
import dev.plumbline.iac.cloudformation.template.ParameterFile.Given;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The templates of one scan. One that another nests is a part of that one, and no unit of its own; what one exports others
 * import.
 */
final class TemplateScan {
    private final SourceTree tree;
    private final Map<String, Given> given;
    private final CloudAssembly assemblies;
    private final Map<String, ScanUnit> units = new LinkedHashMap<>();

    /** What each template nests. */
    private final Map<String, Set<String>> calls = new LinkedHashMap<>();

    private final Map<String, Exports> exports = new LinkedHashMap<>();

    /** @param given values for parameters */
    TemplateScan(SourceTree tree, Map<String, Given> given) {
        this.tree = tree;
        this.given = given;
        this.assemblies = new CloudAssembly(tree);
    }

    List<ScanUnit> units(Progress progress) {
        for (String path : tree.files()) {
            if (TemplateReader.isCandidate(path) && !assemblies.isAsset(path)) {
                progress.reading(path);
                template(path).ifPresent(template -> units.put(path, unit(template, Exports.NONE)));
            }
        }
        Set<String> roots = Roots.of(calls);
        units.keySet().retainAll(roots);
        exports.keySet().retainAll(roots);
        Exports all = Exports.of(exports.values());
        if (!all.isEmpty()) {
            units.replaceAll((path, unit) -> template(path)
                    .filter(TemplateScan::imports)
                    .map(template -> unit(template, all))
                    .orElse(unit));
        }
        return List.copyOf(units.values());
    }

    /** The template at a path. */
    Optional<Template> template(String path) {
        return TemplateReader.at(tree, path);
    }

    /** The values for a template's parameters, pseudo parameters included. */
    Map<String, Given> given(String path) {
        Map<String, Given> known = new LinkedHashMap<>(assemblies.environment(path));
        known.putAll(given);
        return known;
    }

    private static boolean imports(Template template) {
        return template.file().text().contains("ImportValue");
    }

    /** A template with what the transforms that we apply make of it. */
    Template transformed(Template written) {
        Map<String, Given> values = given(written.file().path());
        return Transforms.apply(written, template -> new Parameters(template, values), tree);
    }

    /** What is deployed with a template. */
    ScanUnit unit(Template written, Exports imported) {
        String path = written.file().path();
        Template template = transformed(written);
        TreeSet<Diagnostic> diagnostics = new TreeSet<>();
        Set<Exemption> exemptions = new LinkedHashSet<>();
        Set<String> checked = new HashSet<>();
        NestedTemplates nested = new NestedTemplates(tree);
        Parameters parameters = new Parameters(template, given(path));
        List<Assumption> assumptions = Worlds.of(assumption ->
                Stack.of(template, parameters, assumption, nested, imported).evaluators());
        List<ScanUnit.World> worlds = new ArrayList<>();
        for (Assumption assumption : assumptions) {
            Stack stack = Stack.of(template, parameters, assumption, nested, imported);
            worlds.add(new ScanUnit.World(assumption.premises(), StackGraph.of(stack)));
            stack.evaluators().forEach(part -> {
                diagnostics.addAll(part.diagnostics());
                if (checked.add(part.qualified(part.template.file().path()))) {
                    diagnostics.addAll(said(part.template));
                    exemptions.addAll(part.template.exemptions());
                }
            });
        }
        diagnostics.addAll(ParameterChecks.check(template, parameters));
        diagnostics.addAll(nested.diagnostics());
        calls.put(path, nested.called());
        if (template.file().text().contains("Export") || !nested.called().isEmpty()) {
            Assumption common = assumptions.size() == 1 ? assumptions.get(0) : Worlds.common(assumptions);
            Exports exported = new Exports();
            Stack.of(template, parameters, common, nested, imported)
                    .evaluators()
                    .forEach(exported::add);
            exports.put(path, exported);
        }
        return new ScanUnit(path, Dialect.CLOUDFORMATION, worlds, List.copyOf(diagnostics))
                .withExemptions(List.copyOf(exemptions));
    }

    private static List<Diagnostic> said(Template template) {
        List<Diagnostic> said = new ArrayList<>(template.diagnostics());
        said.addAll(TemplateChecks.check(template));
        template.macros()
                .forEach(name -> said.add(new Diagnostic(
                        Diagnostic.Severity.INFO,
                        "cfn-macro",
                        "Macro " + name.text() + " is not applied",
                        "The template is assessed as it is written.",
                        name.range())));
        return said;
    }
}
