package dev.plumbline.iac.exemption;

import dev.plumbline.iac.Exemption.Reach;
import dev.plumbline.iac.Exemption.Syntax;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.exemption.Directive.Placement;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.List;

/**
 * Reads the exemptions in the metadata of a resource or of a template, CloudFormation's and ARM's alike: {@code
 * plumbline.exempt}, {@code checkov.skip}, {@code cfn_nag.rules_to_suppress}, {@code cfn-lint.config.ignore_checks}.
 */
public final class MetadataReader {
    private static final String EXEMPT = "exempt";

    private final SourceRange scope;
    private final Reach reach;
    private final Exemptions exemptions;

    private MetadataReader(SourceRange scope, Reach reach, Exemptions exemptions) {
        this.scope = scope;
        this.reach = reach;
        this.exemptions = exemptions;
    }

    /**
     * Adds what the metadata exempts.
     *
     * @param metadata null where there is none
     * @param scope what it describes
     */
    public static void read(Node metadata, SourceRange scope, Reach reach, Exemptions exemptions) {
        if (metadata instanceof Mapping mapping) {
            MetadataReader reader = new MetadataReader(scope, reach, exemptions);
            for (Member member : mapping.members()) {
                switch (member.key()) {
                    case "plumbline" -> reader.plumbline(member);
                    case "checkov", "bridgecrew" -> reader.checkov(member.value());
                    case "cfn_nag" ->
                        reader.entries(Syntax.CFN_NAG, get(member.value(), "rules_to_suppress"), "reason");
                    case "cfn-lint" ->
                        items(get(get(member.value(), "config"), "ignore_checks"))
                                .forEach(item -> reader.foreign(Syntax.CFN_LINT, text(item), "", item));
                    default -> {}
                }
            }
        }
    }

    private void plumbline(Member member) {
        Mapping body = member.value() instanceof Mapping mapping ? mapping : null;
        if (body == null || !(body.get(EXEMPT) instanceof Sequence entries)) {
            new Draft(member.keyRange(), exemptions::problem)
                    .problem("Metadata for Plumbline without exemptions", "Write a list of them under exempt.");
            return;
        }
        for (Node entry : entries.items()) {
            Draft draft = new Draft(entry.range(), exemptions::problem);
            if (entry instanceof Mapping fields) {
                fields.members().forEach(field -> field(field, draft));
                draft.finish(Placement.NEAREST)
                        .ifPresent(directive -> exemptions.add(directive.covering(scope, reach)));
            } else {
                draft.problem("Exemption that is not an object", "Give it a rule and a reason.");
            }
        }
    }

    private static void field(Member field, Draft draft) {
        if (field.key().equals("rule") || field.key().equals("rules")) {
            List<Node> rules = field.value() instanceof Sequence list ? list.items() : List.of(field.value());
            rules.forEach(rule -> draft.rule(text(rule)));
        } else {
            draft.field(field.key(), text(field.value()));
        }
    }

    /** {@code skip: [{id, comment}]} or, as once in ARM templates, the entries themselves, also as {@code "ID: comment"}. */
    private void checkov(Node node) {
        if (node instanceof Mapping mapping) {
            entries(Syntax.CHECKOV, mapping.get("skip"), "comment");
        } else {
            entries(Syntax.CHECKOV, node, "comment");
        }
    }

    private void entries(Syntax syntax, Node node, String reason) {
        for (Node entry : items(node)) {
            if (entry instanceof Mapping) {
                foreign(syntax, text(get(entry, "id")), text(get(entry, reason)), entry);
            } else {
                String[] parts = text(entry).split(":", 2);
                foreign(syntax, parts[0].strip(), parts.length > 1 ? parts[1] : "", entry);
            }
        }
    }

    private void foreign(Syntax syntax, String id, String reason, Node at) {
        if (!id.isEmpty()) {
            exemptions.add(Directive.foreign(syntax, Placement.NEAREST, List.of(id), reason, null, at.range())
                    .covering(scope, reach));
        }
    }

    /** The items of a list; a single value stands for a list of it. */
    private static List<Node> items(Node node) {
        if (node instanceof Sequence list) {
            return list.items();
        }
        return node == null ? List.of() : List.of(node);
    }

    private static Node get(Node node, String name) {
        return node instanceof Mapping mapping ? mapping.get(name) : null;
    }

    /** What is written there, as long as it is plain text; nothing for what would have to be evaluated. */
    private static String text(Node node) {
        return node instanceof Scalar scalar && scalar.tag().isEmpty() ? scalar.text() : "";
    }
}
