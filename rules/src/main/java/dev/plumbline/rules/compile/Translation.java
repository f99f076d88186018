package dev.plumbline.rules.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.types.CelKind;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.function.Functions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes our expressions of CEL's checked syntax tree. Its depth is bounded by CEL's parser. */
final class Translation {
    private final CelAbstractSyntaxTree tree;
    private final boolean strict;

    Translation(CelAbstractSyntaxTree tree, boolean strict) {
        this.tree = tree;
        this.strict = strict;
    }

    Expression translate(CelExpr expression) throws ConditionException {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression);
            case IDENT -> new Expression.Variable(expression.ident().name());
            case SELECT -> select(expression);
            case CALL -> call(expression);
            case LIST -> list(expression);
            case MAP -> map(expression);
            case COMPREHENSION -> comprehension(expression.comprehension());
            default -> throw problem(expression, "conditions do not make messages");
        };
    }

    private List<Expression> translate(List<CelExpr> expressions) throws ConditionException {
        List<Expression> translated = new ArrayList<>();
        for (CelExpr expression : expressions) {
            translated.add(translate(expression));
        }
        return translated;
    }

    private Expression constant(CelExpr expression) throws ConditionException {
        CelConstant constant = expression.constant();
        return new Expression.Constant(
                switch (constant.getKind()) {
                    case NULL_VALUE -> Null.NULL;
                    case BOOLEAN_VALUE -> constant.booleanValue();
                    case INT64_VALUE -> constant.int64Value();
                    case DOUBLE_VALUE -> constant.doubleValue();
                    case STRING_VALUE -> constant.stringValue();
                    default -> throw problem(expression, "bytes and unsigned integers are not available");
                });
    }

    private Expression select(CelExpr expression) throws ConditionException {
        CelSelect select = expression.select();
        Expression operand = translate(select.operand());
        if (select.testOnly()) {
            return new Expression.Presence(operand, select.field());
        }
        CelKind kind =
                tree.getType(select.operand().id()).map(type -> type.kind()).orElse(CelKind.DYN);
        if (strict && kind != CelKind.STRUCT) {
            throw problem(
                    expression,
                    "." + select.field() + " fails where it is not set: write get('" + select.field()
                            + "', default) or ?." + select.field());
        }
        return new Expression.Select(operand, select.field());
    }

    private Expression call(CelExpr expression) throws ConditionException {
        CelCall call = expression.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        List<Expression> translated = translate(arguments);
        switch (call.function()) {
            case "_&&_" -> {
                return new Expression.Logical(false, translated.get(0), translated.get(1));
            }
            case "_||_" -> {
                return new Expression.Logical(true, translated.get(0), translated.get(1));
            }
            case "_?_:_" -> {
                return new Expression.Conditional(translated.get(0), translated.get(1), translated.get(2));
            }
            case "@not_strictly_false" -> {
                return new Expression.NotStrictlyFalse(translated.get(0));
            }
            case "or", "orValue" -> {
                return new Expression.OrElse(
                        translated.get(0), translated.get(1), call.function().equals("orValue"));
            }
            default -> {
                Function function = Functions.named(call.function());
                if (function == null) {
                    throw problem(expression, "the function " + call.function() + " is not available");
                }
                return new Expression.Call(function, translated);
            }
        }
    }

    private Expression list(CelExpr expression) throws ConditionException {
        if (!expression.list().optionalIndices().isEmpty()) {
            throw problem(expression, "optional elements are not available");
        }
        return new Expression.ListOf(translate(expression.list().elements()));
    }

    private Expression map(CelExpr expression) throws ConditionException {
        Map<String, Expression> members = new LinkedHashMap<>();
        for (CelMap.Entry entry : expression.map().entries()) {
            if (entry.optionalEntry()
                    || entry.key().getKind() != CelExpr.ExprKind.Kind.CONSTANT
                    || entry.key().constant().getKind() != CelConstant.Kind.STRING_VALUE) {
                throw problem(expression, "the keys of a map are strings");
            }
            members.put(entry.key().constant().stringValue(), translate(entry.value()));
        }
        return new Expression.MapOf(members);
    }

    private Expression comprehension(CelComprehension fold) throws ConditionException {
        return new Expression.Comprehension(
                fold.iterVar(),
                fold.iterVar2(),
                translate(fold.iterRange()),
                fold.accuVar(),
                translate(fold.accuInit()),
                translate(fold.loopCondition()),
                translate(fold.loopStep()),
                translate(fold.result()));
    }

    private ConditionException problem(CelExpr expression, String message) {
        Integer offset = tree.getSource().getPositionsMap().get(expression.id());
        int line = offset == null
                ? 1
                : tree.getSource()
                        .getOffsetLocation(offset)
                        .map(at -> at.getLine())
                        .orElse(1);
        return new ConditionException(message, line);
    }
}
