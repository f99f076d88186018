package dev.plumbline.iac.source;

import java.util.HashMap;
import java.util.Map;

/** What differs between two trees, each question answered once. */
final class Differences {
    private final SourceTree one;
    private final SourceTree other;
    private final Map<String, Boolean> same = new HashMap<>();
    private final Map<String, Boolean> sameNames = new HashMap<>();
    private Boolean sameFiles;

    Differences(SourceTree one, SourceTree other) {
        this.one = one;
        this.other = other;
    }

    boolean same(String path) {
        return same.computeIfAbsent(path, key -> one.isSame(key, other));
    }

    boolean sameNames(String directory) {
        return sameNames.computeIfAbsent(directory, key -> one.list(key).equals(other.list(key)));
    }

    boolean sameFiles() {
        if (sameFiles == null) {
            sameFiles = one.files().equals(other.files());
        }
        return sameFiles;
    }
}
