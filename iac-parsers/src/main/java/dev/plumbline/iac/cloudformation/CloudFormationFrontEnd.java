package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CloudFormation templates, in JSON and YAML. Every file is a unit of its own.
 *
 * <p>Beside its properties, a resource has the attribute {@code AWS::CloudFormation}, an object that holds what is
 * written beside them: {@code DeletionPolicy}, {@code UpdateReplacePolicy}, {@code Metadata}, {@code DependsOn}…
 */
public final class CloudFormationFrontEnd implements FrontEnd, ExpressionEvaluator {

    @Override
    public List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress, Memory memory) {
        GivenParameters given = new GivenParameters(tree, inputs);
        List<ScanUnit> units = new ArrayList<>(new TemplateScan(tree, given, memory).units(progress));
        List<Diagnostic> problems = new ArrayList<>(given.problems());
        if (!units.isEmpty() && !problems.isEmpty()) {
            ScanUnit first = units.get(0);
            problems.addAll(first.diagnostics());
            units.set(
                    0,
                    new ScanUnit(first.path(), first.dialect(), first.worlds(), problems)
                            .withExemptions(first.exemptions()));
        }
        return units;
    }

    /** Whether the file at a path holds a template, or was meant to. */
    public static boolean isTemplate(SourceTree tree, String path) {
        return TemplateReader.at(tree, path).isPresent();
    }

    @Override
    public List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions) {
        TemplateScan scan = new TemplateScan(tree, new GivenParameters(tree, inputs), Memory.none());
        Optional<Template> template = scan.template(path).map(scan::transformed);
        return expressions.stream()
                .map(text -> template.map(of -> Expressions.evaluate(of, tree, scan.given(path), text))
                        .orElseGet(() -> Expressions.error(
                                "There is no CloudFormation template " + path,
                                new SourceFile("expression", text).range(0, text.length()))))
                .toList();
    }
}
