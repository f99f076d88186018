package dev.plumbline.rules.compile;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.Rule;
import dev.plumbline.rules.engine.CompiledRule;
import dev.plumbline.rules.expression.Expression;
import dev.plumbline.rules.loading.RuleFile;
import dev.plumbline.rules.loading.RuleFileReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From the text of a rule file to a rule that can be applied. */
public final class RuleCompiler {
    private final ConditionCompiler conditions = new ConditionCompiler();
    private final boolean strict;

    /** @param strict whether what is asked of built-in rules only is asked: no plain selection in conditions */
    public RuleCompiler(boolean strict) {
        this.strict = strict;
    }

    /**
     * The rule, or nothing where the file has errors.
     *
     * @param problems is told all that is wrong with the file
     */
    public Optional<CompiledRule> compile(SourceFile file, Consumer<Diagnostic> problems) {
        RuleFile read = RuleFileReader.read(file);
        read.diagnostics().forEach(problems);
        if (read.rule() == null) {
            return Optional.empty();
        }
        List<CompiledRule.Conditions> compiled = new ArrayList<>();
        boolean sound = true;
        for (int i = 0; i < read.rule().checks().size(); i++) {
            Rule.Check check = read.rule().checks().get(i);
            RuleFile.ConditionRanges ranges = read.conditions().get(i);
            Expression when = check.when().isEmpty() ? null : compile(check.when(), ranges.when(), problems);
            Expression require = compile(check.require(), ranges.require(), problems);
            if (require == null || (when == null && !check.when().isEmpty())) {
                sound = false;
            } else {
                compiled.add(new CompiledRule.Conditions(when, require));
            }
        }
        return sound ? Optional.of(new CompiledRule(read.rule(), compiled)) : Optional.empty();
    }

    private Expression compile(String text, SourceRange range, Consumer<Diagnostic> problems) {
        try {
            return conditions.compile(text, strict);
        } catch (ConditionException e) {
            String line = e.line() > 1 ? " (line " + e.line() + " of the condition)" : "";
            problems.accept(Diagnostic.error("rule-condition", e.getMessage() + line, "", range));
            return null;
        }
    }
}
