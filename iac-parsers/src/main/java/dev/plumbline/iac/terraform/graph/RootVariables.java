package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Inputs;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.module.VariableFile;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.HclExpression;
import dev.plumbline.iac.terraform.syntax.HclParser;
import dev.plumbline.iac.terraform.type.Type;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user gives a root module's variables, the later over the earlier: the environment where it is asked for,
 * {@code terraform.tfvars}, {@code terraform.tfvars.json}, {@code *.auto.tfvars} and {@code *.auto.tfvars.json} by their
 * names, variable files, single variables.
 */
final class RootVariables {
    private final Evaluator literals;
    private final Consumer<Diagnostic> problems;
    private final Map<String, Result> fromFiles = new LinkedHashMap<>();
    private final Map<String, String> given;
    private final Map<String, String> environment;

    /** @param literals evaluates the values in the files */
    RootVariables(SourceTree tree, String directory, Inputs inputs, Evaluator literals, Consumer<Diagnostic> problems) {
        this.literals = literals;
        this.problems = problems;
        this.given = inputs.variables();
        this.environment = inputs.environment();
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
        for (Attribute attribute : VariableFile.read(file, problems)) {
            fromFiles.put(
                    attribute.name(),
                    literals.attempt(attribute.value(), Bindings.NONE)
                            .labelled(attribute.value().range(), label(attribute.name(), file)));
        }
    }

    private static String label(String variable, SourceFile file) {
        return "var." + variable + " in " + file.path();
    }

    /**
     * What a variable is given; null where it is given nothing.
     *
     * @param type decides how a single variable's text is read: as it is, or as an expression
     */
    Result value(String variable, Optional<Type> type, SourceRange declaration) {
        if (given.containsKey(variable)) {
            return written(given.get(variable), type, Origin.at(declaration, "var." + variable + " given to the scan"));
        } else if (fromFiles.containsKey(variable)) {
            return fromFiles.get(variable);
        }
        String text = environment.get(variable);
        return text == null
                ? null
                : written(text, type, Origin.at(declaration, "TF_VAR_" + variable + " in the environment"));
    }

    private Result written(String text, Optional<Type> type, Origin origin) {
        boolean literal = type.isEmpty() || type.get() instanceof Type.Simple simple && simple != Type.Simple.ANY;
        if (!literal) {
            HclExpression expression =
                    HclParser.parseExpression(new SourceFile(origin.range().file(), text));
            if (expression.expression().isPresent()) {
                Value value = literals.attempt(expression.expression().get(), Bindings.NONE)
                        .value();
                return Result.of(at(origin, value));
            }
        }
        return Result.of(new StringValue(text, origin));
    }

    /** The text stands in no file: the value and all in it are at one place. The parser bounds the nesting. */
    private static Value at(Origin origin, Value value) {
        if (value instanceof ListValue list) {
            List<Value> elements =
                    list.elements().stream().map(element -> at(origin, element)).toList();
            return new ListValue(elements, list.kind(), origin, list.sensitive());
        } else if (value instanceof ObjectValue object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, Member.unnamed(at(origin, member.value()))));
            return new ObjectValue(members, object.kind(), origin, object.sensitive());
        }
        return value.withOrigin(origin);
    }
}
