package dev.plumbline.iac.terraform.module;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.Exemption;
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
 * @param resources by {@code type.name} and, for data sources and ephemeral resources, {@code data.type.name} and
 *     {@code ephemeral.type.name}
 * @param providers their configurations, by local name and alias: {@code aws}, {@code aws.east}
 * @param requirements what {@code required_providers} says, by local name
 * @param diagnostics what is wrong with the files
 * @param exemptions what the files exempt
 */
public record Module(
        String directory,
        Map<String, Block> variables,
        Map<String, Attribute> locals,
        Map<String, Block> outputs,
        Map<String, Block> resources,
        Map<String, Block> calls,
        Map<String, Block> checks,
        Map<String, Block> providers,
        Map<String, Requirement> requirements,
        List<Diagnostic> diagnostics,
        List<Exemption> exemptions) {

    public Module {
        variables = ordered(variables);
        locals = ordered(locals);
        outputs = ordered(outputs);
        resources = ordered(resources);
        calls = ordered(calls);
        checks = ordered(checks);
        providers = ordered(providers);
        requirements = ordered(requirements);
        diagnostics = List.copyOf(diagnostics);
        exemptions = List.copyOf(exemptions);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
