package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of one directory declare, each by its name, in the order of the source.
 *
 * @param directory as in {@link dev.plumbline.iac.source.SourceTree}'s paths; empty for the base directory
 * @param resources by {@code type.name} and, for data sources, {@code data.type.name}
 * @param providers the version constraints of {@code required_providers}, by local name
 * @param diagnostics what is wrong with the files
 */
public record Module(
        String directory,
        Map<String, Block> variables,
        Map<String, Attribute> locals,
        Map<String, Block> outputs,
        Map<String, Block> resources,
        Map<String, Block> calls,
        Map<String, String> providers,
        List<Diagnostic> diagnostics) {

    public Module {
        variables = ordered(variables);
        locals = ordered(locals);
        outputs = ordered(outputs);
        resources = ordered(resources);
        calls = ordered(calls);
        providers = ordered(providers);
        diagnostics = List.copyOf(diagnostics);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
