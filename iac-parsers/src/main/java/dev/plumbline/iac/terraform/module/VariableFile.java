package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.HclFile;
import dev.plumbline.iac.terraform.syntax.HclParser;
import dev.plumbline.iac.tree.Document;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.TreeReader;
import java.util.List;
import java.util.function.Consumer;

/** Reads files of values for variables: {@code .tfvars} and {@code .tfvars.json}. */
public final class VariableFile {

    private VariableFile() {}

    /** What a file gives, variable by variable; strings of JSON are no templates. */
    public static List<Attribute> read(SourceFile file, Consumer<Diagnostic> problems) {
        if (file.path().endsWith(".json")) {
            Document document = TreeReader.json(file);
            document.diagnostics().forEach(problems);
            if (!(document.root() instanceof Node.Mapping)) {
                problems.accept(Diagnostic.error(
                        "terraform-variable-file",
                        "Variable file is not a JSON object",
                        "",
                        SourceRange.startOf(file.path())));
            }
            return JsonConfiguration.values(file, document.root());
        }
        HclFile parsed = HclParser.parse(file);
        parsed.diagnostics().forEach(problems);
        return parsed.body().attributes();
    }
}
