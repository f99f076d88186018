package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.publish.ReportFormat;
import dev.plumbline.rules.Severity;
import java.nio.file.FileSystems;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the texts of {@link Options} mean. Forms are checked by the same methods that a build goes by. */
public final class OptionReader {
    public static final String NO_SEVERITY = "none";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private OptionReader() {}

    /** The items of a text, one a line or with commas between them. */
    public static List<String> items(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\n]"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    /** {@code name=value} a line; a value may hold commas. */
    public static Map<String, String> variables(String text) throws OptionException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : text == null ? List.<String>of() : text.lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            int sign = line.indexOf('=');
            if (sign < 1 || line.substring(0, sign).isBlank()) {
                throw new OptionException(
                        "variables",
                        "'" + line.strip() + "' gives no variable a value",
                        "write name=value, one a line");
            }
            variables.put(
                    line.substring(0, sign).strip(), line.substring(sign + 1).strip());
        }
        return variables;
    }

    public static String id(String id) throws OptionException {
        if (!ID.matcher(id).matches()) {
            throw new OptionException(
                    "id", "'" + id + "' cannot stand in an address", "use up to 64 letters, digits, - and _");
        }
        return id;
    }

    /** Globs over paths relative to the workspace. */
    public static List<String> globs(String text) throws OptionException {
        List<String> globs = items(text);
        for (String glob : globs) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + glob);
            } catch (PatternSyntaxException e) {
                throw new OptionException(
                        "excludes",
                        "'" + glob + "' is not a glob: " + e.getDescription(),
                        "write it like **/sandbox/** or modules/legacy");
            }
        }
        return globs;
    }

    /** The least grave severity that blocks, or null for none. */
    public static Severity failOn(String text) throws OptionException {
        return severity("failOn", text, NO_SEVERITY);
    }

    /**
     * A severity by its name, or null for the word that stands for none.
     *
     * @param option whose text it is
     */
    public static Severity severity(String option, String text, String none) throws OptionException {
        if (text.strip().equalsIgnoreCase(none)) {
            return null;
        }
        return Severity.of(text.strip())
                .orElseThrow(() -> new OptionException(
                        option,
                        "'" + text + "' is not a severity",
                        "use "
                                + listed(Stream.concat(
                                        Arrays.stream(Severity.values()).map(Severity::id), Stream.of(none)))));
    }

    /** A score, or null where none is given. */
    public static Double score(String option, Double score) throws OptionException {
        if (score != null && !(score >= 0 && score <= 100)) {
            throw new OptionException(option, score + " is not a score", "give a number from 0 to 100");
        }
        return score;
    }

    /** The same for the text of a form, where an empty one gives none. */
    public static Double score(String option, String text) throws OptionException {
        try {
            return text == null || text.isBlank() ? null : score(option, Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            throw new OptionException(option, "'" + text + "' is not a score", "give a number from 0 to 100");
        }
    }

    /** How many findings are too many. */
    public static int threshold(int threshold) throws OptionException {
        if (threshold < 1) {
            throw new OptionException(
                    "threshold", threshold + " findings are never too few", "give a whole number from 1 on");
        }
        return threshold;
    }

    /** The same for the text of a form. */
    public static int threshold(String text) throws OptionException {
        try {
            return threshold(Integer.parseInt(Options.text(text).strip()));
        } catch (NumberFormatException e) {
            throw new OptionException(
                    "threshold", "'" + text + "' is not a number of findings", "give a whole number from 1 on");
        }
    }

    /** The formats to write, each once, in a fixed order. */
    public static Set<ReportFormat> formats(String text) throws OptionException {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String id : items(text)) {
            formats.add(ReportFormat.of(id)
                    .orElseThrow(() -> new OptionException(
                            "reports",
                            "'" + id + "' is not a format",
                            "use " + listed(Arrays.stream(ReportFormat.values()).map(ReportFormat::id)))));
        }
        return formats;
    }

    /** A directory of the workspace to write reports to. */
    public static String reportDirectory(String text) throws OptionException {
        String directory = text.strip().replace('\\', '/');
        boolean steps = Arrays.stream(directory.split("/", -1))
                .anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
        if (steps || directory.matches(".*[:*?,\"<>|\\p{Cntrl}].*")) {
            throw new OptionException(
                    "reportDirectory",
                    "'" + text + "' is not a directory of the workspace",
                    "name one below it, like plumbline or target/plumbline");
        }
        return directory;
    }

    /** The files that the reports are written to, relative to the workspace, in a fixed order. */
    public static List<String> reportFiles(Options options) throws OptionException {
        Set<ReportFormat> formats = formats(options.reports);
        if (formats.isEmpty()) {
            return List.of();
        }
        String directory = reportDirectory(options.reportDirectory);
        return formats.stream()
                .map(format -> directory + "/" + format.fileName())
                .toList();
    }

    /** An organisation's policy, as text. */
    public static void policy(String text) throws OptionException {
        if (text == null || text.isBlank()) {
            return;
        }
        List<String> problems = new Organisation(NO_SEVERITY, null, false, text).problems();
        if (!problems.isEmpty()) {
            throw new OptionException("policy", String.join(" ", problems), "write it as in plumbline.yaml");
        }
    }

    private static String listed(Stream<String> ids) {
        List<String> all = ids.toList();
        int last = all.size() - 1;
        return all.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + all.get(last);
    }
}
