package dev.plumbline.iac.arm.json;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Members;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.math.BigDecimal;

/** JSON in which strings are what they say: that of parameter files. */
public final class Literals {
    /** How many digits a number may have, written out: more are an attempt to make work. */
    private static final int MAX_DIGITS = 400;

    private Literals() {}

    public static Value value(Node node) {
        Origin origin = Origin.at(node.range());
        if (node instanceof Scalar scalar) {
            return scalar(scalar, origin);
        }
        if (node instanceof Sequence sequence) {
            return new ListValue(sequence.items().stream().map(Literals::value).toList(), origin);
        }
        Members members = new Members();
        for (Node.Member member : ((Mapping) node).members()) {
            members.put(member.key(), new Member(member.keyRange(), value(member.value())));
        }
        return new ObjectValue(members.asMap(), ObjectValue.Kind.CASE_INSENSITIVE, origin, false);
    }

    private static Value scalar(Scalar scalar, Origin origin) {
        return switch (scalar.kind()) {
            case STRING -> new StringValue(scalar.text(), origin);
            case NUMBER -> number(scalar, origin);
            case BOOLEAN -> new BooleanValue(scalar.text().equalsIgnoreCase("true"), origin);
            case NULL -> new NullValue(origin);
        };
    }

    private static Value number(Scalar scalar, Origin origin) {
        try {
            BigDecimal value = scalar.text().length() <= MAX_DIGITS ? new BigDecimal(scalar.text()) : null;
            if (value != null && Math.abs((long) value.scale()) <= MAX_DIGITS) {
                return new NumberValue(value, origin);
            }
        } catch (NumberFormatException e) {
            // falls through: not a number that can be told
        }
        return new UnknownValue(
                Unknown.because(Cause.UNSUPPORTED, "the number has too many digits")
                        .of(Unknown.Shape.NUMBER),
                origin);
    }
}
