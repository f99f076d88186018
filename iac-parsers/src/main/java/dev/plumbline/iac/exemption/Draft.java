package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An exemption in Plumbline's own syntax as it is read: its rules and fields, checked when all of it is there. */
final class Draft {
    static final String CODE = "exemption-invalid";

    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String CATEGORY = "category";
    private static final String OWNER = "owner";
    private static final List<String> FIELDS = List.of(REASON, UNTIL, CATEGORY, OWNER);
    private static final String NO_EFFECT = "It exempts nothing as it is.";
    private static final int MAX_NAME = 200;
    private static final int MAX_RULES = 100;

    private final SourceRange range;
    private final Consumer<Diagnostic> problems;
    private final List<String> rules = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private boolean broken;

    Draft(SourceRange range, Consumer<Diagnostic> problems) {
        this.range = range;
        this.problems = problems;
    }

    void rule(String name) {
        if (name.length() > MAX_NAME || name.chars().anyMatch(c -> !isNameCharacter(c)) || isMisplacedStar(name)) {
            problem("Exemption of what is no rule: " + shown(name), "Name rules by their ids, or * for all.");
        } else if (rules.size() < MAX_RULES) {
            rules.add(name);
        } else if (!broken) {
            problem("Exemption of more than %d rules".formatted(MAX_RULES), "Write several.");
        }
    }

    private static boolean isNameCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_-./:*".indexOf(c) >= 0);
    }

    private static boolean isMisplacedStar(String name) {
        int star = name.indexOf('*');
        return star >= 0 && star < name.length() - 1;
    }

    void field(String name, String value) {
        if (!FIELDS.contains(name)) {
            problem(
                    "Exemption with the unknown field " + shown(name),
                    "It may have " + String.join(", ", FIELDS) + "." + Spelling.hint(name, FIELDS));
        } else if (fields.putIfAbsent(name, value) != null) {
            problem("Exemption with two fields " + name, "Write it once.");
        }
    }

    void problem(String summary, String detail) {
        broken = true;
        problems.accept(Diagnostic.warning(CODE, summary, NO_EFFECT + " " + detail, range));
    }

    /** What it says; empty where something is wrong with it, which has been told. */
    Optional<Directive> finish(Directive.Placement placement) {
        if (rules.isEmpty() && !broken) {
            problem("Exemption of no rule", "Name the rules that it is about, or * for all.");
        }
        String reason = fields.getOrDefault(REASON, "").strip();
        if (reason.isEmpty()) {
            problem("Exemption without a reason", "Say why in its field reason.");
        } else if (reason.length() > Reasons.MAX_LENGTH) {
            problem(
                    "Exemption with too long a reason",
                    "A reason has at most %,d characters.".formatted(Reasons.MAX_LENGTH));
        }
        LocalDate until = until();
        Exemption.Category category = category();
        String owner = fields.getOrDefault(OWNER, "").strip();
        if (owner.length() > MAX_NAME) {
            problem("Exemption with too long an owner", "An owner has at most %d characters.".formatted(MAX_NAME));
        }
        return broken
                ? Optional.empty()
                : Optional.of(new Directive(
                        Exemption.Syntax.PLUMBLINE, placement, rules, category, reason, until, owner, range));
    }

    private LocalDate until() {
        String written = fields.get(UNTIL);
        try {
            return written == null ? null : LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            problem("Exemption until no date: " + shown(written), "Write a day as 2027-01-31.");
            return null;
        }
    }

    private Exemption.Category category() {
        String written = fields.getOrDefault(CATEGORY, Exemption.Category.WAIVER.id());
        for (Exemption.Category category : Exemption.Category.values()) {
            if (category.id().equalsIgnoreCase(written.strip())) {
                return category;
            }
        }
        problem("Exemption of the unknown category " + shown(written), "It is mitigated or waiver.");
        return Exemption.Category.WAIVER;
    }

    static String shown(String text) {
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
