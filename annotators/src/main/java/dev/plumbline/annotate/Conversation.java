package dev.plumbline.annotate;

import dev.plumbline.annotate.diff.ChangedLines;
import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.plan.Comment;
import dev.plumbline.annotate.plan.Existing;
import dev.plumbline.annotate.report.Report;
import java.util.List;
import java.util.Set;

/**
 * A pull request whose lines can be commented on: what {@link ConversationAnnotator} needs of a platform, and all that a
 * platform has to know.
 *
 * @param <H> how the platform names a comment
 */
public interface Conversation<H> {

    /** What marks a block of code as a suggestion; empty where there are none. */
    String suggestionFence();

    /** The most that a comment may hold, in UTF-16 code units. */
    int maxLength();

    /** The commit that the pull request consists of now: its last one. */
    String head() throws RestException;

    /** The lines that the pull request changes, at least those in the given files. */
    ChangedLines changedLines(Set<String> files) throws RestException;

    /** The comments that earlier runs left, by the same user: what others write as if it were ours does not count. */
    List<Existing<H>> existing() throws RestException;

    /**
     * Adds comments.
     *
     * @return what went wrong with single ones, a sentence each
     */
    List<String> create(List<Comment> comments) throws RestException;

    /** Writes a comment anew, and opens it again where it was resolved. */
    void update(Existing<H> existing, Comment comment) throws RestException;

    /** Marks a comment as resolved. */
    void resolve(Existing<H> existing) throws RestException;

    /** Puts the summary in the place of the one before. */
    void summarize(Report report, String markdown) throws RestException;
}
