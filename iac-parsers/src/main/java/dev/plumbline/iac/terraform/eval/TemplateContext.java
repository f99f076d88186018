package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.source.SourceTree;
import dev.plumbline.iac.terraform.functions.Call;
import dev.plumbline.iac.terraform.functions.FunctionContext;
import dev.plumbline.iac.terraform.functions.FunctionException;
import dev.plumbline.iac.terraform.syntax.Expression.ScopeTraversal;
import dev.plumbline.iac.terraform.syntax.HclExpression;
import dev.plumbline.iac.terraform.syntax.HclParser;
import java.util.Optional;

/** What all expressions of a root module share: its files, its budget, and the templates that it reads from files. */
public final class TemplateContext implements FunctionContext {
    private static final int MAX_NESTING = 20;

    private final SourceTree tree;
    private final String rootDirectory;
    private final Budget budget = new Budget();
    private int nesting;

    public TemplateContext(SourceTree tree, String rootDirectory) {
        this.tree = tree;
        this.rootDirectory = rootDirectory;
    }

    @Override
    public SourceTree tree() {
        return tree;
    }

    @Override
    public String rootDirectory() {
        return rootDirectory;
    }

    Budget budget() {
        return budget;
    }

    @Override
    public Value render(SourceFile template, ObjectValue variables, Call call) throws FunctionException {
        HclExpression parsed = HclParser.parseTemplate(template);
        if (parsed.expression().isEmpty()) {
            throw new FunctionException("template %s is malformed: %s"
                    .formatted(template.path(), parsed.diagnostics().get(0).summary()));
        } else if (nesting == MAX_NESTING) {
            throw new FunctionException("templates call each other more than %d deep".formatted(MAX_NESTING));
        }
        nesting++;
        try {
            Evaluator evaluator = new Evaluator(new NoNames(), this, problem -> {});
            Bindings bindings = Bindings.NONE.with(variables, References.NONE);
            return evaluator
                    .evaluate(parsed.expression().get(), bindings)
                    .usedAt(call.origin().range())
                    .value();
        } catch (EvaluationException e) {
            throw new FunctionException("template %s: %s".formatted(template.path(), e.getMessage()));
        } finally {
            nesting--;
        }
    }

    /** A template sees its variables alone. */
    private static final class NoNames implements Names {
        @Override
        public Found resolve(ScopeTraversal traversal) throws EvaluationException {
            throw new EvaluationException(
                    "vars map does not contain key \"%s\"".formatted(traversal.root()), traversal.range());
        }

        @Override
        public Optional<Result> computed(ObjectValue object, String attribute) {
            return Optional.empty();
        }

        @Override
        public Optional<References> referenceTo(ObjectValue object, String attribute) {
            return Optional.empty();
        }
    }
}
