package dev.plumbline.iac.tree;

import dev.plumbline.iac.SourceRange;
import java.util.List;

/**
 * A node of a JSON or YAML document, with the exact text it came from.
 *
 * <p>A YAML alias is replaced by what it refers to, a merge key ({@code <<}) by the members it brings in, with the
 * ranges of where these are written.
 */
public sealed interface Node {

    /** From the first to the last character of the value, quotes, brackets and braces included; a tag is not. */
    SourceRange range();

    /** The local tag as written, {@code !Ref}; empty where there is none. */
    String tag();

    /**
     * @param text the content, escapes resolved
     * @param kind what the document says it is; a tagged or quoted YAML scalar is a string
     */
    record Scalar(String text, Kind kind, String tag, SourceRange range) implements Node {

        /** JSON's types; YAML scalars by the core schema of YAML 1.2 plus what CloudFormation accepts. */
        public enum Kind {
            STRING,
            NUMBER,
            BOOLEAN,
            NULL
        }
    }

    record Sequence(List<Node> items, String tag, SourceRange range) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(List<Member> members, String tag, SourceRange range) implements Node {
        public Mapping {
            members = List.copyOf(members);
        }

        /** The member of that name, exactly; the last one where there are several. Null where there is none. */
        public Member member(String key) {
            for (int i = members.size() - 1; i >= 0; i--) {
                if (members.get(i).key().equals(key)) {
                    return members.get(i);
                }
            }
            return null;
        }

        /** The value of {@link #member(String)}, or null where there is none. */
        public Node get(String key) {
            Member member = member(key);
            return member == null ? null : member.value();
        }
    }

    record Member(String key, SourceRange keyRange, Node value) {
        /** From the key to the end of the value. */
        public SourceRange range() {
            return keyRange.file().equals(value.range().file()) && keyRange.compareTo(value.range()) <= 0
                    ? keyRange.to(value.range())
                    : keyRange;
        }
    }
}
