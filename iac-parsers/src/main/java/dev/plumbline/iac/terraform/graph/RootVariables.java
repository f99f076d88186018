package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.HclExpression;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.terraform.syntax.HclParser;
import dev.plumbline.iac.terraform.type.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user gives a root module's variables, the later over the earlier: {@code terraform.tfvars}, {@code
 * terraform.tfvars.json}, {@code *.auto.tfvars} and {@code *.auto.tfvars.json} by their names, variable files, single
 * variables.
 */
final class RootVariables {
    private final Evaluator literals;
    private final Consumer<Diagnostic> problems;
    private final Map<String, Result> fromFiles = new LinkedHashMap<>();
    private final Map<String, String> given;

    /** @param literals evaluates the values in the files */
    RootVariables(SourceTree tree, String directory, Inputs inputs, Evaluator literals, Consumer<Diagnostic> problems) {
        this.literals = literals;
        this.problems = problems;
        this.given = inputs.variables();
        List<String> names = tree.list(directory);
        String prefix = directory.isEmpty() ? "" : directory + "/";
        for (String name : List.of("terraform.tfvars", "terraform.tfvars.json")) {
            if (names.contains(name)) {
                tree.read(prefix + name, problems).ifPresent(this::add);
            }
        }
        for (String name : names) {
            if (name.endsWith(".auto.tfvars") || name.endsWith(".auto.tfvars.json")) {
                tree.read(prefix + name, problems).ifPresent(this::add);
            }
        }
        inputs.variableFiles().forEach(file -> read(tree, file).ifPresent(this::add));
    }

    private Optional<SourceFile> read(SourceTree tree, Path file) {
        Path absolute = tree.base().resolve(file).normalize();
        String path = absolute.startsWith(tree.base())
                ? tree.base().relativize(absolute).toString()
                : absolute.toString();
        return tree.read(path.replace('\\', '/'), problems);
    }

    private void add(SourceFile file) {
        if (file.path().endsWith(".json")) {
            addJson(file);
            return;
        }
        HclFile parsed = HclParser.parse(file);
        parsed.diagnostics().forEach(problems);
        for (Attribute attribute : parsed.body().attributes()) {
            fromFiles.put(
                    attribute.name(),
                    literals.attempt(attribute.value(), Bindings.NONE)
                            .labelled(attribute.value().range(), label(attribute.name(), file)));
        }
    }

    private static String label(String variable, SourceFile file) {
        return "var." + variable + " in " + file.path();
    }

    private void addJson(SourceFile file) {
        SourceRange start = SourceRange.startOf(file.path());
        try {
            if (TerraformJson.decode(file.text(), Origin.at(start)) instanceof ObjectValue object) {
                for (Map.Entry<String, Member> member : object.members().entrySet()) {
                    fromFiles.put(
                            member.getKey(),
                            Result.of(member.getValue().value()).labelled(start, label(member.getKey(), file)));
                }
                return;
            }
        } catch (IOException e) {
            // Reported as what is no object is.
        }
        problems.accept(Diagnostic.error("terraform-variable-file", "Variable file is not a JSON object", "", start));
    }

    /**
     * What a variable is given; null where it is given nothing.
     *
     * @param type decides how a single variable's text is read: as it is, or as an expression
     */
    Result value(String variable, Optional<Type> type, SourceRange declaration) {
        String text = given.get(variable);
        if (text == null) {
            return fromFiles.get(variable);
        }
        Origin origin = Origin.at(declaration, "var." + variable + " given to the scan");
        if (type.isPresent() && !(type.get() instanceof Type.Simple)) {
            HclExpression expression = HclParser.parseExpression(new SourceFile(declaration.file(), text));
            if (expression.expression().isPresent()) {
                Value value = literals.attempt(expression.expression().get(), Bindings.NONE)
                        .value();
                return Result.of(value.withOrigin(origin));
            }
        }
        return Result.of(new StringValue(text, origin));
    }
}
