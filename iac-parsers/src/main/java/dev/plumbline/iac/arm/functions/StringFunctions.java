package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.ANY_NUMBER;
import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.shallow;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.SymbolText;
import dev.plumbline.iac.arm.expression.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Functions over strings; those that take arrays, too, are in {@link ArrayFunctions}. */
final class StringFunctions {
    private static final int MAX_PADDING = 10_000;

    static final List<Function> ALL = List.of(
            lazy("format", 1, ANY_NUMBER, Shape.STRING, CompositeFormat::apply),
            hash("guid"),
            hash("uniqueString"),
            lazy(
                    "newGuid",
                    0,
                    0,
                    Shape.STRING,
                    in -> in.unknown(Unknown.because(Cause.IMPURE, "newGuid() is another one in each deployment")
                            .of(Shape.STRING)
                            .certainlySet())),
            shallow("join", 2, 2, Shape.STRING, StringFunctions::join),
            whole("padLeft", 2, 3, Shape.STRING, StringFunctions::padLeft),
            whole("replace", 3, 3, Shape.STRING, StringFunctions::replace),
            whole("split", 2, 2, Shape.LIST, StringFunctions::split),
            lazy("startsWith", 2, 2, Shape.BOOLEAN, StringFunctions::startsWith),
            lazy("endsWith", 2, 2, Shape.BOOLEAN, StringFunctions::endsWith),
            lazy("string", 1, 1, Shape.STRING, StringFunctions::string),
            lazy("substring", 2, 3, Shape.STRING, StringFunctions::substring),
            mapping("toLower", LetterCase::lower),
            mapping("toUpper", LetterCase::upper),
            whole("trim", 1, 1, Shape.STRING, in -> in.result(trim(in.string(0)))));

    private StringFunctions() {}

    /** Without the white space of .NET around it, which no-break spaces are, too. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }

    private static Function hash(String name) {
        return lazy(
                name,
                1,
                ANY_NUMBER,
                Shape.STRING,
                in -> in.unknown(
                        Cause.KNOWN_AFTER_APPLY, name + "() is a hash that is made when the template is deployed"));
    }

    /** A function that maps each character by itself, so that what is known of a string's start is kept. */
    private static Function mapping(String name, UnaryOperator<String> function) {
        return lazy(name, 1, 1, Shape.STRING, in -> {
            if (in.value(0) instanceof UnknownValue unknown) {
                boolean same = name.equals("toLower") && SymbolText.of(unknown).lowerCase();
                return same
                        ? unknown
                        : Unknowns.withPrefix(
                                in, function.apply(unknown.unknown().prefix()));
            }
            Value result = in.result(function.apply(in.string(0)));
            return in.value(0).sensitive() ? result.asSensitive() : result;
        });
    }

    private static Value join(Invocation in) {
        List<Value> parts = new ArrayList<>();
        Value delimiter = in.result(in.string(1));
        for (Value element : in.list(0).elements()) {
            if (!parts.isEmpty()) {
                parts.add(delimiter);
            }
            parts.add(element);
        }
        return in.joined(parts);
    }

    private static Value padLeft(Invocation in) {
        String text = Values.text(in.value(0));
        String padding = in.count() > 2 ? in.string(2) : " ";
        if (padding.length() != 1 || in.size(1) > MAX_PADDING) {
            throw in.failure("padLeft takes one character to pad with, and a length up to " + MAX_PADDING);
        }
        return in.result(padding.repeat(Math.max(0, in.size(1) - text.length())) + text);
    }

    private static Value replace(Invocation in) {
        String text = in.string(0);
        String old = in.string(1);
        if (old.isEmpty()) {
            throw in.failure("replace takes a string that is not empty as argument 2");
        }
        int growth = Math.max(0, in.string(2).length() - old.length());
        in.spend((int) Math.min(Integer.MAX_VALUE, (long) text.length() / old.length() * growth / 256));
        return in.result(text.replace(old, in.string(2)));
    }

    private static Value split(Invocation in) {
        List<String> delimiters = new ArrayList<>();
        if (in.value(1) instanceof ListValue list) {
            for (Value element : list.elements()) {
                delimiters.add(Values.text(element));
            }
        } else {
            delimiters.add(in.string(1));
        }
        delimiters.removeIf(String::isEmpty);
        String text = in.string(0);
        List<Value> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            String found = delimiterAt(text, i, delimiters);
            if (found == null) {
                i++;
            } else {
                in.spend(1);
                parts.add(in.result(text.substring(start, i)));
                i += found.length();
                start = i;
            }
        }
        parts.add(in.result(text.substring(start)));
        return in.result(parts);
    }

    private static String delimiterAt(String text, int index, List<String> delimiters) {
        for (String delimiter : delimiters) {
            if (text.startsWith(delimiter, index)) {
                return delimiter;
            }
        }
        return null;
    }

    private static Value startsWith(Invocation in) {
        if (in.value(1) instanceof UnknownValue) {
            return in.unknown();
        }
        String wanted = LetterCase.lower(in.string(1));
        if (!(in.value(0) instanceof UnknownValue unknown)) {
            return in.result(LetterCase.lower(in.string(0)).startsWith(wanted));
        }
        String prefix = LetterCase.lower(unknown.unknown().prefix());
        if (prefix.startsWith(wanted)) {
            return prefix.isEmpty() ? in.unknown() : in.result(true);
        }
        return wanted.startsWith(prefix) ? in.unknown() : in.result(false);
    }

    private static Value endsWith(Invocation in) {
        if (in.value(1) instanceof UnknownValue) {
            return in.unknown();
        }
        String wanted = LetterCase.lower(in.string(1));
        if (!(in.value(0) instanceof UnknownValue unknown)) {
            return in.result(LetterCase.lower(in.string(0)).endsWith(wanted));
        }
        String suffix = LetterCase.lower(SymbolText.of(unknown).suffix());
        if (suffix.endsWith(wanted)) {
            return suffix.isEmpty() ? in.unknown() : in.result(true);
        }
        return wanted.endsWith(suffix) ? in.unknown() : in.result(false);
    }

    /** An array or object that is partly unknown gives JSON of which the rest is known. */
    private static Value string(Invocation in) {
        Value value = in.value(0);
        if (value instanceof UnknownValue unknown && Unknowns.isString(unknown.unknown())) {
            return value;
        }
        if (!value.isWhollyKnown()) {
            Unknown unknown = ((UnknownValue) in.unknown()).unknown();
            return in.unknown(value instanceof UnknownValue ? unknown : unknown.holding(value));
        }
        return value instanceof StringValue ? value : in.result(Values.text(value));
    }

    private static Value substring(Invocation in) {
        if (in.value(1) instanceof UnknownValue || (in.count() > 2 && in.value(2) instanceof UnknownValue)) {
            return in.unknown();
        }
        int start = in.size(1);
        if (start < 0 || (in.count() > 2 && in.size(2) < 0)) {
            throw in.failure(start < 0 ? 1 : 2, "substring takes a position and a length that are not negative");
        }
        if (in.value(0) instanceof UnknownValue unknown) {
            String prefix = unknown.unknown().prefix();
            String rest = prefix.substring(Math.min(start, prefix.length()));
            int length = in.count() > 2 ? in.size(2) : rest.length();
            return Unknowns.withPrefix(in, rest.substring(0, Math.min(length, rest.length())));
        }
        String text = in.string(0);
        long end = in.count() > 2 ? (long) start + in.size(2) : text.length();
        if (end < start || end > text.length()) {
            throw in.failure("substring goes beyond a string of " + text.length() + " characters");
        }
        return in.result(text.substring(start, (int) end));
    }
}
