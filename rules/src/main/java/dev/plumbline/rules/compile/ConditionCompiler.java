package dev.plumbline.rules.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.function.Functions;

/** Compiles conditions. Building one costs some 100 ms, a condition some milliseconds; safe for use by many threads. */
public final class ConditionCompiler {
    private final CelCompiler cel;

    public ConditionCompiler() {
        cel = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelOptionalLibrary.INSTANCE, CelExtensions.strings(), CelExtensions.bindings())
                .setTypeProvider(new Structs())
                .addVar("resource", SimpleType.DYN)
                .addFunctionDeclarations(Functions.all().stream()
                        .filter(function -> !function.overloads().isEmpty())
                        .map(Signature::declare)
                        .toList())
                .build();
    }

    /**
     * Parses and checks a condition.
     *
     * @param strict whether plain selection of members that may not be set is refused, as it is for built-in rules
     * @throws ConditionException where it is not a valid condition, or not one that is true or false
     */
    public Expression compile(String text, boolean strict) throws ConditionException {
        CelAbstractSyntaxTree tree;
        try {
            tree = cel.compile(text).getAst();
        } catch (CelValidationException e) {
            CelIssue issue = e.getErrors().get(0);
            throw new ConditionException(
                    issue.getMessage(), Math.max(1, issue.getSourceLocation().getLine()));
        }
        CelType result = tree.getResultType();
        if (result.kind() != CelKind.BOOL && result.kind() != CelKind.DYN) {
            throw new ConditionException("a condition is true or false, this one gives " + result.name(), 1);
        }
        return new Translation(tree, strict).translate(tree.getExpr());
    }
}
