package dev.plumbline.iac.source;

import dev.plumbline.iac.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A tree that notes what is looked at. */
final class RecordingTree extends SourceTree {
    private final SourceTree tree;
    private final Footprint footprint;

    RecordingTree(SourceTree tree, Footprint footprint) {
        this.tree = tree;
        this.footprint = footprint;
    }

    /** What was looked at so far; grows with what is looked at later. */
    Footprint footprint() {
        return footprint;
    }

    @Override
    public Path base() {
        return tree.base();
    }

    @Override
    public Selection selection() {
        return tree.selection();
    }

    @Override
    public List<String> files() {
        footprint.files();
        return tree.files();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return tree.diagnostics();
    }

    @Override
    public Optional<byte[]> readBytes(String path, Consumer<Diagnostic> problems) {
        footprint.path(path);
        return tree.readBytes(path, problems);
    }

    @Override
    public String head(String path, int bytes) {
        footprint.path(path);
        return tree.head(path, bytes);
    }

    @Override
    public boolean isFile(String path) {
        footprint.path(path);
        return tree.isFile(path);
    }

    @Override
    public boolean isDirectory(String path) {
        footprint.path(path);
        return tree.isDirectory(path);
    }

    @Override
    public void noteNames(String directory) {
        footprint.directory(directory);
        tree.noteNames(directory);
    }

    @Override
    public List<String> list(String directory) {
        footprint.directory(directory);
        return tree.list(directory);
    }
}
