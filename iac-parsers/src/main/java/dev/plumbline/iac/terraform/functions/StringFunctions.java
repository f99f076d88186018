package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;
import static dev.plumbline.iac.terraform.functions.Parameter.NUMBER;
import static dev.plumbline.iac.terraform.functions.Parameter.STRING;
import static dev.plumbline.iac.terraform.functions.Parameter.STRINGS;

import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of strings, except regular expressions ({@link RegexFunctions}) and {@code format} ({@link Formatter}). */
final class StringFunctions {

    /** RE2 has no grapheme clusters; this pattern is our own and takes linear time. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private StringFunctions() {}

    static void register(FunctionTable table) {
        table.add("chomp", Shape.STRING, call -> call.of(chomp(call.string(0))), STRING);
        table.add("lower", Shape.STRING, call -> call.of(mapped(call.string(0), Character::toLowerCase)), STRING);
        table.add("upper", Shape.STRING, call -> call.of(mapped(call.string(0), Character::toUpperCase)), STRING);
        table.add("title", Shape.STRING, call -> call.of(title(call.string(0))), STRING);
        table.add("strrev", Shape.STRING, StringFunctions::reverse, STRING);
        table.add("trimspace", Shape.STRING, call -> call.of(trimSpace(call.string(0))), STRING);
        table.add("trim", Shape.STRING, call -> call.of(trim(call.string(0), call.string(1))), STRING, STRING);
        table.add("trimprefix", Shape.STRING, StringFunctions::trimPrefix, STRING, STRING);
        table.add("trimsuffix", Shape.STRING, StringFunctions::trimSuffix, STRING, STRING);
        table.add("startswith", Shape.BOOLEAN, StringFunctions::startsWith, STRING.orUnknown(), STRING);
        table.add("endswith", Shape.BOOLEAN, call -> call.of(call.string(0).endsWith(call.string(1))), STRING, STRING);
        table.add(
                "strcontains", Shape.BOOLEAN, call -> call.of(call.string(0).contains(call.string(1))), STRING, STRING);
        table.add("substr", Shape.STRING, StringFunctions::substring, STRING, NUMBER, NUMBER);
        table.add("indent", Shape.STRING, StringFunctions::indent, NUMBER, STRING);
        table.addVariadic("join", Shape.STRING, StringFunctions::join, STRING, STRINGS.withUnknownElements());
        table.add("split", Shape.LIST, StringFunctions::split, STRING, STRING);
        table.addVariadic(
                "format", Shape.STRING, Formatter::format, STRING, ANY.orNull().orUnknown());
        table.addVariadic(
                "formatlist",
                Shape.LIST,
                Formatter::formatList,
                STRING,
                ANY.orNull().withUnknownElements());
        RegexFunctions.register(table);
    }

    private static String chomp(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Go maps letters one by one, so that no letter becomes two. */
    private static String mapped(String text, IntUnaryOperator letter) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(letter).forEach(result::appendCodePoint);
        return result.toString();
    }

    private static String title(String text) {
        StringBuilder result = new StringBuilder(text.length());
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            result.appendCodePoint(isSeparator(before) ? Character.toTitleCase(c) : c);
            before = c;
        }
        return result.toString();
    }

    /** Go's {@code strings.Title}: what is no letter, digit or underscore separates words, beyond ASCII only space. */
    private static boolean isSeparator(int c) {
        if (c < 0x80) {
            return !(Character.isLetterOrDigit(c) || c == '_');
        }
        return !Character.isLetterOrDigit(c) && isSpace((char) c);
    }

    private static Value reverse(Call call) {
        List<String> clusters = graphemes(call.string(0));
        StringBuilder result = new StringBuilder();
        for (int i = clusters.size() - 1; i >= 0; i--) {
            result.append(clusters.get(i));
        }
        return call.of(result.toString());
    }

    /** What people take for single characters, which is what Terraform counts in strings. */
    static List<String> graphemes(String text) {
        List<String> clusters = new ArrayList<>();
        Matcher cluster = GRAPHEME.matcher(text);
        while (cluster.find()) {
            clusters.add(cluster.group());
        }
        return clusters;
    }

    private static String trim(String text, String cutset) {
        int start = 0;
        int end = text.length();
        while (start < end && cutset.indexOf(text.codePointAt(start)) >= 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && cutset.indexOf(text.codePointBefore(end)) >= 0) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static String trimSpace(String text) {
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

    /** Unicode's white space, which Java's methods know in part only. */
    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || c == 0x85 || Character.isSpaceChar(c);
    }

    private static Value trimPrefix(Call call) {
        String text = call.string(0);
        String prefix = call.string(1);
        return call.of(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static Value trimSuffix(Call call) {
        String text = call.string(0);
        String suffix = call.string(1);
        return call.of(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }

    /** Decided by the known start of an unknown string, where that is enough. */
    private static Value startsWith(Call call) {
        String prefix = call.string(1);
        if (call.argument(0) instanceof UnknownValue unknown) {
            String known = unknown.unknown().prefix();
            if (known.length() >= prefix.length() || !prefix.startsWith(known)) {
                return call.of(known.startsWith(prefix));
            }
            return call.unknownLike(unknown, Shape.BOOLEAN);
        }
        return call.of(call.string(0).startsWith(prefix));
    }

    private static Value substring(Call call) throws FunctionException {
        List<String> clusters = graphemes(call.string(0));
        int offset = call.integer(1);
        int length = call.integer(2);
        int start = offset < 0 ? Math.max(0, clusters.size() + offset) : Math.min(offset, clusters.size());
        long end = length < 0 ? clusters.size() : Math.min(clusters.size(), (long) start + length);
        return call.of(String.join("", clusters.subList(start, (int) end)));
    }

    private static Value indent(Call call) throws FunctionException {
        int spaces = call.integer(0);
        if (spaces < 0 || spaces > 10_000) {
            throw new FunctionException("indent: the number of spaces must be between 0 and 10000");
        }
        String text = call.string(1);
        long lines = text.chars().filter(c -> c == '\n').count();
        checkLength(text.length() + lines * spaces);
        return call.of(text.replace("\n", "\n" + " ".repeat(spaces)));
    }

    private static Value join(Call call) throws FunctionException {
        if (call.count() < 2) {
            throw new FunctionException("at least two arguments are required");
        }
        String separator = call.string(0);
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        for (int i = 1; i < call.count(); i++) {
            for (Value element : call.list(i).elements()) {
                if (!first) {
                    joined.append(separator);
                }
                first = false;
                if (element instanceof StringValue string) {
                    joined.append(string.value());
                    checkLength(joined.length());
                } else if (element instanceof UnknownValue unknown) {
                    UnknownValue result = call.unknownLike(unknown, Shape.STRING);
                    return new UnknownValue(
                            result.unknown()
                                    .startingWith(joined + unknown.unknown().prefix()),
                            result.origin(),
                            result.sensitive());
                } else {
                    throw new FunctionException("join: element is null; cannot concatenate null values");
                }
            }
        }
        return call.of(joined.toString());
    }

    private static Value split(Call call) throws FunctionException {
        String separator = call.string(0);
        String text = call.string(1);
        List<String> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().mapToObj(Character::toString).forEach(parts::add);
        } else {
            int start = 0;
            for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
                parts.add(text.substring(start, end));
                start = end + separator.length();
            }
            parts.add(text.substring(start));
        }
        if (parts.size() > Call.MAX_ELEMENTS) {
            throw new FunctionException("split: more than %d parts".formatted(Call.MAX_ELEMENTS));
        }
        return call.listOfStrings(parts);
    }

    static void checkLength(long length) throws FunctionException {
        if (length > Call.MAX_LENGTH) {
            throw new FunctionException("the result has more than %d characters".formatted(Call.MAX_LENGTH));
        }
    }
}
