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
import dev.plumbline.iac.source.Memory;
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
    private final GivenParameters given;
    private final Memory memory;
    private final CloudAssembly assemblies;

    /**
     * A template with what is deployed with it.
     *
     * @param nested the templates that it nests
     * @param exports null where it exports nothing
     */
    private record Scanned(ScanUnit unit, Set<String> nested, Exports exports, boolean imports) {}

    TemplateScan(SourceTree tree, GivenParameters given, Memory memory) {
        this.tree = tree;
        this.given = given;
        this.memory = memory;
        this.assemblies = new CloudAssembly(tree);
    }

    List<ScanUnit> units(Progress progress) {
        Map<String, Scanned> scanned = new LinkedHashMap<>();
        for (String path : tree.files()) {
            if (TemplateReader.isCandidate(path) && !assemblies.isAsset(path)) {
                scan(path, tree, progress).ifPresent(found -> scanned.put(path, found));
            }
        }
        Map<String, Set<String>> calls = new LinkedHashMap<>();
        scanned.forEach((path, found) -> calls.put(path, found.nested()));
        scanned.keySet().retainAll(Roots.of(calls));
        Map<String, Exports> exports = new LinkedHashMap<>();
        scanned.forEach((path, found) -> {
            if (found.exports() != null) {
                exports.put(path, found.exports());
            }
        });
        Exports all = Exports.of(exports.values());
        List<ScanUnit> units = new ArrayList<>();
        scanned.forEach((path, found) -> units.add(
                found.imports() && !all.isEmpty()
                        ? importing(path, List.copyOf(exports.keySet()), all)
                        : found.unit()));
        return units;
    }

    private Optional<Scanned> scan(String path, SourceTree from, Progress progress) {
        return memory.get(List.of("cloudformation", path, given.inputs(path)), from, read -> {
            progress.reading(path);
            return TemplateReader.at(read, path).map(template -> scan(template, read, Exports.NONE));
        });
    }

    /** A template that imports what others export: it is made of them, too. */
    private ScanUnit importing(String path, List<String> exporting, Exports all) {
        return memory.get(List.of("cloudformation imports", path, exporting, given.inputs(path)), tree, read -> {
            exporting.forEach(other -> scan(other, read, Progress.NONE));
            return TemplateReader.at(read, path)
                    .map(template -> scan(template, read, all).unit())
                    .orElseThrow();
        });
    }

    /** The template at a path. */
    Optional<Template> template(String path) {
        return TemplateReader.at(tree, path);
    }

    /** The values for a template's parameters, pseudo parameters included. */
    Map<String, Given> given(String path) {
        Map<String, Given> known = new LinkedHashMap<>(assemblies.environment(path));
        known.putAll(given.values(path));
        return known;
    }

    private static boolean imports(Template template) {
        return template.file().text().contains("ImportValue");
    }

    /** A template with what the transforms that we apply make of it. */
    Template transformed(Template written) {
        Map<String, Given> values = given(written.file().path());
        return transformed(written, values, tree);
    }

    private static Template transformed(Template written, Map<String, Given> values, SourceTree read) {
        return Transforms.apply(written, template -> new Parameters(template, values), read);
    }

    /** What is deployed with a template. */
    ScanUnit unit(Template written) {
        return scan(written, tree, Exports.NONE).unit();
    }

    private Scanned scan(Template written, SourceTree read, Exports imported) {
        String path = written.file().path();
        given.files(path).forEach(read::isFile);
        read.isFile(CloudAssembly.manifest(path));
        Map<String, Given> values = given(path);
        Template template = transformed(written, values, read);
        TreeSet<Diagnostic> diagnostics = new TreeSet<>();
        Set<Exemption> exemptions = new LinkedHashSet<>();
        Set<String> checked = new HashSet<>();
        NestedTemplates nested = new NestedTemplates(read);
        Parameters parameters = new Parameters(template, values);
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
        Exports exported = null;
        if (template.file().text().contains("Export") || !nested.called().isEmpty()) {
            Assumption common = assumptions.size() == 1 ? assumptions.get(0) : Worlds.common(assumptions);
            exported = new Exports();
            Stack.of(template, parameters, common, nested, imported)
                    .evaluators()
                    .forEach(exported::add);
        }
        ScanUnit unit = new ScanUnit(path, Dialect.CLOUDFORMATION, worlds, List.copyOf(diagnostics))
                .withExemptions(List.copyOf(exemptions));
        return new Scanned(unit, new TreeSet<>(nested.called()), exported, imports(written));
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
