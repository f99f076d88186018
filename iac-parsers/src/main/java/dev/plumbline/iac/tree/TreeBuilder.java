package dev.plumbline.iac.tree;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a tree of the events of a parser, on a stack of its own, within {@link TreeReader}'s limits. Positions are
 * offsets into the file's text.
 */
final class TreeBuilder {

    /** Enough to see what is wrong; a generated file could have a million. */
    private static final int MAX_DUPLICATES_REPORTED = 100;

    /** Thrown when the document goes beyond a limit. */
    static final class LimitExceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LimitExceeded(String message) {
            super(message, null, false, false);
        }
    }

    /** A finished node that an alias can stand for, with what its expansion costs. */
    private record Anchored(Node node, int size, int height) {}

    private final SourceFile file;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private final List<Document.Comment> comments = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int size;
    private int duplicates;
    private Node root;

    TreeBuilder(SourceFile file) {
        this.file = file;
    }

    /** A collection that is being read. */
    private static final class Frame {
        final int start;
        final String tag;
        final String anchor;
        final int sizeBefore;
        int end;
        int height = 1;

        /** Null in a mapping. */
        final List<Node> items;

        /** Null in a sequence. */
        final List<Member> members;

        final Set<String> keys;
        String key;
        SourceRange keyRange;
        boolean merging;

        /** Where among the members a merge key stands, and what it brings in. */
        List<Merge> merges = List.of();

        Frame(boolean mapping, int start, String tag, String anchor, int sizeBefore) {
            this.start = start;
            this.end = start + 1;
            this.tag = tag;
            this.anchor = anchor;
            this.sizeBefore = sizeBefore;
            this.items = mapping ? null : new ArrayList<>();
            this.members = mapping ? new ArrayList<>() : null;
            this.keys = mapping ? new HashSet<>() : null;
        }
    }

    private record Merge(int index, Mapping from) {}

    /** Whether the next scalar is a member's name. */
    boolean expectsKey() {
        return !open.isEmpty() && open.peek().members != null && open.peek().keyRange == null;
    }

    /** Whether the root has been read to its end. */
    boolean complete() {
        return root != null;
    }

    void startMapping(int start, String tag, String anchor) {
        start(new Frame(true, start, tag, anchor, size));
    }

    void startSequence(int start, String tag, String anchor) {
        start(new Frame(false, start, tag, anchor, size));
    }

    private void start(Frame frame) {
        count(1);
        checkDepth(open.size() + 1);
        if (frame.anchor != null) {
            anchors.remove(frame.anchor);
            openAnchors.add(frame.anchor);
        }
        open.push(frame);
    }

    /** @param merging whether this is YAML's merge key rather than a name */
    void key(String name, int start, int end, boolean merging) {
        count(1);
        Frame frame = open.element();
        frame.key = name;
        frame.keyRange = file.range(start, end);
        frame.merging = merging;
        frame.end = Math.max(frame.end, end);
        if (!merging && !frame.keys.add(name) && duplicates++ < MAX_DUPLICATES_REPORTED) {
            warning(
                    "duplicate-key",
                    "Key " + quoted(name) + " is written more than once",
                    "The last one counts. Remove the others.",
                    frame.keyRange);
        }
    }

    void scalar(String text, Scalar.Kind kind, String tag, String anchor, int start, int end) {
        count(1);
        Scalar scalar = new Scalar(text, kind, tag, file.range(start, end));
        if (anchor != null) {
            anchors.put(anchor, new Anchored(scalar, 1, 0));
        }
        attach(scalar, end, 0);
    }

    /** The end of the innermost collection, where it has a closing bracket or brace that ends at this offset. */
    void end(int end) {
        open.element().end = end;
        end();
    }

    /** The end of the innermost collection, with its last item. */
    void end() {
        Frame frame = open.pop();
        SourceRange range = file.range(frame.start, frame.end);
        Node node = frame.items != null
                ? new Sequence(frame.items, frame.tag, range)
                : new Mapping(merged(frame), frame.tag, range);
        if (frame.anchor != null) {
            openAnchors.remove(frame.anchor);
            anchors.put(frame.anchor, new Anchored(node, size - frame.sizeBefore, frame.height));
        }
        attach(node, frame.end, frame.height);
    }

    void alias(String anchor, int start, int end) {
        Anchored target = anchors.get(anchor);
        if (target != null) {
            count(target.size());
            checkDepth(open.size() + target.height());
            attach(target.node(), end, target.height());
            return;
        }
        String problem = openAnchors.contains(anchor) ? "contains itself" : "is not defined";
        error("yaml-alias", "Alias *" + anchor + " " + problem, "It is read as null.", file.range(start, end));
        scalar("", Scalar.Kind.NULL, "", null, start, end);
    }

    /** The text of a scalar that an alias used as a member's name stands for; null where there is none. */
    String anchoredText(String anchor) {
        Anchored target = anchors.get(anchor);
        return target != null && target.node() instanceof Scalar scalar ? scalar.text() : null;
    }

    private void attach(Node node, int end, int height) {
        if (open.isEmpty()) {
            root = node;
            return;
        }
        Frame frame = open.peek();
        frame.height = Math.max(frame.height, height + 1);
        frame.end = Math.max(frame.end, end);
        if (frame.items != null) {
            frame.items.add(node);
        } else {
            if (frame.merging) {
                merge(frame, node);
            } else {
                frame.members.add(new Member(frame.key, frame.keyRange, node));
            }
            frame.keyRange = null;
        }
    }

    private void merge(Frame frame, Node node) {
        List<Merge> merges = new ArrayList<>(frame.merges);
        List<Node> sources = node instanceof Sequence sequence ? sequence.items() : List.of(node);
        for (Node source : sources) {
            if (source instanceof Mapping mapping) {
                merges.add(new Merge(frame.members.size(), mapping));
            } else {
                error("yaml-merge", "Only mappings can be merged", "It is left out.", frame.keyRange);
                return;
            }
        }
        frame.merges = merges;
    }

    /** Members as the merge key's specification has it: written ones first, then the earlier of the merged mappings. */
    private static List<Member> merged(Frame frame) {
        if (frame.merges.isEmpty()) {
            return frame.members;
        }
        List<Member> all = new ArrayList<>();
        int written = 0;
        for (Merge merge : frame.merges) {
            all.addAll(frame.members.subList(written, merge.index()));
            written = merge.index();
            Map<String, Member> last = new LinkedHashMap<>();
            merge.from().members().forEach(member -> last.put(member.key(), member));
            last.values().stream()
                    .filter(member -> frame.keys.add(member.key()))
                    .forEach(all::add);
        }
        all.addAll(frame.members.subList(written, frame.members.size()));
        return all;
    }

    void comment(String text, int start, int end) {
        count(1);
        comments.add(new Document.Comment(text.strip(), file.range(start, end)));
    }

    void error(String code, String summary, String detail, SourceRange range) {
        diagnostics.add(Diagnostic.error(code, summary, detail, range));
    }

    void warning(String code, String summary, String detail, SourceRange range) {
        diagnostics.add(Diagnostic.warning(code, summary, detail, range));
    }

    void info(String code, String summary, String detail, SourceRange range) {
        diagnostics.add(new Diagnostic(Diagnostic.Severity.INFO, code, summary, detail, range));
    }

    /** What has been read; collections that are still open end with their last item. */
    Document finish() {
        while (!open.isEmpty()) {
            end();
        }
        return new Document(root, comments, diagnostics);
    }

    private void count(int nodes) {
        size += nodes;
        if (size > TreeReader.MAX_NODES) {
            throw new LimitExceeded("It has more than %,d nodes.".formatted(TreeReader.MAX_NODES));
        }
    }

    /** @throws LimitExceeded where collections are nested deeper than we read */
    static void checkDepth(int depth) {
        if (depth > TreeReader.MAX_DEPTH) {
            throw new LimitExceeded("Its collections are nested more than %d deep.".formatted(TreeReader.MAX_DEPTH));
        }
    }

    private static String quoted(String name) {
        return '"' + (name.length() > 80 ? name.substring(0, 80) + "…" : name) + '"';
    }
}
