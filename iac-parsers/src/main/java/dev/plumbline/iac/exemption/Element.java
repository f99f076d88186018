package dev.plumbline.iac.exemption;

import dev.plumbline.iac.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Something that a comment can stand at: a resource, a block, an attribute, an item of a list; or a file as a whole.
 *
 * @param declaration whether it is a resource, or a call of a module
 * @param indent the column from which on a comment below it still belongs to it, in a language of indentation;
 *     {@link #BRACKETED} in one of brackets
 * @param children in the order of the text, none overlapping another
 */
public record Element(SourceRange range, boolean declaration, int indent, List<Element> children) {

    /** For languages in which indentation means nothing. */
    public static final int BRACKETED = Integer.MAX_VALUE;

    /** Children that are not inside of the range, or overlap one before them, are left out: YAML's aliases. */
    public Element {
        Objects.requireNonNull(range, "range");
        List<Element> kept = new ArrayList<>(children.size());
        SourceRange last = null;
        for (Element child : sorted(children)) {
            if (range.contains(child.range()) && (last == null || isAfter(child.range(), last))) {
                kept.add(child);
                last = child.range();
            }
        }
        children = List.copyOf(kept);
    }

    private static List<Element> sorted(List<Element> children) {
        List<Element> sorted = new ArrayList<>(children);
        sorted.sort((left, right) -> left.range().compareTo(right.range()));
        return sorted;
    }

    private static boolean isAfter(SourceRange range, SourceRange other) {
        return range.startLine() > other.endLine()
                || (range.startLine() == other.endLine() && range.startColumn() >= other.endColumn());
    }
}
