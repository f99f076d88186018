package dev.plumbline.rules.function;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Struct;
import dev.plumbline.rules.secret.SecretFormats;
import dev.plumbline.rules.secret.SecretNames;
import dev.plumbline.rules.view.JsonText;
import dev.plumbline.rules.view.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Whether secrets stand in what is written. What is unknown stands elsewhere, and is none. */
final class SecretFunctions {
    /** How deep objects and lists, and the texts in them, are looked into. */
    private static final int MAX_DEPTH = 8;

    /** The length from which a text is tried as Base64, and up to which. */
    private static final int SHORTEST_BASE64 = 20;

    private static final int LONGEST_BASE64 = 1 << 17;

    /** What is written where no secret is given. */
    private static final List<String> NOTHING = List.of("", "none", "null", "n/a", "-", "?", "{}", "[]");

    /** How the symbol of an unknown text starts that CloudFormation is to encode. */
    private static final String ENCODED = "<Fn::Base64 ";

    static final List<Function> ALL = List.of(
            new Function("secrets.within", List.of("(dyn): bool"), true, (scope, a) -> within(a.get(0))),
            new Function("secrets.named", List.of("(dyn, dyn): bool"), true, (scope, a) -> named(a.get(0), a.get(1))),
            new Function(
                    "secrets.literal",
                    List.of("(dyn, string): bool"),
                    false,
                    (scope, a) -> literal(
                            Lookup.origin(a.get(0), AttributeFunctions.path(a.get(1))),
                            Lookup.first(a.get(0), AttributeFunctions.path(a.get(1))))),
            new Function(
                    "secrets.marked",
                    List.of("(dyn, string): bool"),
                    false,
                    (scope, a) -> marked(Lookup.value(a.get(0), AttributeFunctions.path(a.get(1))), 0)));

    private SecretFunctions() {}

    /** Of a string with unknown parts, what is known of it; unknown where that is nothing. */
    private static Object within(Object value) {
        if (!(JsonText.read(value) instanceof UnknownValue unknown)) {
            return within(value, 0);
        }
        String known = known(unknown.unknown().symbol());
        return known.isEmpty() ? unknown : (Object) within(known, 0);
    }

    /** A text with its unknown parts in angle brackets, in which nothing is taken for a secret; empty for a single part. */
    private static String known(String symbol) {
        if (symbol.startsWith(ENCODED)) {
            return known(symbol.substring(ENCODED.length(), symbol.length() - 1));
        }
        boolean single = symbol.lastIndexOf('<') == 0 && symbol.indexOf('>') == symbol.length() - 1;
        return single ? "" : symbol;
    }

    private static boolean within(Object value, int depth) {
        if (value instanceof String text) {
            return depth < MAX_DEPTH && withinText(text, depth);
        } else if (value instanceof UnknownValue unknown && unknown.unknown().document() != null && depth < MAX_DEPTH) {
            return within(JsonText.read(unknown), depth + 1);
        } else if (value instanceof UnknownValue || value instanceof Open || depth == MAX_DEPTH) {
            return false;
        } else if (value instanceof List<?> list) {
            return list.stream().anyMatch(each -> within(each, depth + 1));
        } else if (value instanceof Struct struct) {
            return isPair(struct, "name", "value")
                    || isPair(struct, "Name", "Value")
                    || struct.names().stream().anyMatch(name -> within(name, struct.member(name), depth));
        }
        return false;
    }

    private static boolean within(String name, Object value, int depth) {
        return (value instanceof String text && SecretNames.isSecret(name, text)) || within(value, depth + 1);
    }

    /** An environment variable as the containers' definitions write it. */
    private static boolean isPair(Struct struct, String name, String value) {
        return struct.member(name) instanceof String key
                && struct.member(value) instanceof String text
                && SecretNames.isSecret(key, text);
    }

    private static boolean withinText(String text, int depth) {
        if (SecretFormats.in(text)) {
            return true;
        }
        Object document = text.startsWith("{") || text.startsWith("[") ? JsonText.read(text) : Null.NULL;
        if (document != Null.NULL) {
            return within(document, depth + 1);
        }
        String decoded = base64(text);
        return SecretNames.assignedIn(text) || (decoded != null && within(decoded, depth + 1));
    }

    /** The text that another stands for as Base64, or null. */
    private static String base64(String text) {
        if (text.length() < SHORTEST_BASE64 || text.length() > LONGEST_BASE64) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace("\n", "").strip());
            String decoded = new String(bytes, StandardCharsets.UTF_8);
            boolean readable = decoded.chars().allMatch(c -> (c >= ' ' && c != '\uFFFD') || Character.isWhitespace(c));
            return readable ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Object named(Object name, Object value) {
        return name instanceof String key && value instanceof String text && SecretNames.isSecret(key, text);
    }

    /** Whether a value, or anything in it, is what its language declares to be secret, or was made of that. */
    private static boolean marked(Value value, int depth) {
        if (value == null || value.sensitive() || depth == MAX_DEPTH) {
            return value != null && value.sensitive();
        } else if (value instanceof ListValue list) {
            return list.elements().stream().anyMatch(each -> marked(each, depth + 1));
        }
        return value instanceof ObjectValue object
                && object.members().values().stream().anyMatch(each -> marked(each.value(), depth + 1));
    }

    /** What a plan gives is not written anywhere, and what says that there is none is no secret. */
    private static boolean literal(Origin origin, Object value) {
        return value instanceof String text
                && !NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))
                && (origin == null || origin.isWritten());
    }
}
