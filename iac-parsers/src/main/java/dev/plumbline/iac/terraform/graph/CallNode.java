package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Diagnostic.Severity;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource.Call;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.graph.Repetition.Instance;
import dev.plumbline.iac.terraform.module.Module;
import dev.plumbline.iac.terraform.module.ModuleSources;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A module call: makes the instances of the called module. */
final class CallNode extends Node {
    private static final int MAX_DEPTH = 24;

    private final ModuleInstance caller;
    private final String call;
    private final Block block;
    private final Map<String, ModuleInstance> instances = new LinkedHashMap<>();
    private Repetition repetition;
    private boolean resolved;
    private Result all;
    private List<ModuleInstance> modules;
    /** In how many of the instances, from the first on, an output is evaluated: it stays so. */
    private final Map<String, Integer> evaluated = new HashMap<>();

    CallNode(ModuleInstance caller, String call, Block block) {
        super(caller.prefix + "module." + call, block.header());
        this.caller = caller;
        this.call = call;
        this.block = block;
    }

    @Override
    ModuleInstance scope() {
        return caller;
    }

    @Override
    List<ScopeTraversal> findMentions() {
        List<ScopeTraversal> mentions = new ArrayList<>();
        for (String name : List.of("count", "for_each")) {
            Attribute attribute = block.body().attribute(name);
            if (attribute != null) {
                mentions.addAll(Mentions.in(attribute.value()));
            }
        }
        return mentions;
    }

    @Override
    void evaluate() {
        Configuration configuration = caller.configuration;
        repetition = Repetition.of(block.body(), caller.evaluator, Bindings.NONE, configuration);
        Optional<Module> module = module(configuration);
        resolved = module.isPresent();
        if (!resolved) {
            return;
        }
        String key = caller.key.isEmpty() ? call : caller.key + "." + call;
        for (Instance instance : repetition.instances()) {
            String name = "module." + call + instance.suffix();
            List<Call> calls = new ArrayList<>(caller.calls);
            calls.add(new Call(name, block.header()));
            String doubt = caller.doubt.isEmpty() ? repetition.doubt() : caller.doubt;
            if (!configuration.mayAddModule(block.header())) {
                return;
            }
            instances.put(
                    instance.name(),
                    new ModuleInstance(
                            configuration,
                            module.get(),
                            caller,
                            block,
                            caller.prefix + name + ".",
                            key,
                            instance.bindings(),
                            calls,
                            doubt));
        }
    }

    private Optional<Module> module(Configuration configuration) {
        String key = caller.key.isEmpty() ? call : caller.key + "." + call;
        Optional<String> directory = configuration.sources().directory(block, key, caller.module.directory());
        String source = ModuleSources.written(block);
        if (caller.calls.size() >= MAX_DEPTH) {
            configuration.report(Diagnostic.error(
                    "terraform-module-depth",
                    "Modules call each other more than %d deep".formatted(MAX_DEPTH),
                    "What module.%s declares is not assessed.".formatted(call),
                    block.header()));
            return Optional.empty();
        } else if (directory.isPresent() && callsItself(directory.get())) {
            configuration.report(Diagnostic.error(
                    "terraform-module-cycle",
                    "Module calls itself: %s".formatted(source),
                    "Terraform would go on for ever. Let module.%s call another directory.".formatted(call),
                    block.header()));
            return Optional.empty();
        } else if (directory.isPresent() && configuration.reader().exists(directory.get())) {
            Module module = configuration.reader().read(directory.get());
            configuration.addAll(module);
            return Optional.of(module);
        } else if (ModuleSources.isLocal(source)) {
            configuration.report(Diagnostic.warning(
                    "terraform-module-missing",
                    "Unreadable module directory: %s".formatted(source),
                    "There are no files of Terraform, or it is outside of the scanned files. Its outputs are taken as unknown.",
                    block.header()));
        } else {
            configuration.report(new Diagnostic(
                    Severity.INFO,
                    "terraform-module-external",
                    "module.%s is not among the scanned files".formatted(call),
                    "Source %s. Its outputs are taken as unknown; after \"terraform init\" it is assessed as well."
                            .formatted(source.isEmpty() ? "is not given" : '"' + source + '"'),
                    block.header()));
        }
        return Optional.empty();
    }

    /** Whether the directory is one of those that lead to this call. */
    private boolean callsItself(String directory) {
        for (ModuleInstance each = caller; each != null; each = each.parent) {
            if (each.module.directory().equals(directory)) {
                return true;
            }
        }
        return false;
    }

    /** The outputs of all instances as one value. */
    Result all() {
        if (all != null) {
            return all;
        }
        Result found = Instances.of(this);
        // In a cycle some are missing yet.
        all = pendingOutput("") == null ? found : null;
        return found;
    }

    /**
     * An output that is not evaluated; null where all are.
     *
     * @param name of an output of each instance; empty for all outputs
     */
    Node pendingOutput(String name) {
        List<ModuleInstance> modules = modules();
        int done = evaluated.getOrDefault(name, 0);
        Node pending = null;
        while (pending == null && done < modules.size()) {
            pending = modules.get(done).pendingOutput(name);
            done += pending == null ? 1 : 0;
        }
        evaluated.put(name, done);
        return pending;
    }

    private List<ModuleInstance> modules() {
        if (modules == null) {
            modules = List.copyOf(instances.values());
        }
        return modules;
    }

    /** What the module is given, as one object; for a module whose variables are not there to take it. */
    Result arguments(Bindings bindings) {
        Map<String, Member> members = new LinkedHashMap<>();
        Map<String, References> parts = new LinkedHashMap<>();
        for (Attribute attribute : block.body().attributes()) {
            if (!MetaArguments.OF_CALLS.contains(attribute.name())) {
                Result argument = caller.evaluator.attempt(attribute.value(), bindings);
                members.put(attribute.name(), new Member(attribute.nameRange(), argument.value()));
                parts.put(attribute.name(), argument.references());
            }
        }
        return new Result(new ObjectValue(members, Origin.at(block.header())), References.ofParts(parts));
    }

    Body body() {
        return block.body();
    }

    /** Whether the called module is among the scanned files. */
    boolean resolved() {
        return resolved;
    }

    Repetition repetition() {
        return repetition;
    }

    /** By key, in the order of the source. */
    Map<String, ModuleInstance> instances() {
        return instances;
    }
}
