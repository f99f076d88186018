package dev.plumbline.rules.catalog;

import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.function.Functions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions in bytes: a tag for the kind of node, then its parts in the order of the record's components. */
final class ExpressionCodec {
    private static final int NULL = 0;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int INTEGER = 3;
    private static final int DOUBLE = 4;
    private static final int STRING = 5;
    private static final int VARIABLE = 6;
    private static final int SELECT = 7;
    private static final int PRESENCE = 8;
    private static final int AND = 9;
    private static final int OR = 10;
    private static final int CONDITIONAL = 11;
    private static final int NOT_STRICTLY_FALSE = 12;
    private static final int CALL = 13;
    private static final int OPTIONAL_OR = 14;
    private static final int OPTIONAL_OR_VALUE = 15;
    private static final int LIST = 16;
    private static final int MAP = 17;
    private static final int COMPREHENSION = 18;

    private ExpressionCodec() {}

    static void write(Expression expression, RuleOutput out) {
        if (expression instanceof Expression.Constant constant) {
            writeConstant(constant.value(), out);
        } else if (expression instanceof Expression.Variable variable) {
            out.tag(VARIABLE);
            out.text(variable.name());
        } else if (expression instanceof Expression.Select select) {
            out.tag(SELECT);
            write(select.operand(), out);
            out.text(select.field());
        } else if (expression instanceof Expression.Presence presence) {
            out.tag(PRESENCE);
            write(presence.operand(), out);
            out.text(presence.field());
        } else if (expression instanceof Expression.Logical logical) {
            out.tag(logical.absorbing() ? OR : AND);
            write(logical.left(), out);
            write(logical.right(), out);
        } else if (expression instanceof Expression.Conditional conditional) {
            out.tag(CONDITIONAL);
            write(conditional.condition(), out);
            write(conditional.whenTrue(), out);
            write(conditional.whenFalse(), out);
        } else if (expression instanceof Expression.NotStrictlyFalse goesOn) {
            out.tag(NOT_STRICTLY_FALSE);
            write(goesOn.operand(), out);
        } else if (expression instanceof Expression.Call call) {
            out.tag(CALL);
            out.text(call.function().name());
            writeAll(call.arguments(), out);
        } else if (expression instanceof Expression.OrElse orElse) {
            out.tag(orElse.unwrap() ? OPTIONAL_OR_VALUE : OPTIONAL_OR);
            write(orElse.optional(), out);
            write(orElse.other(), out);
        } else if (expression instanceof Expression.ListOf list) {
            out.tag(LIST);
            writeAll(list.elements(), out);
        } else if (expression instanceof Expression.MapOf map) {
            out.tag(MAP);
            out.integer(map.members().size());
            for (Map.Entry<String, Expression> member : map.members().entrySet()) {
                out.text(member.getKey());
                write(member.getValue(), out);
            }
        } else if (expression instanceof Expression.Comprehension fold) {
            out.tag(COMPREHENSION);
            out.text(fold.variable());
            out.text(fold.secondVariable());
            write(fold.range(), out);
            out.text(fold.accumulator());
            write(fold.initial(), out);
            write(fold.condition(), out);
            write(fold.step(), out);
            write(fold.result(), out);
        }
    }

    private static void writeConstant(Object value, RuleOutput out) {
        if (value instanceof Boolean bool) {
            out.tag(bool ? TRUE : FALSE);
        } else if (value instanceof Long number) {
            out.tag(INTEGER);
            out.number(number);
        } else if (value instanceof Double number) {
            out.tag(DOUBLE);
            out.fraction(number);
        } else if (value instanceof String text) {
            out.tag(STRING);
            out.text(text);
        } else {
            out.tag(NULL);
        }
    }

    private static void writeAll(List<Expression> expressions, RuleOutput out) {
        out.integer(expressions.size());
        for (Expression expression : expressions) {
            write(expression, out);
        }
    }

    static Expression read(RuleInput in) throws IOException {
        int tag = in.tag();
        return switch (tag) {
            case NULL -> new Expression.Constant(Null.NULL);
            case TRUE -> new Expression.Constant(true);
            case FALSE -> new Expression.Constant(false);
            case INTEGER -> new Expression.Constant(in.number());
            case DOUBLE -> new Expression.Constant(in.fraction());
            case STRING -> new Expression.Constant(in.text());
            case VARIABLE -> new Expression.Variable(in.text());
            case SELECT -> new Expression.Select(read(in), in.text());
            case PRESENCE -> new Expression.Presence(read(in), in.text());
            case AND, OR -> new Expression.Logical(tag == OR, read(in), read(in));
            case CONDITIONAL -> new Expression.Conditional(read(in), read(in), read(in));
            case NOT_STRICTLY_FALSE -> new Expression.NotStrictlyFalse(read(in));
            case CALL -> new Expression.Call(function(in.text()), readAll(in));
            case OPTIONAL_OR, OPTIONAL_OR_VALUE -> new Expression.OrElse(read(in), read(in), tag == OPTIONAL_OR_VALUE);
            case LIST -> new Expression.ListOf(readAll(in));
            case MAP -> {
                Map<String, Expression> members = new LinkedHashMap<>();
                for (int i = in.integer(); i > 0; i--) {
                    members.put(in.text(), read(in));
                }
                yield new Expression.MapOf(members);
            }
            case COMPREHENSION ->
                new Expression.Comprehension(
                        in.text(), in.text(), read(in), in.text(), read(in), read(in), read(in), read(in));
            default -> throw new IOException("no expression has the tag " + tag);
        };
    }

    private static List<Expression> readAll(RuleInput in) throws IOException {
        int count = in.integer();
        List<Expression> expressions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            expressions.add(read(in));
        }
        return expressions;
    }

    private static Function function(String name) throws IOException {
        Function function = Functions.named(name);
        if (function == null) {
            throw new IOException("there is no function " + name);
        }
        return function;
    }
}
