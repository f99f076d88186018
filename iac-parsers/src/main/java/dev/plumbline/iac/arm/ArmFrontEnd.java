package dev.plumbline.iac.arm;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.ExpressionEvaluator;
import dev.plumbline.iac.FrontEnd;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Decisions;
import dev.plumbline.iac.arm.json.Problems;
import dev.plumbline.iac.arm.template.ParameterFile;
import dev.plumbline.iac.arm.template.ParameterValues;
import dev.plumbline.iac.arm.template.TemplateFiles;
import dev.plumbline.iac.arm.template.TemplateFiles.TemplateFile;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    public List<ScanUnit> read(SourceTree tree, Inputs inputs, Progress progress, Memory memory) {
        Map<String, TemplateUnit> units = new LinkedHashMap<>();
        for (String path : tree.files()) {
            if (isCandidate(path)) {
                Optional<TemplateUnit> unit = memory.get(List.of("arm", path, inputs.at(path)), tree, read -> {
                    Problems problems = new Problems();
                    return open(read, path, inputs, progress, problems)
                            .map(opened -> TemplateUnit.of(opened.file(), opened.given(), read, problems));
                });
                unit.ifPresent(present -> units.put(path, present));
            }
        }
        Map<String, List<String>> linkedBy = new HashMap<>();
        units.forEach((path, unit) -> unit.linked()
                .forEach(linked -> linkedBy.computeIfAbsent(linked, any -> new ArrayList<>())
                        .add(path)));
        units.keySet().removeIf(path -> isPart(path, linkedBy));
        return units.values().stream().map(TemplateUnit::unit).toList();
    }

    /** Whether a template is deployed by another. Of templates that link to each other, the first is taken as the outer. */
    private static boolean isPart(String path, Map<String, List<String>> linkedBy) {
        return linkedBy.getOrDefault(path, List.of()).stream()
                .filter(other -> !other.equals(path))
                .anyMatch(other -> other.compareTo(path) < 0
                        || !linkedBy.getOrDefault(other, List.of()).contains(path));
    }

    private record Opened(TemplateFile file, ParameterValues given) {}

    private static boolean isCandidate(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || lower.endsWith(".jsonc");
    }

    /** The template in a file; empty where there is none in it. */
    private static Optional<Opened> open(
            SourceTree tree, String path, Inputs inputs, Progress progress, Problems problems) {
        return TemplateFiles.read(tree, path).map(file -> {
            progress.reading(path);
            problems.addAll(file.diagnostics());
            ParameterValues given = file.template() == file.root()
                    ? ParameterValues.of(parameterFiles(tree, path, inputs, problems::add))
                    : ParameterValues.wrapped(file.root());
            return new Opened(file, given);
        });
    }

    @Override
    public List<Evaluation> evaluate(SourceTree tree, String path, Inputs inputs, List<String> expressions) {
        Optional<Template> template = open(tree, path, inputs, Progress.NONE, new Problems())
                .map(opened -> new Template(
                        opened.file(), opened.given(), new TemplateFiles(tree), new Problems(), Decisions.none()));
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
        for (Path path : inputs.at(template).parameterFiles()) {
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
