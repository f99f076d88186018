package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the top-level blocks of a module's files by what they declare. */
final class Declarations {
    private final Map<String, Block> variables = new LinkedHashMap<>();
    private final Map<String, Attribute> locals = new LinkedHashMap<>();
    private final Map<String, Block> outputs = new LinkedHashMap<>();
    private final Map<String, Block> resources = new LinkedHashMap<>();
    private final Map<String, Block> calls = new LinkedHashMap<>();
    private final Map<String, String> providers = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics;

    Declarations(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Block block) {
        switch (block.type()) {
            case "variable" -> named(variables, block, 1);
            case "output" -> named(outputs, block, 1);
            case "module" -> named(calls, block, 1);
            case "resource", "data" -> named(resources, block, 2);
            case "locals" -> block.body().attributes().forEach(this::local);
            case "terraform" ->
                block.body().blocks().stream()
                        .filter(inner -> inner.type().equals("required_providers"))
                        .forEach(inner -> inner.body().attributes().forEach(this::provider));
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
        StringBuilder name = new StringBuilder(block.type().equals("data") ? "data" : "");
        block.labels().forEach(label -> name.append(name.isEmpty() ? "" : ".").append(label.text()));
        Block first = into.putIfAbsent(name.toString(), block);
        if (first != null) {
            diagnostics.add(duplicate(block.type() + " " + name, first.header(), block.header()));
            if (into == resources) {
                // Terraform refuses both; we assess both.
                into.put("%s#%d".formatted(name, into.size()), block);
            }
        }
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

    private void provider(Attribute attribute) {
        if (attribute.value() instanceof Expression.ObjectConstructor object) {
            for (Expression.ObjectItem item : object.items()) {
                if (item.key() instanceof BareKey key && key.name().equals("version")) {
                    providers.putIfAbsent(attribute.name(), text(item.value()));
                }
            }
        } else {
            providers.putIfAbsent(attribute.name(), text(attribute.value()));
        }
    }

    /** The text of a template without interpolations; empty for anything else. */
    static String text(Expression expression) {
        return expression instanceof Expression.Template template
                        && template.parts().size() == 1
                        && template.parts().get(0) instanceof TemplatePart.Text text
                ? text.text()
                : "";
    }

    /** Merges override files: what they set replaces what the declaration of the same name sets. */
    void override(Declarations overrides) {
        merge(variables, overrides.variables);
        merge(outputs, overrides.outputs);
        merge(calls, overrides.calls);
        merge(resources, overrides.resources);
        locals.putAll(overrides.locals);
        providers.putAll(overrides.providers);
    }

    private static void merge(Map<String, Block> base, Map<String, Block> overrides) {
        overrides.forEach((name, override) -> base.merge(name, override, Declarations::merged));
    }

    /** Arguments are replaced one by one; nested blocks of a type replace all of that type. */
    private static Block merged(Block base, Block override) {
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : base.body().attributes()) {
            Attribute replaced = override.body().attribute(attribute.name());
            attributes.add(replaced == null ? attribute : replaced);
        }
        for (Attribute attribute : override.body().attributes()) {
            if (base.body().attribute(attribute.name()) == null) {
                attributes.add(attribute);
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : base.body().blocks()) {
            if (override.body().blocks().stream().noneMatch(other -> kind(other).equals(kind(block)))) {
                blocks.add(block);
            }
        }
        blocks.addAll(override.body().blocks());
        Body body = new Body(attributes, blocks, base.body().range());
        return new Block(base.type(), base.typeRange(), base.labels(), body, base.header(), base.range());
    }

    private static String kind(Block block) {
        return block.type().equals("dynamic") && !block.labels().isEmpty()
                ? block.labels().get(0).text()
                : block.type();
    }

    Module module(String directory) {
        return new Module(directory, variables, locals, outputs, resources, calls, providers, diagnostics);
    }
}
