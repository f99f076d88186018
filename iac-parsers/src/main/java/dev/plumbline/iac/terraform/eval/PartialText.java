package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.functions.TerraformJson;
import dev.plumbline.iac.terraform.syntax.Strings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A string that is put together of known and unknown parts. */
final class PartialText {
    private static final int MAX_LENGTH = 16 << 20;

    /** Stands before and after the number of an unknown part; characters of Unicode's private use. */
    private static final char MARK = '\uE9A1';

    private final StringBuilder text = new StringBuilder();
    private final List<UnknownValue> holes = new ArrayList<>();
    private final List<References> references = new ArrayList<>();
    private boolean sensitive;

    void append(String literal, SourceRange range) throws EvaluationException {
        text.append(literal);
        if (text.length() > MAX_LENGTH) {
            throw new EvaluationException("The string has more than %,d characters".formatted(MAX_LENGTH), range);
        }
    }

    /** Appends a string or an unknown value. */
    void append(Value part, References from) throws EvaluationException {
        sensitive |= part.sensitive();
        references.add(from);
        if (part instanceof StringValue string) {
            append(string.value(), part.origin().range());
        } else {
            text.append(MARK).append(holes.size()).append(MARK);
            holes.add((UnknownValue) part);
        }
    }

    void markSensitive(boolean also) {
        sensitive |= also;
    }

    List<References> references() {
        return references;
    }

    Value value(SourceRange range) {
        if (holes.isEmpty()) {
            return new StringValue(Strings.normalize(text.toString()), Origin.at(range), sensitive);
        }
        UnknownValue first = holes.get(0);
        Unknown why = first.unknown();
        Unknown unknown = partial(text.toString(), why.cause(), why.reason());
        Value document = document(range);
        if (document != null) {
            unknown = unknown.holding(document);
        }
        return new UnknownValue(unknown, new Origin(range, "", first.origin()), sensitive);
    }

    /** An unknown string of which parts are known: its start, and its symbol where all holes have one. */
    private Unknown partial(String marked, Unknown.Cause cause, String reason) {
        int start = marked.indexOf(MARK);
        String prefix =
                marked.substring(0, start) + hole(marked, start).unknown().prefix();
        StringBuilder symbol = new StringBuilder();
        int at = 0;
        for (int mark = start; mark >= 0; mark = marked.indexOf(MARK, at)) {
            String part = hole(marked, mark).unknown().symbol();
            symbol.append(marked, at, mark).append(part);
            at = marked.indexOf(MARK, mark + 1) + 1;
            if (part.isEmpty()) {
                return new Unknown(cause, reason, Shape.STRING, true, prefix);
            }
        }
        symbol.append(marked, at, marked.length());
        return new Unknown(cause, reason, Shape.STRING, true, prefix).knownAs(symbol.toString());
    }

    private UnknownValue hole(String marked, int mark) {
        int end = marked.indexOf(MARK, mark + 1);
        return holes.get(Integer.parseInt(marked.substring(mark + 1, end)));
    }

    /** What the text holds if it is JSON, with the unknown parts in it; null where it is not. */
    private Value document(SourceRange range) {
        String start = text.toString().stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return null;
        }
        try {
            return fill(TerraformJson.decodeLeniently(quoteBareHoles(start), Origin.at(range)));
        } catch (IOException e) {
            return null;
        }
    }

    /** A hole that stands for a whole value of JSON is made a string. */
    private static String quoteBareHoles(String marked) {
        StringBuilder json = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == MARK && !inString) {
                int end = marked.indexOf(MARK, i + 1);
                json.append('"').append(marked, i, end + 1).append('"');
                i = end;
                continue;
            }
            json.append(c);
            if (c == '\\' && inString && i + 1 < marked.length()) {
                json.append(marked.charAt(++i));
            } else if (c == '"') {
                inString = !inString;
            }
        }
        return json.toString();
    }

    private Value fill(Value value) {
        if (value instanceof StringValue string && string.value().indexOf(MARK) >= 0) {
            return fill(string);
        } else if (value instanceof ListValue list) {
            return new ListValue(list.elements().stream().map(this::fill).toList(), list.kind(), list.origin(), false);
        } else if (value instanceof ObjectValue object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, Member.unnamed(fill(member.value()))));
            return new ObjectValue(members, object.origin());
        }
        return value;
    }

    private Value fill(StringValue string) {
        String marked = string.value();
        UnknownValue first = hole(marked, marked.indexOf(MARK));
        boolean whole = marked.indexOf(MARK) == 0 && marked.indexOf(MARK, 1) == marked.length() - 1;
        if (whole) {
            Value inner = first.unknown().document();
            return inner == null ? first : inner;
        }
        Unknown why = first.unknown();
        return new UnknownValue(
                partial(marked, why.cause(), why.reason()),
                new Origin(string.origin().range(), "", first.origin()),
                first.sensitive());
    }
}
