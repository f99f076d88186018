package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.functions.Function;
import dev.plumbline.iac.terraform.functions.FunctionException;
import dev.plumbline.iac.terraform.functions.FunctionTable;
import dev.plumbline.iac.terraform.syntax.Expression;
import dev.plumbline.iac.terraform.syntax.Expression.FunctionCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Function calls; {@code try} and {@code can}, which evaluate their arguments themselves. */
final class Calls {
    private final Evaluator evaluator;
    private final TemplateContext context;

    Calls(Evaluator evaluator, TemplateContext context) {
        this.evaluator = evaluator;
        this.context = context;
    }

    Result evaluate(FunctionCall call, Bindings bindings) throws EvaluationException {
        switch (call.name()) {
            case "try", "core::try" -> {
                return attempt(call, bindings);
            }
            case "can", "core::can" -> {
                return can(call, bindings);
            }
            case "templatestring", "core::templatestring" -> {
                if (!call.arguments().isEmpty() && !isReference(call.arguments().get(0))) {
                    throw new EvaluationException(
                            "Invalid templatestring template: the first argument must be a reference to a value that holds the template",
                            call.arguments().get(0).range());
                }
                return apply(call, bindings);
            }
            default -> {
                return apply(call, bindings);
            }
        }
    }

    /** Terraform takes templates from elsewhere only: what is written in place is better written as a template. */
    private static boolean isReference(Expression expression) {
        if (expression instanceof Expression.Index index) {
            return isReference(index.collection());
        } else if (expression instanceof Expression.RelativeTraversal traversal) {
            return isReference(traversal.source());
        }
        return expression instanceof Expression.ScopeTraversal || expression instanceof Expression.Splat;
    }

    /** The first argument that evaluates without error. One that is unknown may yet turn out to be in error. */
    private Result attempt(FunctionCall call, Bindings bindings) throws EvaluationException {
        EvaluationException last = new EvaluationException("try takes at least one argument", call.range());
        for (Expression argument : call.arguments()) {
            try {
                return certain(argument, evaluator.evaluate(argument, bindings), call);
            } catch (EvaluationException e) {
                last = e;
            }
        }
        throw last;
    }

    /**
     * What is unknown inside of a value may yet turn out to be in error, so that another argument is taken; not where a
     * value is only referred to.
     */
    private static Result certain(Expression argument, Result result, FunctionCall call) {
        UnknownValue unknown = Unknowns.first(result.value());
        boolean reference = argument instanceof Expression.ScopeTraversal;
        return unknown == null || unknown == result.value() || reference
                ? result.usedAt(call.range())
                : new Result(Unknowns.part(unknown, "", call.range()), References.flat(List.of(result.references())));
    }

    private Result can(FunctionCall call, Bindings bindings) throws EvaluationException {
        if (call.arguments().size() != 1) {
            throw new EvaluationException("can takes one argument", call.range());
        }
        Origin origin = Origin.at(call.range());
        try {
            Result result = evaluator.evaluate(call.arguments().get(0), bindings);
            UnknownValue unknown = Unknowns.first(result.value());
            return unknown == null
                    ? Result.of(new BooleanValue(true, origin))
                    : Result.of(Unknowns.result(unknown, Shape.BOOLEAN, call.range()));
        } catch (EvaluationException e) {
            return Result.of(new BooleanValue(false, origin));
        }
    }

    private Result apply(FunctionCall call, Bindings bindings) throws EvaluationException {
        Optional<Function> function = FunctionTable.TERRAFORM.find(call.name());
        if (function.isEmpty()) {
            return undefined(call);
        }
        List<Result> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(evaluator.evaluate(argument, bindings));
        }
        if (call.expandFinal() && !arguments.isEmpty()) {
            Result last = arguments.remove(arguments.size() - 1);
            if (last.value() instanceof UnknownValue unknown) {
                return new Result(
                        Unknowns.result(unknown, function.get().result(), call.range()),
                        References.flat(List.of(last.references())));
            } else if (!(last.value() instanceof ListValue)) {
                throw new EvaluationException(
                        "Invalid expanding argument value: the expanding argument (indicated by ...) must be of a tuple, list, or set type",
                        call.range());
            }
            Loops.items(last, call.range()).forEach(item -> arguments.add(item.value()));
        }
        try {
            Value value = function.get()
                    .call(arguments.stream().map(Result::value).toList(), Origin.at(call.range()), context);
            return new Result(value, references(call.name(), arguments)).usedAt(call.range());
        } catch (FunctionException e) {
            throw new EvaluationException("Error in function call: " + e.getMessage(), call.range());
        }
    }

    /** A provider's function is as good as unknown; anything else that we do not know Terraform does not, either. */
    private static Result undefined(FunctionCall call) throws EvaluationException {
        if (call.name().startsWith("provider::")) {
            return Result.of(new UnknownValue(
                    Unknown.because(Unknown.Cause.UNSUPPORTED, call.name() + " is a provider's function"),
                    Origin.at(call.range())));
        }
        throw new EvaluationException(
                "Call to unknown function: there is no function named \"%s\"".formatted(call.name()), call.nameRange());
    }

    /** Which part of the result mentions what: exactly for what only passes parts on, else all of it everything. */
    private static References references(String name, List<Result> arguments) {
        switch (name) {
            case "tolist", "tomap", "sensitive", "nonsensitive", "tostring" -> {
                return arguments.get(0).references();
            }
            case "merge" -> {
                Map<String, References> parts = new LinkedHashMap<>();
                for (Result argument : arguments) {
                    if (!(argument.value() instanceof ObjectValue object)) {
                        return all(arguments);
                    }
                    object.members()
                            .keySet()
                            .forEach(key -> parts.put(key, argument.references().part(key)));
                }
                return References.ofParts(parts);
            }
            case "concat" -> {
                Map<String, References> parts = new LinkedHashMap<>();
                for (Result argument : arguments) {
                    int length = argument.value() instanceof ListValue list
                            ? list.elements().size()
                            : 0;
                    for (int i = 0; i < length; i++) {
                        parts.put(
                                Integer.toString(parts.size()),
                                argument.references().part(Integer.toString(i)));
                    }
                }
                return References.ofParts(parts);
            }
            case "lookup" -> {
                if (arguments.get(0).value() instanceof ObjectValue object
                        && arguments.get(1).value() instanceof StringValue key
                        && object.member(key.value()) != null) {
                    return arguments.get(0).references().part(key.value());
                }
                return all(arguments);
            }
            default -> {
                return all(arguments);
            }
        }
    }

    private static References all(List<Result> arguments) {
        return References.flat(arguments.stream().map(Result::references).toList());
    }
}
