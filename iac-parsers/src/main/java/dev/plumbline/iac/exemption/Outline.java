package dev.plumbline.iac.exemption;

import dev.plumbline.iac.SourceRange;
import java.util.List;

/** Finds the elements of a file by position; each search takes time in proportion to the depth. */
final class Outline {
    private final Element root;

    Outline(Element root) {
        this.root = root;
    }

    /**
     * What is around a position.
     *
     * @param innermost null where there is nothing but the file
     * @param declaration the innermost one, null where there is none
     */
    record Around(Element innermost, Element declaration) {}

    /** @param ownLine whether what is there has a line of its own, so that its indentation means something */
    Around around(int line, int column, boolean ownLine) {
        Element at = root;
        Element declaration = null;
        while (true) {
            Element child = lastBefore(at.children(), line, column);
            if (child == null || !(holds(child, line, column) || (ownLine && column >= child.indent()))) {
                return new Around(at == root ? null : at, declaration);
            }
            at = child;
            declaration = at.declaration() ? at : declaration;
        }
    }

    /** The outermost elements that start on a line, as one range; null where none does. */
    Element startingOn(int line) {
        return startingOn(root.children(), line);
    }

    private static Element startingOn(List<Element> siblings, int line) {
        int first = firstFrom(siblings, line, 1);
        if (first > 0 && siblings.get(first - 1).range().endLine() >= line) {
            Element inner = startingOn(siblings.get(first - 1).children(), line);
            if (inner != null) {
                return inner;
            }
        }
        int end = first;
        while (end < siblings.size() && siblings.get(end).range().startLine() == line) {
            end++;
        }
        if (end == first) {
            return null;
        }
        Element start = siblings.get(first);
        SourceRange last = siblings.get(end - 1).range();
        return end == first + 1
                ? start
                : new Element(start.range().to(last), start.declaration(), start.indent(), List.of());
    }

    /** Whether nothing but comments comes before a position. */
    boolean isTop(int line, int column) {
        return lastBefore(root.children(), line, column) == null;
    }

    /** Whether a position in an element comes before all of its children. */
    static boolean isFirstIn(Element element, int line, int column) {
        return lastBefore(element.children(), line, column) == null;
    }

    private static boolean holds(Element element, int line, int column) {
        SourceRange range = element.range();
        return line < range.endLine() || (line == range.endLine() && column < range.endColumn());
    }

    private static Element lastBefore(List<Element> siblings, int line, int column) {
        int next = firstFrom(siblings, line, column + 1);
        return next == 0 ? null : siblings.get(next - 1);
    }

    /** The index of the first that starts at a position or after it. */
    private static int firstFrom(List<Element> siblings, int line, int column) {
        int low = 0;
        int high = siblings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            SourceRange range = siblings.get(middle).range();
            boolean before = range.startLine() < line || (range.startLine() == line && range.startColumn() < column);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
