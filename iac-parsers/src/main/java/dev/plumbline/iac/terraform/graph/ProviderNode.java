package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import java.util.List;
import java.util.Set;

/**
 * A provider's configuration, as far as its resources are other for it: the tags that it gives to all of them, and the
 * account or subscription that they are in; and the credentials in it, which do not belong there.
 */
final class ProviderNode extends Node {
    /** The block of the AWS provider and the argument of Google's. */
    private static final String BLOCK = "default_tags";

    private static final String ARGUMENT = "default_labels";

    /** Of what is evaluated, that which says where its resources are, and how it signs in. */
    private static final Set<String> ARGUMENTS = Set.of(
            ARGUMENT,
            "subscription_id",
            "allowed_account_ids",
            "profile",
            "access_key",
            "secret_key",
            "token",
            "skip_credentials_validation",
            "client_secret",
            "client_certificate_password");

    private static final Set<String> BLOCKS = Set.of(BLOCK, "assume_role");

    /** The length of an AWS account's id, which is the fifth part of an ARN. */
    private static final int ACCOUNT_DIGITS = 12;

    private final ModuleInstance module;
    private final Block block;
    private final String configured;
    private ObjectValue arguments;
    private Result tags;
    private String account = "";

    /** @param name local name and alias */
    ProviderNode(ModuleInstance module, String name, Block block) {
        super(module.prefix + "provider." + name, block.header());
        this.module = module;
        this.configured = name;
        this.block = relevant(block);
    }

    private static Block relevant(Block block) {
        Body body = block.body();
        Body relevant = new Body(
                body.attributes().stream()
                        .filter(attribute -> ARGUMENTS.contains(attribute.name()))
                        .toList(),
                body.blocks().stream()
                        .filter(inner -> BLOCKS.contains(inner.type())
                                || inner.labels().stream().anyMatch(label -> BLOCKS.contains(label.text())))
                        .toList(),
                body.range());
        return new Block(block.type(), block.typeRange(), block.labels(), relevant, block.header(), block.range());
    }

    @Override
    ModuleInstance scope() {
        return module;
    }

    @Override
    List<ScopeTraversal> findMentions() {
        return Mentions.in(block.body());
    }

    @Override
    void evaluate() {
        Configuration configuration = module.configuration;
        Result all = new BlockEvaluator(module.evaluator, configuration.open(), configuration::report)
                .resource(block, Bindings.NONE, name());
        Result found = part(all, ARGUMENT);
        if (found == null && part(all, BLOCK) != null) {
            Result blocks = part(all, BLOCK);
            found = blocks.value() instanceof ListValue list && !list.elements().isEmpty()
                    ? new Result(list.elements().get(0), blocks.references().part("0"))
                    : blocks;
            found = found.value() instanceof ObjectValue ? part(found, "tags") : found;
        }
        boolean some = found != null
                && !(found.value() instanceof NullValue)
                && (found.value() instanceof ObjectValue || found.value() instanceof UnknownValue);
        tags = some ? found : null;
        arguments = (ObjectValue) all.value();
        account = account(arguments);
    }

    /** The configuration by itself, of the type {@code provider.aws}. */
    Resource declared() {
        String localName = configured.split("\\.", 2)[0];
        return new Resource(
                name(),
                "provider." + localName,
                configured,
                Resource.Mode.DECLARED,
                Dialect.TERRAFORM,
                module.configuration.providerVersions().of(module.module, localName),
                arguments,
                block.range(),
                block.header(),
                module.calls,
                account,
                Resource.Existence.CERTAIN);
    }

    /** What names it most surely: an id, the account of the role that is assumed, the profile of credentials. */
    private static String account(ObjectValue provider) {
        if (provider.get("subscription_id") instanceof StringValue id) {
            return id.value();
        }
        if (provider.get("allowed_account_ids") instanceof ListValue ids
                && ids.elements().size() == 1
                && ids.elements().get(0) instanceof StringValue id) {
            return id.value();
        }
        String role = role(provider.get("assume_role"));
        String[] arn = role.split(":", 6);
        if (arn.length == 6 && arn[4].length() == ACCOUNT_DIGITS) {
            return arn[4];
        }
        return provider.get("profile") instanceof StringValue profile ? profile.value() : "";
    }

    private static String role(Value assumed) {
        Value last = assumed instanceof ListValue list && !list.elements().isEmpty()
                ? list.elements().get(list.elements().size() - 1)
                : assumed;
        return last instanceof ObjectValue block && block.get("role_arn") instanceof StringValue arn ? arn.value() : "";
    }

    private static Result part(Result of, String name) {
        Value value = of.value() instanceof ObjectValue object ? object.get(name) : null;
        return value == null ? null : new Result(value, of.references().part(name));
    }

    /** The account or subscription that its resources are in; empty where it names none that is known. */
    String account() {
        return account;
    }

    /** The tags that every resource gets; null where there are none. */
    Result tags() {
        return tags;
    }
}
