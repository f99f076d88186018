package dev.plumbline.iac.cloudformation;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.ExpressionEvaluator.Evaluation;
import dev.plumbline.iac.FrontEnd.Progress;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.ScanUnit;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.ValueJson;
import dev.plumbline.iac.cloudformation.template.TemplateReader;
import dev.plumbline.iac.source.Memory;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Templates written to a directory and read from there, as a scan does. */
public record Stacks(Path directory) {

    /** A tree that has no files. */
    private static final SourceTree NOWHERE = nowhere();

    private static SourceTree nowhere() {
        try {
            return SourceTree.open(Files.createTempDirectory("none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stacks with(String name, String text) {
        try {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.writeString(directory.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ScanUnit> read(String... parameterFiles) {
        List<Path> files =
                List.of(parameterFiles).stream().map(directory::resolve).toList();
        return new CloudFormationFrontEnd().read(tree(), new Inputs(Map.of(), List.of(), files), Progress.NONE);
    }

    private SourceTree tree() {
        try {
            return SourceTree.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String eval(String path, String expression) {
        List<Evaluation> results =
                new CloudFormationFrontEnd().evaluate(tree(), path, Inputs.NONE, List.of(expression));
        return results.get(0).line();
    }

    /** The unit of a template of that text. */
    public static ScanUnit unit(String text) {
        SourceFile file = new SourceFile("t.yaml", text);
        return new TemplateScan(NOWHERE, new GivenParameters(NOWHERE, Inputs.NONE), Memory.none())
                .unit(TemplateReader.read(file).orElseThrow());
    }

    /** The only world of a template of that text. */
    public static ResourceGraph graph(String text) {
        ScanUnit unit = unit(text);
        if (unit.worlds().size() != 1) {
            throw new AssertionError(unit.worlds());
        }
        return unit.worlds().get(0).graph();
    }

    public static Value property(ResourceGraph graph, String logicalId, String name) {
        Resource resource = graph.at(logicalId).orElseThrow();
        return resource.attributes().get(name);
    }

    /** A value as JSON; what is unknown as {@code CAUSE prefix…}. */
    public static String shown(Value value) {
        return value instanceof UnknownValue unknown
                ? unknown.unknown().cause() + " " + unknown.unknown().prefix() + "…"
                : ValueJson.compact(value);
    }

    public static Unknown unknown(Value value) {
        return ((UnknownValue) value).unknown();
    }

    public static List<String> codes(ScanUnit unit) {
        return unit.diagnostics().stream()
                .map(it -> it.code() + "@" + it.range().startLine())
                .toList();
    }

    public static List<String> problems(ScanUnit unit) {
        return unit.diagnostics().stream().map(Diagnostic::summary).toList();
    }
}
