package dev.plumbline.annotate.text;

import dev.plumbline.annotate.report.Annotation;
import dev.plumbline.publish.markdown.Escape;
import java.util.List;
import java.util.Optional;

/** An annotation as people read it: in Markdown, or in plain text where a platform has no more. */
public final class CommentText {
    /** Addresses that are told of one annotation. */
    private static final int MAX_RESOURCES = 10;

    private CommentText() {}

    /**
     * Markdown.
     *
     * @param suggestion the line as it should be
     * @param fence the platform's mark of a block that is a suggestion
     */
    public static String of(Annotation annotation, Optional<String> suggestion, String fence) {
        StringBuilder text = new StringBuilder("**")
                .append(severity(annotation))
                .append("**: ")
                .append(Escape.text(annotation.rule().title()))
                .append("\n\n");
        List<String> resources = annotation.resources();
        resources.stream().limit(MAX_RESOURCES).forEach(address -> text.append("- ")
                .append(Escape.code(address))
                .append('\n'));
        if (resources.size() > MAX_RESOURCES) {
            text.append("- and ").append(resources.size() - MAX_RESOURCES).append(" more\n");
        }
        if (!annotation.assumption().isEmpty()) {
            paragraph(text, "Holds when " + Escape.code(annotation.assumption()) + ".");
        }
        paragraph(text, Escape.text(annotation.rule().risk().strip()));
        String remediation = annotation.rule().remediation().strip();
        if (!remediation.isEmpty()) {
            paragraph(text, "**Remediation:** " + Escape.text(remediation));
        }
        if (suggestion.isPresent()) {
            paragraph(text, fenced(suggestion.get(), fence));
        } else if (annotation.fix() != null) {
            paragraph(
                    text,
                    "Set " + Escape.code(annotation.fix().set()) + " to "
                            + Escape.code(annotation.fix().to()) + ".");
        }
        String rule = Escape.code(annotation.rule().id());
        String page = annotation.rule().documentation();
        paragraph(text, "Rule: " + (page.isEmpty() ? rule : "[" + rule + "](" + page + ")"));
        return text.toString();
    }

    /** The same in plain text of one paragraph, without the title. */
    public static String details(Annotation annotation) {
        StringBuilder text = new StringBuilder(String.join(
                ", ", annotation.resources().stream().limit(MAX_RESOURCES).toList()));
        if (annotation.resources().size() > MAX_RESOURCES) {
            text.append(" and ")
                    .append(annotation.resources().size() - MAX_RESOURCES)
                    .append(" more");
        }
        if (!annotation.assumption().isEmpty()) {
            text.append(" (when ").append(annotation.assumption()).append(')');
        }
        text.append('.');
        sentence(text, annotation.rule().risk());
        sentence(text, annotation.rule().remediation());
        if (annotation.fix() != null) {
            sentence(
                    text,
                    "Set " + annotation.fix().set() + " to " + annotation.fix().to());
        }
        return text.append(" [").append(annotation.rule().id()).append(']').toString();
    }

    /** What a comment says when its finding is gone. */
    public static String resolved() {
        return "**Resolved**: Plumbline does not find this any more, or it is exempted.";
    }

    /** {@code "High"}. */
    public static String severity(Annotation annotation) {
        String id = annotation.rule().severity().id();
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    private static void paragraph(StringBuilder text, String paragraph) {
        if (!paragraph.isEmpty()) {
            text.append('\n').append(paragraph).append('\n');
        }
    }

    private static void sentence(StringBuilder text, String sentence) {
        String plain = sentence.strip();
        if (!plain.isEmpty()) {
            text.append(' ').append(plain);
            if (!plain.endsWith(".")) {
                text.append('.');
            }
        }
    }

    /** A block whose fence is longer than any run of backticks in it, so that it ends where it is meant to. */
    private static String fenced(String line, String mark) {
        String fence = "```";
        while (line.contains(fence)) {
            fence += "`";
        }
        return fence + mark + "\n" + line + "\n" + fence;
    }
}
