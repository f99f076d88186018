package dev.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory that reported paths are relative to, and that a scan does not leave. */
final class BaseDirectory {
    private BaseDirectory() {}

    /**
     * The working directory where all inputs lie below it, otherwise the closest directory that holds them all.
     *
     * @param inputs absolute and normalised, at least one
     */
    static Path of(Path working, List<Path> inputs) {
        if (inputs.stream().allMatch(input -> input.startsWith(working))) {
            return working;
        }
        Path common = directory(inputs.get(0));
        for (Path input : inputs) {
            while (!input.startsWith(common)) {
                common = common.getParent();
                if (common == null) {
                    throw new IllegalArgumentException("no directory holds all of " + inputs);
                }
            }
        }
        return common;
    }

    private static Path directory(Path input) {
        return Files.isDirectory(input) || input.getParent() == null ? input : input.getParent();
    }
}
