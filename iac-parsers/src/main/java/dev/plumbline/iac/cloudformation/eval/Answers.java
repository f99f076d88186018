package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.cloudformation.template.Calls;
import dev.plumbline.iac.cloudformation.template.Intrinsic;

/** What functions answer where there is nothing to compute with. */
final class Answers {
    private static final String MALFORMED = "the arguments of %s are not of the form that it takes";

    private static final int MAX_SYMBOL = 1000;

    private Answers() {}

    static Origin origin(Intrinsic call) {
        return Origin.at(call.range());
    }

    /** The call is of the wrong shape. */
    static UnknownValue malformed(Intrinsic call) {
        return Evaluator.unknown(call.argument(), Cause.ERROR, MALFORMED.formatted(call.name()));
    }

    /** Certain to be set. */
    static UnknownValue unknown(Intrinsic call, Cause cause, String reason, Shape shape) {
        return new UnknownValue(Unknown.because(cause, reason).of(shape).certainlySet(), origin(call));
    }

    /** Unknown because something that it is made of is. */
    static UnknownValue derived(UnknownValue from, Intrinsic call, Shape shape) {
        Unknown unknown = Unknown.because(from.unknown().cause(), from.unknown().reason())
                .of(shape)
                .certainlySet();
        String symbol = from.unknown().symbol().isEmpty() ? "" : "<" + Calls.text(call.argument()) + ">";
        return new UnknownValue(
                unknown.knownAs(symbol.length() > MAX_SYMBOL ? "" : symbol), origin(call), from.sensitive());
    }

    /** Unknown where the argument is, otherwise malformed. */
    static UnknownValue derivedOrMalformed(Value argument, Intrinsic call, Shape shape) {
        return argument instanceof UnknownValue unknown ? derived(unknown, call, shape) : malformed(call);
    }
}
