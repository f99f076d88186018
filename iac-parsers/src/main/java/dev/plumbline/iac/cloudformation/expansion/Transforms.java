package dev.plumbline.iac.cloudformation.expansion;

import dev.plumbline.iac.cloudformation.eval.Parameters;
import dev.plumbline.iac.cloudformation.sam.SamTranslator;
import dev.plumbline.iac.cloudformation.template.Template;
import dev.plumbline.iac.source.SourceTree;
import java.util.Map;
import java.util.function.Function;

/** Applies the transforms that we know, in the order in which CloudFormation does. */
public final class Transforms {
    private Transforms() {}

    /**
     * A template with what the transforms make of it.
     *
     * @param parameters the parameters of a form of the template
     */
    public static Template apply(Template written, Function<Template, Parameters> parameters, SourceTree tree) {
        Template whole = Includes.in(written, parameters.apply(written), tree);
        Template unrolled = Loops.unroll(whole, parameters.apply(whole));
        SamTranslator.Translation translation = SamTranslator.translate(unrolled.root());
        return translation.root() == unrolled.root()
                ? unrolled
                : unrolled.transformed(translation.root(), Map.of(), translation.diagnostics());
    }
}
