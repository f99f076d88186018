package dev.plumbline.rules.policy;

import dev.plumbline.rules.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A named set of rules, as in Azure Policy.
 *
 * @param rules names of rules: ids, aliases, how some of these begin with a {@code *} after it
 * @param benchmark the id of a benchmark whose rules all belong to it; empty for none
 * @param initiatives ids of initiatives whose rules belong to it
 * @param parameters what narrows it wherever it is assigned
 */
public record Initiative(
        String id,
        String title,
        List<String> rules,
        String benchmark,
        List<String> initiatives,
        Parameters parameters) {

    /** What every deployment should have: our rules of high and critical severity. */
    public static final String BASELINE = "baseline";

    /** Those that are there without being written, by id: one for each benchmark, and {@link #BASELINE}. */
    public static final Map<String, Initiative> BUILT_IN = Arrays.stream(new Initiative[] {
                new Initiative(
                        BASELINE,
                        "What every deployment should have",
                        List.of("*"),
                        "",
                        List.of(),
                        new Parameters(List.of(), Severity.HIGH, List.of())),
                benchmark("mcsb", "Microsoft cloud security benchmark"),
                benchmark("cis-azure", "CIS Microsoft Azure Foundations Benchmark"),
                benchmark("cis-aws", "CIS AWS Foundations Benchmark"),
                benchmark("aws-fsbp", "AWS Foundational Security Best Practices"),
                benchmark("nist-800-53", "NIST SP 800-53"),
                benchmark("pci-dss", "PCI DSS"),
                benchmark("iso-27001", "ISO/IEC 27001")
            })
            .collect(Collectors.toMap(
                    Initiative::id, initiative -> initiative, (left, right) -> left, LinkedHashMap::new));

    public Initiative {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        rules = List.copyOf(rules);
        Objects.requireNonNull(benchmark, "benchmark");
        initiatives = List.copyOf(initiatives);
        Objects.requireNonNull(parameters, "parameters");
    }

    private static Initiative benchmark(String id, String title) {
        return new Initiative(id, title, List.of(), id, List.of(), Parameters.NONE);
    }
}
