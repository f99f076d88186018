package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Directive.Placement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plumbline's own comments.
 *
 * <pre>{@code
 * plumbline:exempt RULE[,RULE…] reason="…" [until=2027-01-31] [category=mitigated|waiver] [owner=…]
 * plumbline:exempt-file RULE[,RULE…] reason="…" …
 * }</pre>
 */
final class PlumblineComments {
    private static final String PREFIX = "plumbline:";
    private static final String EXEMPT = "exempt";
    private static final String EXEMPT_FILE = "exempt-file";

    private final String text;
    private final Draft draft;
    private int at;

    private PlumblineComments(String text, Draft draft) {
        this.text = text;
        this.draft = draft;
    }

    /** What a line of a comment says; empty where it is not for Plumbline, or wrong. */
    static Optional<Directive> read(String line, SourceRange range, Consumer<Diagnostic> problems) {
        if (!line.startsWith(PREFIX)) {
            return Optional.empty();
        }
        PlumblineComments comment = new PlumblineComments(line, new Draft(range, problems));
        comment.at = PREFIX.length();
        String verb = comment.word();
        if (!verb.equals(EXEMPT) && !verb.equals(EXEMPT_FILE)) {
            List<String> verbs = List.of(EXEMPT, EXEMPT_FILE);
            comment.draft.problem(
                    "Comment for Plumbline that it does not understand: " + Draft.shown(PREFIX + verb),
                    "There are plumbline:exempt and plumbline:exempt-file." + Spelling.hint(verb, verbs));
            return Optional.empty();
        }
        comment.arguments();
        return comment.draft.finish(verb.equals(EXEMPT) ? Placement.NEAREST : Placement.FILE);
    }

    private void arguments() {
        skipSpace();
        while (at < text.length()) {
            String word = word();
            int equals = word.indexOf('=');
            if (equals < 0) {
                for (String name : word.split(",")) {
                    if (!name.isEmpty()) {
                        draft.rule(name);
                    }
                }
            } else {
                at -= word.length() - equals - 1;
                draft.field(word.substring(0, equals), value());
            }
            skipSpace();
        }
    }

    /** What comes after an equals sign: in quotation marks, or up to the next space. */
    private String value() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') {
            return word();
        }
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                return value.toString();
            }
            boolean escape = c == '\\' && i + 1 < text.length() && "\\\"'".indexOf(text.charAt(i + 1)) >= 0;
            value.append(escape ? text.charAt(++i) : c);
        }
        at = text.length();
        draft.problem("Exemption with an open quotation mark", "Close it on the same line.");
        return value.toString();
    }

    private String word() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
