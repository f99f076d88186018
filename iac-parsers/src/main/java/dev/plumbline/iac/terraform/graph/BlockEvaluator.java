package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.EvaluationException;
import dev.plumbline.iac.terraform.eval.Evaluator;
import dev.plumbline.iac.terraform.eval.Loops;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Evaluates the body of a resource: arguments become members, nested blocks lists of objects. */
final class BlockEvaluator {
    private final Evaluator evaluator;
    private final OpenObjects open;
    private final Consumer<Diagnostic> problems;

    BlockEvaluator(Evaluator evaluator, OpenObjects open, Consumer<Diagnostic> problems) {
        this.evaluator = evaluator;
        this.open = open;
        this.problems = problems;
    }

    /** @param address of the resource, for the references that are made to it */
    Result resource(Block block, Bindings bindings, String address) {
        return body(block.body(), block.header(), bindings, address, "", true);
    }

    private Result body(Body body, SourceRange header, Bindings bindings, String address, String path, boolean top) {
        Map<String, Member> members = new LinkedHashMap<>();
        Map<String, References> parts = new LinkedHashMap<>();
        for (Attribute attribute : body.attributes()) {
            if (!(top && MetaArguments.OF_RESOURCES.contains(attribute.name()))) {
                Result result = evaluator.attempt(attribute.value(), bindings);
                members.put(attribute.name(), new Member(attribute.nameRange(), result.value()));
                parts.put(attribute.name(), result.references());
            }
        }
        Map<String, Blocks> blocks = new LinkedHashMap<>();
        for (Block block : body.blocks()) {
            if (block.type().equals("dynamic") && block.labels().size() == 1) {
                dynamic(block, bindings, address, path, blocks);
            } else if (!(top && MetaArguments.BLOCKS.contains(block.type()))) {
                Blocks list = blocks.computeIfAbsent(block.type(), type -> new Blocks(block.typeRange(), path, type));
                list.add(body(block.body(), block.header(), bindings, address, list.nextPath(), false));
            }
        }
        blocks.forEach((type, list) -> list.into(members, parts));
        Origin origin = Origin.at(header);
        open.register(origin, address, path);
        return new Result(new ObjectValue(members, origin), References.ofParts(parts));
    }

    private void dynamic(Block block, Bindings bindings, String address, String path, Map<String, Blocks> blocks) {
        String type = block.labels().get(0).text();
        Attribute forEach = block.body().attribute("for_each");
        Block content = block.body().blocks().stream()
                .filter(inner -> inner.type().equals("content"))
                .findFirst()
                .orElse(null);
        if (forEach == null || content == null) {
            problems.accept(Diagnostic.warning(
                    "terraform-dynamic",
                    "A dynamic block needs for_each and content",
                    "It is taken as if it were not there.",
                    block.header()));
            return;
        }
        Attribute iterator = block.body().attribute("iterator");
        String variable = iterator != null && iterator.value() instanceof ScopeTraversal name ? name.root() : type;
        Blocks list = blocks.computeIfAbsent(
                type, name -> new Blocks(block.labels().get(0).range(), path, name));
        Result collection = evaluator.attempt(forEach.value(), bindings);
        if (collection.value() instanceof UnknownValue unknown) {
            Bindings inner = bindings.with(variable, unknownIteration(unknown));
            Result one = body(content.body(), block.header(), inner, address, list.nextPath(), false);
            References mentioned = References.flat(List.of(collection.references(), one.references()));
            list.addUnknown(unknown, block.header(), mentioned);
            return;
        } else if (collection.value() instanceof NullValue) {
            return;
        }
        try {
            for (Loops.Item item : Loops.items(collection, forEach.value().range())) {
                evaluator.spend(block.header());
                Bindings inner = bindings.with(variable, iteration(item, forEach));
                list.add(body(content.body(), block.header(), inner, address, list.nextPath(), false));
            }
        } catch (EvaluationException e) {
            evaluator.report(e);
        }
    }

    private static Result unknownIteration(UnknownValue collection) {
        Unknown unknown = Unknown.because(
                collection.unknown().cause(), collection.unknown().reason());
        Map<String, Member> members = new LinkedHashMap<>();
        for (String name : List.of("key", "value")) {
            members.put(name, Member.unnamed(new UnknownValue(unknown, collection.origin(), collection.sensitive())));
        }
        return Result.of(new ObjectValue(members, collection.origin()));
    }

    private static Result iteration(Loops.Item item, Attribute forEach) {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("key", Member.unnamed(item.key().value()));
        members.put("value", Member.unnamed(item.value().value()));
        return new Result(
                new ObjectValue(members, Origin.at(forEach.value().range())),
                References.ofParts(Map.of(
                        "key", item.key().references(), "value", item.value().references())));
    }

    /** The blocks of one type. */
    private static final class Blocks {
        private final SourceRange name;
        private final String path;
        private final String type;
        private final List<Value> elements = new ArrayList<>();
        private final Map<String, References> parts = new LinkedHashMap<>();
        /** Stands for all blocks; null where their number is known. */
        private UnknownValue open;

        Blocks(SourceRange name, String path, String type) {
            this.name = name;
            this.path = path;
            this.type = type;
        }

        String nextPath() {
            return (path.isEmpty() ? type : path + "." + type) + "[" + elements.size() + "]";
        }

        void add(Result block) {
            parts.put(Integer.toString(elements.size()), block.references());
            elements.add(block.value());
        }

        /** Any number of blocks, or none: nothing in them is certain to be there. */
        void addUnknown(UnknownValue collection, SourceRange header, References mentioned) {
            Unknown why = collection.unknown();
            Unknown block = Unknown.because(why.cause(), why.reason()).of(Shape.OBJECT);
            Origin origin = new Origin(header, "dynamic block", collection.origin());
            open = open == null ? new UnknownValue(block.of(Shape.LIST), origin) : open;
            add(new Result(new UnknownValue(block, origin), mentioned));
        }

        /** In the place of an attribute of the same name, where there are any. */
        void into(Map<String, Member> members, Map<String, References> references) {
            if (members.get(type) != null && elements.isEmpty()) {
                return;
            }
            if (open != null && elements.stream().allMatch(UnknownValue.class::isInstance)) {
                // Not one of the blocks is certain: whether there are any is not known.
                members.put(type, new Member(name, open));
                references.put(type, References.flat(parts.values()));
                return;
            }
            Origin origin =
                    elements.isEmpty() ? Origin.at(name) : elements.get(0).origin();
            members.put(type, new Member(name, new ListValue(elements, Origin.at(origin.range()))));
            references.put(type, References.ofParts(parts));
        }
    }
}
