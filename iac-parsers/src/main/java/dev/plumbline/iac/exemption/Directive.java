package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.SourceRange;
import java.time.LocalDate;
import java.util.List;

/**
 * What a comment or an entry of metadata says, before it is known what that covers.
 *
 * @param until null where it has no end
 */
record Directive(
        Exemption.Syntax syntax,
        Placement placement,
        List<String> rules,
        Exemption.Category category,
        String reason,
        LocalDate until,
        String owner,
        SourceRange range) {

    /** How the place of a comment decides what it covers. */
    enum Placement {
        /** Plumbline's: at the top of a resource that resource; else what is on its line or below it; else what is around it. */
        NEAREST,
        /** The resource around it. */
        RESOURCE_AROUND,
        /** What starts on its line or, if it stands alone there, below it. */
        STARTING,
        /** The same line or the line below, and nothing else of what starts there. */
        LINE,
        /** The file, at whose top it has to stand. */
        FILE
    }

    /** One of another scanner: a waiver, whose reason is often not said. */
    static Directive foreign(
            Exemption.Syntax syntax,
            Placement placement,
            List<String> rules,
            String reason,
            LocalDate until,
            SourceRange range) {
        return new Directive(
                syntax, placement, rules, Exemption.Category.WAIVER, Reasons.of(syntax, reason), until, "", range);
    }

    Exemption covering(SourceRange scope, Exemption.Reach reach) {
        return new Exemption(syntax, rules, category, reason, until, owner, scope, reach, range);
    }
}
