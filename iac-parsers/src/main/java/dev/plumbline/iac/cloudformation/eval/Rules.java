package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.tree.Node.Member;
import java.util.List;
import java.util.Map;

/**
 * The section <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">
 * Rules</a>: what values of parameters must keep to before anything is deployed.
 */
public final class Rules {
    private Rules() {}

    /** The rules that do not hold whatever the parameters without a value are. */
    public static List<Member> violated(Template template, Parameters parameters) {
        Conditions conditions =
                new Conditions(template, parameters, new Evaluator(template, parameters, Assumption.NONE));
        return template.rules().values().stream()
                .filter(rule ->
                        Boolean.FALSE.equals(conditions.rule(rule.value()).evaluate(Map.of())))
                .toList();
    }
}
