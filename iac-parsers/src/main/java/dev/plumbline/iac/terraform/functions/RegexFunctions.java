package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.terraform.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code regex}, {@code regexall} and {@code replace}, in RE2's syntax, which is Go's. */
final class RegexFunctions {

    private RegexFunctions() {}

    static void register(FunctionTable table) {
        table.add("regex", Shape.ANY, RegexFunctions::regex, STRING, STRING);
        table.add("regexall", Shape.LIST, RegexFunctions::regexAll, STRING, STRING);
        table.add("replace", Shape.STRING, RegexFunctions::replace, STRING, STRING, STRING);
    }

    private static Pattern compile(String pattern) throws FunctionException {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new FunctionException("invalid regexp pattern: " + e.getDescription());
        }
    }

    private static Value regex(Call call) throws FunctionException {
        Matcher matcher = compile(call.string(0)).matcher(call.string(1));
        if (!matcher.find()) {
            throw new FunctionException("pattern did not match any part of the given string");
        }
        return captured(call, matcher);
    }

    private static Value regexAll(Call call) throws FunctionException {
        Pattern pattern = compile(call.string(0));
        Matcher matcher = pattern.matcher(call.string(1));
        List<Value> found = new ArrayList<>();
        int end = -1;
        while (matcher.find()) {
            if (isEmptyAt(matcher, end)) {
                continue;
            }
            end = matcher.end();
            if (found.size() == Call.MAX_ELEMENTS) {
                throw new FunctionException("regexall: more than %d matches".formatted(Call.MAX_ELEMENTS));
            }
            found.add(captured(call, matcher));
        }
        return call.listOf(found, captureType(pattern));
    }

    /** Go's rule: nothing right after a match is no match. */
    private static boolean isEmptyAt(Matcher matcher, int end) {
        return matcher.start() == matcher.end() && matcher.start() == end;
    }

    /** The match where the pattern has no groups, a tuple of unnamed groups, or an object of named ones. */
    private static Value captured(Call call, Matcher matcher) throws FunctionException {
        Map<String, Integer> names = matcher.pattern().namedGroups();
        if (matcher.groupCount() == 0) {
            return call.of(matcher.group());
        } else if (names.isEmpty()) {
            List<Value> groups = new ArrayList<>();
            for (int i = 1; i <= matcher.groupCount(); i++) {
                groups.add(group(call, matcher, i));
            }
            return call.tupleOf(groups);
        } else if (names.size() < matcher.groupCount()) {
            throw new FunctionException("invalid regexp pattern: cannot mix both named and unnamed capture groups");
        }
        Map<String, Value> groups = new TreeMap<>();
        names.forEach((name, number) -> groups.put(name, group(call, matcher, number)));
        return call.objectOf(groups);
    }

    private static Type captureType(Pattern pattern) {
        if (pattern.groupCount() == 0) {
            return Type.Simple.STRING;
        } else if (pattern.namedGroups().isEmpty()) {
            return new Type.Tuple(Collections.nCopies(pattern.groupCount(), Type.Simple.STRING));
        }
        Map<String, Type> names = new TreeMap<>();
        pattern.namedGroups().keySet().forEach(name -> names.put(name, Type.Simple.STRING));
        return Type.object(names);
    }

    private static Value group(Call call, Matcher matcher, int number) {
        String text = matcher.group(number);
        return text == null ? Type.nullOf(Type.Simple.STRING, call.origin(), false) : call.of(text);
    }

    private static Value replace(Call call) throws FunctionException {
        String text = call.string(0);
        String what = call.string(1);
        String by = call.string(2);
        if (what.length() > 1 && what.startsWith("/") && what.endsWith("/")) {
            Pattern pattern = compile(what.substring(1, what.length() - 1));
            Matcher matcher = pattern.matcher(text);
            StringBuilder result = new StringBuilder();
            int from = 0;
            int end = -1;
            while (matcher.find()) {
                if (isEmptyAt(matcher, end)) {
                    continue;
                }
                end = matcher.end();
                result.append(text, from, matcher.start());
                expand(by, matcher, result);
                from = matcher.end();
                StringFunctions.checkLength(result.length());
            }
            return call.of(result.append(text, from, text.length()).toString());
        }
        long times = what.isEmpty() ? text.length() + 1L : text.length() / what.length();
        if (by.length() > what.length()) {
            StringFunctions.checkLength(Math.min(times, Call.MAX_LENGTH) * by.length());
        }
        return call.of(text.replace(what, by));
    }

    /** Go's {@code Regexp.Expand}: {@code $1}, {@code $name}, <code>${name}</code>, {@code $$}. */
    private static void expand(String template, Matcher matcher, StringBuilder result) {
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c != '$') {
                result.append(c);
                at++;
                continue;
            }
            if (template.startsWith("$$", at)) {
                result.append('$');
                at += 2;
                continue;
            }
            boolean braced = template.startsWith("${", at);
            int start = at + (braced ? 2 : 1);
            int end = start;
            while (end < template.length() && isWord(template.charAt(end))) {
                end++;
            }
            if (end == start || braced && !template.startsWith("}", end)) {
                result.append('$');
                at++;
                continue;
            }
            String group = named(template.substring(start, end), matcher);
            result.append(group == null ? "" : group);
            at = braced ? end + 1 : end;
        }
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String named(String name, Matcher matcher) {
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return name.length() < 4 && Integer.parseInt(name) <= matcher.groupCount()
                    ? matcher.group(Integer.parseInt(name))
                    : null;
        }
        Integer number = matcher.pattern().namedGroups().get(name);
        return number == null ? null : matcher.group(number);
    }
}
