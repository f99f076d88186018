package dev.plumbline.publish;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.rules.Finding;
import dev.plumbline.rules.ScanResult;
import dev.plumbline.rules.secret.SecretFormats;
import dev.plumbline.rules.secret.SecretNames;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which source text must not be shown: the text that sensitive values were written as, what is assigned to a name like
 * {@code password}, whether or not it is marked as sensitive, and credentials of known forms.
 */
public final class Secrets {
    private final Map<String, Set<SourceRange>> byFile = new HashMap<>();

    private Secrets() {}

    /** The secrets of all resources that a result speaks of. */
    public static Secrets of(ScanResult result) {
        Secrets secrets = new Secrets();
        Set<Resource> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Finding finding : result.findings()) {
            if (seen.add(finding.resource())) {
                secrets.collect(finding.resource().attributes());
            }
        }
        return secrets;
    }

    private void collect(Value root) {
        Deque<Value> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (value.sensitive()) {
                hide(value);
            } else if (value instanceof ListValue list) {
                list.elements().forEach(open::push);
            } else if (value instanceof ObjectValue object) {
                object.members().forEach((name, member) -> {
                    if (member.value() instanceof StringValue && SecretNames.isSecret(name)) {
                        hide(member.value());
                    }
                    open.push(member.value());
                });
            }
        }
    }

    private void hide(Value value) {
        for (Origin step : value.origin().chain()) {
            byFile.computeIfAbsent(step.range().file(), file -> new HashSet<>()).add(step.range());
        }
    }

    /**
     * Says what must not be shown of a line.
     *
     * @param number of the line in its file, from 1
     * @param offset the index in the line at which {@code text} starts
     * @param text the line or a part of it, without its break
     * @return the UTF-16 indices of the characters of {@code text} to hide
     */
    public BitSet mask(String file, int number, int offset, String text) {
        BitSet masked = new BitSet();
        for (SourceRange range : byFile.getOrDefault(file, Set.of())) {
            if (range.startLine() <= number && number <= range.endLine()) {
                int from = range.startLine() == number ? range.startColumn() - 1 - offset : 0;
                int to = range.endLine() == number ? range.endColumn() - 1 - offset : text.length();
                masked.set(within(text, from), within(text, to));
            }
        }
        maskAssigned(text, masked);
        SecretFormats.find(text).forEach(span -> masked.set(span.start(), span.end()));
        return masked;
    }

    private static int within(String text, int index) {
        return Math.max(0, Math.min(index, text.length()));
    }

    /** Hides the quoted text after {@code password = "…"} or {@code "password": "…"}. */
    private static void maskAssigned(String text, BitSet masked) {
        for (int sign = next(text, 0); sign >= 0; sign = next(text, sign + 1)) {
            if (SecretNames.isSecret(nameBefore(text, sign))) {
                int quote = sign + 1;
                while (quote < text.length() && text.charAt(quote) == ' ') {
                    quote++;
                }
                if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
                    masked.set(quote + 1, Math.max(quote + 1, closing(text, quote)));
                }
            }
        }
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '=' || text.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }

    private static int closing(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(quote)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static String nameBefore(String text, int sign) {
        int end = sign;
        while (end > 0
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 64 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }
}
