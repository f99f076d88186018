package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;

/** What functions may see of the world: the scanned files, and the evaluator for templates. */
public interface FunctionContext {

    /** The only files that functions read. */
    SourceTree tree();

    /** The root module's directory, which relative paths start from, as in {@link SourceTree}'s paths. */
    String rootDirectory();

    /**
     * Evaluates a template of its own with these variables alone.
     *
     * @throws FunctionException where the template is malformed or its evaluation fails
     */
    Value render(SourceFile template, ObjectValue variables, Call call) throws FunctionException;
}
