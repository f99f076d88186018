package dev.plumbline.git;

import dev.plumbline.iac.source.SourceTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What was changed in files, by line: the difference of two states of them. Ends of lines do not matter. */
public final class ChangedLines {
    private final SourceTree before;
    private final SourceTree now;
    private final Map<String, EditList> edits = new HashMap<>();

    private ChangedLines(SourceTree before, SourceTree now) {
        this.before = before;
        this.now = now;
    }

    /** Reads files when they are asked about, so both must stay readable. */
    public static ChangedLines between(SourceTree before, SourceTree now) {
        return new ChangedLines(before, now);
    }

    /**
     * Whether any of the lines from the first to the last inclusive, counted from 1, was added or changed, or one between
     * them deleted. All of a file that was not there, or cannot be read, was.
     */
    public boolean within(String file, int first, int last) {
        return edits.computeIfAbsent(file, this::edits).stream().anyMatch(edit -> {
            int above = edit.getBeginB(); // the number of the line before those that the edit made
            return edit.getType() == Edit.Type.DELETE
                    ? above >= first && above < last
                    : above < last && edit.getEndB() >= first;
        });
    }

    private EditList edits(String file) {
        Optional<byte[]> text = now.readBytes(file, problem -> {});
        Optional<byte[]> old = before.isFile(file) ? before.readBytes(file, problem -> {}) : Optional.empty();
        if (text.isEmpty() || old.isEmpty()) {
            return EditList.singleton(new Edit(0, 0, 0, Integer.MAX_VALUE));
        }
        HistogramDiff diff = new HistogramDiff();
        diff.setFallbackAlgorithm(null); // where a line is there too often it is a replacement, found in linear time
        return diff.diff(RawTextComparator.WS_IGNORE_TRAILING, new RawText(old.get()), new RawText(text.get()));
    }
}
