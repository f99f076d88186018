package io.jenkins.plugins.plumbline.view;

import dev.plumbline.publish.source.Excerpt;
import java.util.List;

/** A line of source on a page. */
public final class LineView {
    private final Excerpt.Line line;

    private LineView(Excerpt.Line line) {
        this.line = line;
    }

    static List<LineView> of(List<Excerpt.Line> lines) {
        return lines.stream().map(LineView::new).toList();
    }

    public int getNumber() {
        return line.number();
    }

    public boolean isInRange() {
        return line.inRange();
    }

    public String getBefore() {
        return Shown.text(line.before());
    }

    /** What the finding is about; empty where no text of this line is. */
    public String getMarked() {
        return Shown.text(line.marked());
    }

    public String getAfter() {
        return Shown.text(line.after());
    }
}
