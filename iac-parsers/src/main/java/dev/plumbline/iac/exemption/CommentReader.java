package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.Exemption.Syntax;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Directive.Placement;
import dev.plumbline.iac.source.SourceFile;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the comments of a file, in one pass, and works out what those cover that exempt. Time grows with the length of
 * the comments and, for each that exempts, with the depth at which it stands.
 */
public final class CommentReader {
    private final SourceFile file;
    private final List<Comment> comments;
    private final Supplier<Element> elements;
    private final Exemptions exemptions;
    private Outline outline;
    private int[] linesBelow;

    private CommentReader(SourceFile file, List<Comment> comments, Supplier<Element> elements, Exemptions exemptions) {
        this.file = file;
        this.comments = comments;
        this.elements = elements;
        this.exemptions = exemptions;
    }

    /**
     * Adds what the comments exempt.
     *
     * @param comments in the order of the file
     * @param elements the file as an element; asked for only where a comment exempts something
     */
    public static void read(
            SourceFile file, List<Comment> comments, Supplier<Element> elements, Exemptions exemptions) {
        new CommentReader(file, comments, elements, exemptions).read();
    }

    private void read() {
        for (int i = 0; i < comments.size() && !exemptions.isFull(); i++) {
            Comment comment = comments.get(i);
            if (mayExempt(comment.text())) {
                read(comment, i);
            }
        }
    }

    /** A quick look: nearly all comments are about something else. */
    private static boolean mayExempt(String text) {
        return text.contains("plumbline:")
                || text.contains(":skip=")
                || text.contains(":ignore:")
                || text.contains("-scan")
                || text.contains("-SCAN");
    }

    private void read(Comment comment, int index) {
        String[] lines = comment.text().split("\n", -1);
        for (int i = 0; i < lines.length && !exemptions.isFull(); i++) {
            String line = lines[i].strip();
            int start = 0;
            while (start < line.length() && "#/*".indexOf(line.charAt(start)) >= 0) {
                start++;
            }
            line = line.substring(start).strip();
            SourceRange range = lines.length == 1 ? comment.range() : lineOf(comment.range(), i);
            PlumblineComments.read(line, range, exemptions::problem)
                    .ifPresent(directive -> place(directive, comment, index));
            for (Directive directive : ForeignComments.read(line, range)) {
                place(directive, comment, index);
            }
        }
    }

    /** A line of a comment over several, without the space around it. */
    private SourceRange lineOf(SourceRange comment, int index) {
        int number = comment.startLine() + index;
        String line = file.line(number);
        int from = index == 0 ? comment.startColumn() - 1 : 0;
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        int to = Math.max(from, line.stripTrailing().length());
        return new SourceRange(comment.file(), number, from + 1, number, to + 1);
    }

    private void place(Directive directive, Comment comment, int index) {
        if (outline == null) {
            outline = new Outline(elements.get());
            linesBelow = linesBelow();
        }
        SourceRange at = comment.range();
        boolean ownLine = isOnItsOwn(at);
        if (directive.placement() == Placement.FILE) {
            if (outline.isTop(at.startLine(), at.startColumn())) {
                add(directive, file.range(0, file.text().length()), Reach.FILE);
            } else {
                misplaced(directive, "What is for the whole file stands at its top.");
            }
        } else if (directive.placement() == Placement.LINE) {
            int line = ownLine ? linesBelow[index] : at.startLine();
            add(directive, new SourceRange(at.file(), line, 1, line + 1, 1), Reach.LINE);
        } else {
            Outline.Around around = around(at, ownLine);
            Element starting = ownLine ? below(at, index) : beside(at);
            Element covered =
                    switch (directive.placement()) {
                        case RESOURCE_AROUND -> around.declaration();
                        case STARTING -> starting;
                        default -> starting != null && !(ownLine && isTop(around, at)) ? starting : around.innermost();
                    };
            if (covered != null && (covered.declaration() || around.declaration() != null)) {
                add(directive, covered.range(), Reach.BLOCK);
            } else {
                misplaced(
                        directive,
                        "It stands at no resource: write it right above one, at its top, or at an attribute in it.");
            }
        }
    }

    /** Whether a comment comes first in a resource: it is about all of that, and not about the attribute below. */
    private static boolean isTop(Outline.Around around, SourceRange at) {
        Element declaration = around.declaration();
        return declaration != null
                && declaration.equals(around.innermost())
                && Outline.isFirstIn(declaration, at.startLine(), at.startColumn());
    }

    private void add(Directive directive, SourceRange scope, Reach reach) {
        exemptions.add(directive.covering(scope, reach));
    }

    /** What is written for other tools is not reported. */
    private void misplaced(Directive directive, String detail) {
        if (directive.syntax() == Syntax.PLUMBLINE) {
            exemptions.problem(
                    Diagnostic.warning(Draft.CODE, "Exemption that covers nothing", detail, directive.range()));
        }
    }

    private Outline.Around around(SourceRange at, boolean ownLine) {
        if (ownLine) {
            return outline.around(at.startLine(), at.startColumn(), true);
        }
        int offset = previous(file.offset(at.startLine(), at.startColumn()));
        SourceRange last = file.range(Math.max(0, offset), Math.max(0, offset));
        return outline.around(last.startLine(), last.startColumn(), false);
    }

    /** What starts on the line of the comment. */
    private Element beside(SourceRange at) {
        Element first = outline.startingOn(at.startLine());
        return first != null || at.endLine() == at.startLine() ? first : outline.startingOn(at.endLine());
    }

    /** What starts on the line below the comment and those right below it; not what is indented less, that comes after. */
    private Element below(SourceRange at, int index) {
        Element starting = outline.startingOn(linesBelow[index]);
        return starting == null
                        || (starting.indent() != Element.BRACKETED
                                && at.startColumn() > starting.range().startColumn())
                ? null
                : starting;
    }

    /** For each comment the line below it and those that stand right below it. */
    private int[] linesBelow() {
        int[] lines = new int[comments.size()];
        for (int i = lines.length - 1; i >= 0; i--) {
            int line = comments.get(i).range().endLine() + 1;
            SourceRange next = i + 1 < lines.length ? comments.get(i + 1).range() : null;
            boolean continues =
                    next != null && (next.startLine() < line || (next.startLine() == line && isOnItsOwn(next)));
            lines[i] = continues ? Math.max(line, lines[i + 1]) : line;
        }
        return lines;
    }

    /** Whether there is nothing else on its line, but for the comma after a JSON member that is a comment. */
    private boolean isOnItsOwn(SourceRange comment) {
        int start = file.offset(comment.startLine(), comment.startColumn());
        for (int i = start - 1; i >= 0 && file.text().charAt(i) != '\n'; i--) {
            if (!Character.isWhitespace(file.text().charAt(i))) {
                return false;
            }
        }
        int end = file.offset(comment.endLine(), comment.endColumn());
        for (int i = end; i < file.text().length() && file.text().charAt(i) != '\n'; i++) {
            if (!Character.isWhitespace(file.text().charAt(i))) {
                return file.text().charAt(i) == ',';
            }
        }
        return true;
    }

    /** The last character before an offset that is neither space nor a comma; -1 where there is none. */
    private int previous(int offset) {
        int at = offset - 1;
        while (at >= 0
                && (Character.isWhitespace(file.text().charAt(at))
                        || file.text().charAt(at) == ',')) {
            at--;
        }
        return at;
    }
}
