package dev.plumbline.iac.arm;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.arm.schema.TemplateSchema;
import dev.plumbline.iac.arm.template.ParameterFile;
import dev.plumbline.iac.arm.template.ParameterValues;
import dev.plumbline.iac.arm.template.TemplateShape;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads ARM templates: each is a unit of its own.
 *
 * <p>A template's parameters have the values of the parameter files that the user names or, where none is named, of the
 * one beside it ({@code x.parameters.json} for {@code x.json}), since that is what it is deployed with; then their
 * defaults.
 */
public final class ArmFrontEnd implements FrontEnd, ExpressionEvaluator {

    @Override
    public List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress) {
        List<ScanUnit> units = new ArrayList<>();
        for (String path : tree.files()) {
            if (isCandidate(path)) {
                read(tree, path, inputs, progress).ifPresent(units::add);
            }
        }
        return units;
    }

    private static boolean isCandidate(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || lower.endsWith(".jsonc");
    }

    private static Optional<ScanUnit> read(SourceTree tree, String path, Inputs inputs, Progress progress) {
        Problems problems = new Problems();
        return open(tree, path, inputs, progress, problems).map(template -> {
            ResourceGraph graph = template.graph();
            return new ScanUnit(path, Dialect.ARM, graph, problems.sorted());
        });
    }

    /** The template in a file; empty where there is none in it. */
    private static Optional<Template> open(
            SourceTree tree, String path, Inputs inputs, Progress progress, Problems problems) {
        // Of a file that cannot be read nobody knows that it is a template; other readers report it where it matters.
        Optional<SourceFile> file = tree.read(path, any -> {});
        if (file.isEmpty() || !TemplateShape.mayBeTemplate(file.get().text())) {
            return Optional.empty();
        }
        progress.reading(path);
        Document document = TreeReader.json(file.get());
        Mapping root = TemplateShape.template(document.root());
        if (root == null) {
            return Optional.empty();
        }
        problems.addAll(document.diagnostics());
        if (document.diagnostics().stream().noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR)) {
            TemplateSchema.check(root, problems::add);
        }
        ParameterValues given = root == document.root()
                ? ParameterValues.of(parameterFiles(tree, path, inputs, problems::add))
                : ParameterValues.wrapped((Mapping) document.root());
        return Optional.of(new Template(file.get(), root, given, problems));
    }

    @Override
    public List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions) {
        Optional<Template> template = open(tree, path, inputs, Progress.NONE, new Problems());
        if (template.isPresent()) {
            return expressions.stream().map(template.get()::evaluate).toList();
        }
        SourceRange start = SourceRange.startOf(path);
        Value nothing = new UnknownValue(
                Unknown.because(Unknown.Cause.ERROR, path + " is not an ARM template"), Origin.at(start));
        Diagnostic diagnostic = Diagnostic.error(
                "arm-no-template", "File is not an ARM template", "Expressions have no meaning without one.", start);
        return expressions.stream()
                .map(expression -> new Evaluation(nothing, List.of(diagnostic)))
                .toList();
    }

    private static List<ParameterFile> parameterFiles(
            SourceTree tree, String template, Inputs inputs, Consumer<Diagnostic> problems) {
        List<String> paths = new ArrayList<>();
        for (Path path : inputs.parameterFiles()) {
            paths.add(tree.base()
                    .relativize(tree.base().resolve(path).normalize())
                    .toString()
                    .replace('\\', '/'));
        }
        if (paths.isEmpty()) {
            ParameterFile.beside(tree, template).ifPresent(paths::add);
        }
        List<ParameterFile> files = new ArrayList<>();
        for (String path : paths) {
            ParameterFile.read(tree, path, problems).ifPresent(files::add);
        }
        return files;
    }
}
