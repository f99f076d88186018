package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Exemption.Syntax;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Directive.Placement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Comments that suppress findings of Checkov, tfsec, Trivy and KICS. What cannot be understood, or holds under conditions
 * that are not known here, suppresses nothing.
 */
final class ForeignComments {
    private static final List<String> CHECKOV = List.of("checkov:skip=", "bridgecrew:skip=", "cortex:skip=");
    private static final String KICS = "kics-scan";

    private ForeignComments() {}

    /** What a line of a comment says to the other scanners. */
    static List<Directive> read(String line, SourceRange range) {
        List<Directive> found = new ArrayList<>(0);
        checkov(line, range, found);
        if (line.contains("tfsec:") || line.contains("trivy:")) {
            aqua(line, range, found);
        }
        if (line.regionMatches(true, 0, KICS, 0, KICS.length())) {
            kics(line.substring(KICS.length()).toLowerCase(Locale.ROOT), range, found);
        }
        return found;
    }

    /** {@code checkov:skip=ID[,ID…][:reason]}, anywhere in the line, once. */
    private static void checkov(String line, SourceRange range, List<Directive> found) {
        for (String marker : CHECKOV) {
            int start = line.indexOf(marker);
            if (start < 0) {
                continue;
            }
            int at = start + marker.length();
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            int end = at;
            while (end < line.length() && (isId(line.charAt(end)) || line.charAt(end) == ',')) {
                end++;
            }
            List<String> ids = ids(line.substring(at, end));
            if (!ids.isEmpty()) {
                found.add(Directive.foreign(
                        Syntax.CHECKOV, Placement.RESOURCE_AROUND, ids, line.substring(end), null, range));
            }
            return;
        }
    }

    private static boolean isId(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static List<String> ids(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** tfsec's and Trivy's: words like {@code trivy:ignore:ID[:exp:2027-01-31]}; the other words are taken for the reason. */
    private static void aqua(String line, SourceRange range, List<Directive> found) {
        StringBuilder reason = new StringBuilder();
        List<String> suppressions = new ArrayList<>();
        for (String part : line.split("\\s+")) {
            String word = part.replaceAll("^[#/*]+", "");
            if (word.startsWith("tfsec:ignore:") || word.startsWith("trivy:ignore:")) {
                suppressions.add(word);
            } else if (reason.length() < Reasons.MAX_LENGTH) {
                reason.append(word).append(' ');
            }
        }
        for (String suppression : suppressions) {
            Syntax syntax = suppression.startsWith("tfsec") ? Syntax.TFSEC : Syntax.TRIVY;
            aqua(syntax, suppression.substring("trivy:".length()).split(":"), reason.toString(), range, found);
        }
    }

    /** @param sections names and values in turn, the first name {@code ignore} */
    private static void aqua(
            Syntax syntax, String[] sections, String reason, SourceRange range, List<Directive> found) {
        String id = sections.length < 2 ? "" : sections[1];
        LocalDate until = null;
        for (int i = 2; i < sections.length; i += 2) {
            String value = i + 1 < sections.length ? sections[i + 1] : "";
            try {
                until = sections[i].equals("exp") ? LocalDate.parse(value) : until;
            } catch (DateTimeParseException e) {
                return;
            }
            if (sections[i].equals("ws")) {
                return; // Which workspace this is, is not known.
            }
        }
        // With parameters, [port=22], it holds for some instances of a resource only.
        if (!id.isEmpty() && id.indexOf('[') < 0) {
            found.add(Directive.foreign(syntax, Placement.STARTING, List.of(id), reason, until, range));
        }
    }

    /**
     * {@code ignore-line}, {@code ignore-block}, {@code ignore}, {@code disable=ID[,ID…]}. {@code enable=} chooses among
     * KICS's own queries and exempts nothing.
     */
    private static void kics(String commands, SourceRange range, List<Directive> found) {
        String command = commands.strip().split("\\s", 2)[0];
        List<String> every = List.of(Exemption.EVERY_RULE);
        switch (command) {
            case "ignore-line" -> found.add(Directive.foreign(Syntax.KICS, Placement.LINE, every, "", null, range));
            case "ignore-block" ->
                found.add(Directive.foreign(Syntax.KICS, Placement.STARTING, every, "", null, range));
            case "ignore" -> found.add(Directive.foreign(Syntax.KICS, Placement.FILE, every, "", null, range));
            default -> {
                String prefix = "disable=";
                List<String> ids = command.startsWith(prefix) ? ids(command.substring(prefix.length())) : List.of();
                if (!ids.isEmpty()) {
                    found.add(Directive.foreign(Syntax.KICS, Placement.FILE, ids, "", null, range));
                }
            }
        }
    }
}
