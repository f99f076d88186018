package dev.plumbline.iac.terraform.graph;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.eval.Bindings;
import dev.plumbline.iac.terraform.eval.Result;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.type.Conversion;
import dev.plumbline.iac.terraform.type.ConversionException;
import dev.plumbline.iac.terraform.type.Type;
import dev.plumbline.iac.terraform.type.TypeConstraints;
import java.util.List;
import java.util.Optional;

/** A variable: given by the user or the calling module, else its default, converted to its type. */
final class VariableNode extends Node {
    private final ModuleInstance module;
    private final String variable;
    private final Block block;
    private final Attribute argument;
    private Result result;

    VariableNode(ModuleInstance module, String variable, Block block) {
        super(module.prefix + "var." + variable, block.header());
        this.module = module;
        this.variable = variable;
        this.block = block;
        this.argument = module.call == null ? null : module.call.body().attribute(variable);
    }

    @Override
    ModuleInstance scope() {
        return argument == null ? null : module.parent;
    }

    @Override
    List<ScopeTraversal> findMentions() {
        return Mentions.in(argument.value());
    }

    Result result() {
        return result;
    }

    @Override
    void evaluate() {
        Optional<Type> type = type();
        Result given = given(type);
        boolean nullable = module.flag(block, "nullable", true);
        if (given == null || given.value() instanceof NullValue && !nullable) {
            given = defaultValue();
        }
        result = module.declared(block, name(), converted(given, type));
    }

    private Result converted(Result given, Optional<Type> type) {
        try {
            return given.with(Conversion.convert(given.value(), type.orElse(Type.Simple.ANY)));
        } catch (ConversionException e) {
            String problem = "Invalid value for var.%s: %s".formatted(variable, e.getMessage());
            module.configuration.report(Diagnostic.warning(
                    "terraform-variable",
                    problem,
                    "The value is taken as unknown.",
                    given.value().origin().range()));
            return Result.of(new UnknownValue(
                    Unknown.because(Cause.ERROR, problem), given.value().origin()));
        }
    }

    private Optional<Type> type() {
        Attribute written = block.body().attribute("type");
        if (written == null) {
            return Optional.empty();
        }
        Optional<Type> type = new TypeConstraints(this::literal).read(written.value());
        if (type.isEmpty()) {
            module.configuration.report(Diagnostic.warning(
                    "terraform-variable-type",
                    "Invalid type specification of var." + variable,
                    "Values of any type are taken.",
                    written.value().range()));
        }
        return type;
    }

    private Value literal(Expression expression) {
        return module.evaluator.attempt(expression, Bindings.NONE).value();
    }

    /** Null where nothing is given. */
    private Result given(Optional<Type> type) {
        if (module.call == null) {
            return module.configuration.variables().value(variable, type, block.header());
        } else if (argument == null) {
            return null;
        }
        return module.parent
                .evaluator
                .attempt(argument.value(), module.bindings)
                .labelled(
                        argument.value().range(),
                        "argument %s of %s"
                                .formatted(variable, module.prefix.substring(0, module.prefix.length() - 1)));
    }

    private Result defaultValue() {
        Attribute written = block.body().attribute("default");
        if (written != null) {
            return module.evaluator
                    .attempt(written.value(), Bindings.NONE)
                    .labelled(written.value().range(), "default of var." + variable);
        }
        Unknown unknown = Unknown.because(Cause.NO_VALUE, "var.%s has no value".formatted(variable))
                .knownAs("<" + name() + ">");
        return Result.of(new UnknownValue(unknown, Origin.at(block.header(), "var." + variable)));
    }
}
