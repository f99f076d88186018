package dev.plumbline.rules.comparison;

import java.io.IOException;
import java.nio.file.Path;

/** The file of accepted findings that a team keeps beside its templates. */
public final class BaselineFile {
    /** Its usual name. */
    public static final String NAME = "plumbline-baseline.json";

    static final String FORMAT_NAME = "plumbline-baseline/";

    /** Changes when a reader of the format would have to. */
    static final String FORMAT = FORMAT_NAME + "1";

    private BaselineFile() {}

    /**
     * Reads a baseline file, or an earlier report of ours, JSON or SARIF.
     *
     * @throws IOException where the file cannot be read or is none of these; the message says which, where and what to do
     */
    public static Baseline read(Path file) throws IOException {
        return BaselineReader.read(file);
    }
}
