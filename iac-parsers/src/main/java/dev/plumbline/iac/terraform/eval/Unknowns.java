package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;

/** Makes and finds unknown values. */
final class Unknowns {

    private Unknowns() {}

    /** The result of an expression in error. */
    static UnknownValue error(String message, SourceRange range) {
        return new UnknownValue(Unknown.because(Cause.ERROR, message), Origin.at(range));
    }

    /** What an operation upon an unknown value gives: unknown for the same reason, of that shape, not null. */
    static UnknownValue result(UnknownValue operand, Shape shape, SourceRange range) {
        Unknown why = operand.unknown();
        return new UnknownValue(
                new Unknown(why.cause(), why.reason(), shape, true, ""),
                new Origin(range, "", operand.origin()),
                operand.sensitive());
    }

    /** A part of an unknown value: nothing is certain about it. */
    static UnknownValue part(UnknownValue whole, String symbolSuffix, SourceRange range) {
        Unknown why = whole.unknown();
        Unknown part = Unknown.because(why.cause(), why.reason());
        String symbol = why.symbol();
        if (symbol.startsWith("<") && symbol.indexOf('>') == symbol.length() - 1) {
            part = part.knownAs(symbol.substring(0, symbol.length() - 1) + symbolSuffix + ">");
        }
        return new UnknownValue(part, new Origin(range, "", whole.origin()), whole.sensitive());
    }

    /** The value itself or the first unknown value inside; null where all is known. */
    static UnknownValue first(Value value) {
        if (value instanceof UnknownValue unknown) {
            return unknown;
        } else if (value instanceof ListValue list) {
            for (Value element : list.elements()) {
                UnknownValue found = first(element);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof ObjectValue object) {
            for (Member member : object.members().values()) {
                UnknownValue found = first(member.value());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
