package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.check.ParameterChecks;
import dev.plumbline.iac.cloudformation.check.TemplateChecks;
import dev.plumbline.iac.cloudformation.eval.Assumption;
import dev.plumbline.iac.cloudformation.eval.Evaluator;
import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.eval.Worlds;
import dev.plumbline.iac.cloudformation.expansion.Includes;
import dev.plumbline.iac.cloudformation.expansion.Loops;
import dev.plumbline.iac.cloudformation.sam.SamTranslator;
import dev.plumbline.iac.cloudformation.template.ParameterFile;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * CloudFormation templates, in JSON and YAML. Every file is a unit of its own.
 *
 * <p>Beside its properties, a resource has the attribute {@code AWS::CloudFormation}, an object that holds what is
 * written beside them: {@code DeletionPolicy}, {@code UpdateReplacePolicy}, {@code Metadata}, {@code DependsOn}…
 */
public final class CloudFormationFrontEnd implements FrontEnd, ExpressionEvaluator {

    @Override
    public List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress) {
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, ParameterFile.Given> given = given(tree, inputs, problems);
        List<ScanUnit> units = new ArrayList<>();
        for (String path : tree.files()) {
            if (TemplateReader.isCandidate(path)) {
                progress.reading(path);
                TemplateReader.at(tree, path).ifPresent(template -> {
                    units.add(unit(tree, template, given, problems));
                    problems.clear(); // of the parameter files, they are told once
                });
            }
        }
        return units;
    }

    static ScanUnit unit(
            SourceTree tree,
            Template written,
            Map<String, ParameterFile.Given> given,
            List<Diagnostic> parameterProblems) {
        Template template = expanded(tree, written, given);
        TreeSet<Diagnostic> diagnostics = new TreeSet<>(template.diagnostics());
        diagnostics.addAll(parameterProblems);
        diagnostics.addAll(TemplateChecks.check(template));
        template.macros()
                .forEach(name -> diagnostics.add(new Diagnostic(
                        Diagnostic.Severity.INFO,
                        "cfn-macro",
                        "Macro " + name.text() + " is not applied",
                        "The template is assessed as it is written.",
                        name.range())));
        Parameters parameters = new Parameters(template, given);
        diagnostics.addAll(ParameterChecks.check(template, parameters));
        List<ScanUnit.World> worlds = new ArrayList<>();
        for (Assumption assumption : Worlds.of(template, parameters)) {
            Evaluator evaluator = new Evaluator(template, parameters, assumption);
            worlds.add(new ScanUnit.World(assumption.text(), StackGraph.of(evaluator)));
            diagnostics.addAll(evaluator.diagnostics());
        }
        return new ScanUnit(template.file().path(), Dialect.CLOUDFORMATION, worlds, List.copyOf(diagnostics))
                .withExemptions(template.exemptions());
    }

    /** The template with what the transforms that we apply make of it. */
    private static Template expanded(SourceTree tree, Template written, Map<String, ParameterFile.Given> given) {
        Template whole = Includes.in(written, new Parameters(written, given), tree);
        Template unrolled = Loops.unroll(whole, new Parameters(whole, given));
        SamTranslator.Translation translation = SamTranslator.translate(unrolled.root());
        return unrolled.transformed(translation.root(), Map.of(), translation.diagnostics());
    }

    /** Whether the file at a path holds a template, or was meant to. */
    public static boolean isTemplate(SourceTree tree, String path) {
        return TemplateReader.at(tree, path).isPresent();
    }

    @Override
    public List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions) {
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, ParameterFile.Given> given = given(tree, inputs, problems);
        Optional<Template> template = TemplateReader.at(tree, path).map(written -> expanded(tree, written, given));
        return expressions.stream()
                .map(text -> template.map(of -> Expressions.evaluate(of, given, text))
                        .orElseGet(() -> Expressions.error(
                                "There is no CloudFormation template " + path,
                                new SourceFile("expression", text).range(0, text.length()))))
                .toList();
    }

    private static Map<String, ParameterFile.Given> given(SourceTree tree, Inputs inputs, List<Diagnostic> problems) {
        Map<String, ParameterFile.Given> given = new LinkedHashMap<>();
        for (Path path : inputs.parameterFiles()) {
            Path relative = tree.base().relativize(tree.base().resolve(path).normalize());
            tree.read(relative.toString().replace('\\', '/'), problems::add)
                    .map(ParameterFile::read)
                    .ifPresent(given::putAll);
        }
        inputs.variables().forEach((name, text) -> given.put(name, new ParameterFile.Given(text, null)));
        return given;
    }
}
