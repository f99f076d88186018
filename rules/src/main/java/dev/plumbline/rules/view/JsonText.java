package dev.plumbline.rules.view;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import dev.plumbline.rules.expression.Null;
import dev.plumbline.rules.expression.Struct;
import java.util.List;

/** JSON that is held in a string. */
public final class JsonText {
    /** The characters up to which a string is read, inclusive; IAM's own limit for a policy is 10,240. */
    private static final int MAX_LENGTH = 1 << 20;

    private JsonText() {}

    /**
     * The object or list that an operand stands for: read where it is a string, itself where it is one already, what is
     * known of it where it is an unknown string of JSON, unknown where nothing is; {@link Null} otherwise.
     */
    public static Object read(Object operand) {
        if (operand instanceof UnknownValue unknown) {
            Value document = unknown.unknown().document();
            return document == null ? unknown : Views.of(null, "", document);
        } else if (operand instanceof Struct || operand instanceof List) {
            return operand;
        } else if (operand instanceof String text && text.length() <= MAX_LENGTH) {
            return parse(text);
        }
        return Null.NULL;
    }

    private static Object parse(String text) {
        Document document = TreeReader.json(new SourceFile("", text));
        boolean broken = document.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
        if (broken || document.root() == null || document.root() instanceof Node.Scalar) {
            return Null.NULL;
        }
        return Views.of(null, "", NodeValues.of(document.root()));
    }
}
