package dev.plumbline.iac.tree;

import dev.plumbline.iac.source.SourceFile;

/**
 * Reads JSON and YAML into one kind of tree, in which every node knows the exact text it came from.
 *
 * <p>Never throws for what the text holds. A syntax error is an error diagnostic, and the document holds what was read
 * before it. The limits below end the reading in the same way, so that no file costs more than a bounded amount of time
 * and memory, and so that code which walks the tree may recurse.
 */
public final class TreeReader {

    /** How deep collections may be nested, aliases expanded. */
    public static final int MAX_DEPTH = 256;

    /** How many nodes, keys and comments a document may have, aliases expanded. */
    public static final int MAX_NODES = 1_000_000;

    /** How long a line of YAML may be: the time that its parser takes for one grows with the square of the length. */
    public static final int MAX_YAML_LINE = 1 << 17;

    private TreeReader() {}

    /**
     * Reads JSON as <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a> has it and, beyond that, what Azure
     * Resource Manager accepts in templates: comments, strings over several lines; a comma after the last item is
     * reported as a warning.
     */
    public static Document json(SourceFile file) {
        return new JsonReader(file).read();
    }

    /**
     * Reads the first document of a file of YAML 1.1, the version that CloudFormation supports. Aliases are replaced by
     * what they refer to, merge keys by the members they bring in.
     */
    public static Document yaml(SourceFile file) {
        return new YamlReader(file).read();
    }
}
