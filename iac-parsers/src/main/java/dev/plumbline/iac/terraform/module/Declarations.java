package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the top-level blocks of a module's files by what they declare. What only tells Terraform how to come from one
 * state to another ({@code moved}, {@code import}, {@code removed}) declares nothing.
 */
final class Declarations {
    private final Map<String, Block> variables = new LinkedHashMap<>();
    private final Map<String, Attribute> locals = new LinkedHashMap<>();
    private final Map<String, Block> outputs = new LinkedHashMap<>();
    private final Map<String, Block> resources = new LinkedHashMap<>();
    private final Map<String, Block> calls = new LinkedHashMap<>();
    private final Map<String, Block> checks = new LinkedHashMap<>();
    private final Map<String, Block> providers = new LinkedHashMap<>();
    private final Map<String, Requirement> requirements = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics;

    Declarations(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Block block) {
        switch (block.type()) {
            case "variable" -> named(variables, block, 1);
            case "output" -> named(outputs, block, 1);
            case "module" -> named(calls, block, 1);
            case "resource", "data", "ephemeral" -> named(resources, block, 2);
            case "provider" -> named(providers, block, 1);
            case "check" -> {
                named(checks, block, 1);
                // Data sources in a check are the module's own: nothing else may have their names.
                block.body().blocks().stream()
                        .filter(inner -> inner.type().equals("data"))
                        .forEach(inner -> named(resources, inner, 2));
            }
            case "locals" -> block.body().attributes().forEach(this::local);
            case "terraform" ->
                block.body().blocks().stream()
                        .filter(inner -> inner.type().equals("required_providers"))
                        .forEach(inner -> inner.body().attributes().forEach(this::requirement));
            default -> {}
        }
    }

    private void malformed(Block block) {
        diagnostics.add(Diagnostic.error(
                "terraform-labels",
                "Wrong number of labels of block \"%s\"".formatted(block.type()),
                "",
                block.header()));
    }

    private void named(Map<String, Block> into, Block block, int labels) {
        if (block.labels().size() != labels) {
            malformed(block);
            return;
        }
        String name = name(block);
        Block first = into.putIfAbsent(name, block);
        if (first != null) {
            diagnostics.add(duplicate(block.type() + " " + name, first.header(), block.header()));
            if (into == resources) {
                // Terraform refuses both; we assess both.
                into.put("%s#%d".formatted(name, into.size()), block);
            }
        }
    }

    /** {@code net}, {@code aws_vpc.net}, {@code data.aws_vpc.net}; of a provider its alias, too: {@code aws.east}. */
    private static String name(Block block) {
        StringBuilder name =
                new StringBuilder(block.type().equals("data") || block.type().equals("ephemeral") ? block.type() : "");
        block.labels().forEach(label -> name.append(name.isEmpty() ? "" : ".").append(label.text()));
        Attribute alias = block.type().equals("provider") ? block.body().attribute("alias") : null;
        return alias == null
                ? name.toString()
                : name.append('.').append(text(alias.value())).toString();
    }

    private static Diagnostic duplicate(String what, SourceRange first, SourceRange again) {
        return Diagnostic.warning(
                "terraform-duplicate",
                "Duplicate %s".formatted(what),
                "It is already declared at %s.".formatted(first),
                again);
    }

    private void local(Attribute attribute) {
        Attribute first = locals.putIfAbsent(attribute.name(), attribute);
        if (first != null) {
            diagnostics.add(duplicate("local." + attribute.name(), first.range(), attribute.range()));
        }
    }

    private void requirement(Attribute attribute) {
        String source = "";
        String version = "";
        if (attribute.value() instanceof Expression.ObjectConstructor object) {
            for (Expression.ObjectItem item : object.items()) {
                String key = item.key() instanceof BareKey bare ? bare.name() : text(item.key());
                source = key.equals("source") ? text(item.value()) : source;
                version = key.equals("version") ? text(item.value()) : version;
            }
        } else {
            version = text(attribute.value());
        }
        requirements.putIfAbsent(attribute.name(), new Requirement(source, version));
    }

    /** The text of a template without interpolations; empty for anything else. */
    static String text(Expression expression) {
        return expression instanceof Expression.Template template
                        && template.parts().size() == 1
                        && template.parts().get(0) instanceof TemplatePart.Text text
                ? text.text()
                : "";
    }

    /** Merges one override file: what it sets replaces what the declaration of the same name sets. */
    void override(Declarations overrides) {
        merge(variables, overrides.variables);
        merge(outputs, overrides.outputs);
        merge(calls, overrides.calls);
        merge(resources, overrides.resources);
        merge(providers, overrides.providers);
        merge(checks, overrides.checks);
        locals.putAll(overrides.locals);
        requirements.putAll(overrides.requirements);
    }

    private void merge(Map<String, Block> base, Map<String, Block> overrides) {
        overrides.forEach((name, override) -> {
            Block block = base.get(name);
            if (block == null) {
                diagnostics.add(Diagnostic.warning(
                        "terraform-override",
                        "Missing base declaration to override: %s %s".formatted(override.type(), name),
                        "Terraform refuses it; it is assessed as if its file were no override file.",
                        override.header()));
            }
            base.put(name, block == null ? override : Overrides.merged(block, override));
        });
    }

    Module module(String directory, List<Exemption> exemptions) {
        return new Module(
                directory,
                variables,
                locals,
                outputs,
                resources,
                calls,
                checks,
                providers,
                requirements,
                diagnostics,
                exemptions);
    }
}
