package dev.plumbline.annotate.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The lines that a pull request adds or changes, by file, with their text. It is the platform's own view of the change:
 * only there does it accept an annotation.
 */
public final class ChangedLines {
    private final Map<String, NavigableMap<Integer, String>> byFile = new HashMap<>();

    /** Notes a line, counted from 1 in the file as the pull request would have it. */
    void add(String file, int line, String text) {
        byFile.computeIfAbsent(file, name -> new TreeMap<>()).put(line, text);
    }

    /** Notes the lines of a file whose text is {@code lines}, from the first one to the last one inclusive. */
    public void addAll(String file, int first, int last, List<String> lines) {
        for (int line = Math.max(1, first); line <= Math.min(last, lines.size()); line++) {
            add(file, line, lines.get(line - 1));
        }
    }

    /** The first changed line of those from {@code first} to {@code last} inclusive. */
    public OptionalInt within(String file, int first, int last) {
        NavigableMap<Integer, String> lines = byFile.get(file);
        Integer line = lines == null ? null : lines.ceilingKey(first);
        return line == null || line > last ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The text of a changed line, without its break. */
    public Optional<String> text(String file, int line) {
        NavigableMap<Integer, String> lines = byFile.get(file);
        return Optional.ofNullable(lines == null ? null : lines.get(line));
    }
}
