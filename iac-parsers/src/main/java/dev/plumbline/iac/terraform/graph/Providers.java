package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.References;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectConstructor;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which provider's configuration a resource belongs to, and what it gets from it. */
final class Providers {

    /**
     * @param own the attribute with the tags of a resource
     * @param all the attribute with those and the provider's
     */
    private record TagAttributes(String own, String all) {}

    private static final TagAttributes LABELS = new TagAttributes("labels", "effective_labels");
    private static final Map<String, TagAttributes> TAGS =
            Map.of("aws", new TagAttributes("tags", "tags_all"), "google", LABELS, "google-beta", LABELS);

    private Providers() {}

    /** What the resource's module calls its provider. By convention, a type starts with that and an underscore. */
    static String localName(Block resource) {
        String key = key(resource);
        int alias = key.indexOf('.');
        return alias < 0 ? key : key.substring(0, alias);
    }

    /** The local name with the alias, where there is one. */
    private static String key(Block resource) {
        Attribute written = resource.body().attribute("provider");
        Optional<ScopeTraversal> reference =
                written == null ? Optional.empty() : StaticReferences.traversal(written.value());
        String type = resource.labels().get(0).text();
        int underscore = type.indexOf('_');
        return reference.map(Providers::key).orElse(underscore < 0 ? type : type.substring(0, underscore));
    }

    private static String key(ScopeTraversal reference) {
        String alias = ModuleInstance.name(reference.steps(), 0);
        return alias == null ? reference.root() : reference.root() + "." + alias;
    }

    /** The resource with the tags that its provider gives it beside its own. */
    static Result tagged(ModuleInstance module, Block resource, Result attributes) {
        TagAttributes names = TAGS.get(localName(resource));
        ProviderNode provider = names == null ? null : find(module, key(resource));
        if (provider == null) {
            return attributes;
        }
        module.configuration.scheduler().require(provider);
        if (provider.tags() == null) {
            return attributes;
        }
        ObjectValue object = (ObjectValue) attributes.value();
        Value own = object.get(names.own());
        Result tags = own == null || own instanceof NullValue
                ? provider.tags()
                : merged(
                        provider.tags(), new Result(own, attributes.references().part(names.own())));
        Map<String, Member> members = new LinkedHashMap<>(object.members());
        members.putIfAbsent(names.all(), Member.unnamed(tags.value()));
        Map<String, References> parts = new LinkedHashMap<>();
        attributes.references().forEachPart(parts::put);
        parts.putIfAbsent(names.all(), tags.references());
        return new Result(
                new ObjectValue(members, object.kind(), object.origin(), object.sensitive()),
                References.ofParts(parts));
    }

    /** The account or subscription that the resource's provider works in; empty where its configuration names none. */
    static String account(ModuleInstance module, Block resource) {
        ProviderNode provider = find(module, key(resource));
        if (provider == null) {
            return "";
        }
        module.configuration.scheduler().require(provider);
        return provider.account();
    }

    private static Result merged(Result defaults, Result own) {
        References references = References.flat(List.of(defaults.references(), own.references()));
        for (Value side : List.of(own.value(), defaults.value())) {
            if (side instanceof UnknownValue) {
                return new Result(side, references);
            }
        }
        if (!(own.value() instanceof ObjectValue wanted)) {
            return own;
        }
        Map<String, Member> members = new LinkedHashMap<>(((ObjectValue) defaults.value()).members());
        members.putAll(wanted.members());
        boolean sensitive = own.value().sensitive() || defaults.value().sensitive();
        return new Result(
                new ObjectValue(members, ObjectValue.Kind.MAP, own.value().origin(), sensitive), references);
    }

    /** The configuration that a name means in a module: its own, the one passed to it, or the caller's of that name. */
    private static ProviderNode find(ModuleInstance from, String name) {
        ModuleInstance module = from;
        String key = name;
        while (module != null) {
            ProviderNode own = module.provider(key);
            if (own != null) {
                return own;
            }
            Optional<String> passed = module.call == null ? Optional.empty() : passed(module.call, key);
            if (passed.isEmpty() && key.contains(".")) {
                return null;
            }
            key = passed.orElse(key);
            module = module.parent;
        }
        return null;
    }

    private static Optional<String> passed(Block call, String key) {
        Attribute providers = call.body().attribute("providers");
        if (providers != null && providers.value() instanceof ObjectConstructor object) {
            for (ObjectItem item : object.items()) {
                if (StaticReferences.traversal(item.key()).map(Providers::key).equals(Optional.of(key))) {
                    return StaticReferences.traversal(item.value()).map(Providers::key);
                }
            }
        }
        return Optional.empty();
    }
}
