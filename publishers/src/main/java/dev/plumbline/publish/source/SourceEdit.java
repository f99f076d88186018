package dev.plumbline.publish.source;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.publish.Fixes;
import dev.plumbline.rules.Finding;
import java.util.Optional;

/**
 * A change of one file that mends a finding.
 *
 * @param range the text to take out, on one line
 * @param replacement the text to put in its place, without a line break
 */
public record SourceEdit(SourceRange range, String replacement) {

    /**
     * The edit for a finding whose rule has a fix of one attribute, where that attribute's value stands as a literal in
     * its place. Nothing is offered for a value that comes from elsewhere: there the edit would cut off a variable that
     * others rely on.
     */
    public static Optional<SourceEdit> of(Finding finding) {
        Origin origin = finding.origin();
        if (origin == null || origin.cause() != null) {
            return Optional.empty();
        }
        SourceRange value = origin.range();
        boolean inPlace = finding.range().contains(value) && value.startLine() == value.endLine();
        // JSON's literals are those of HCL and YAML too.
        return Fixes.of(finding)
                .filter(fix -> inPlace && fix.set().equals(finding.attribute()))
                .filter(fix -> fix.to().lines().count() == 1)
                .map(fix -> new SourceEdit(value, fix.to()));
    }
}
