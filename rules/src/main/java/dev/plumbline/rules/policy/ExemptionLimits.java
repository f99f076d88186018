package dev.plumbline.rules.policy;

import dev.plumbline.iac.SourceRange;
import java.util.List;
import java.util.Objects;

/**
 * Which exemptions a scope lets those inside of it make.
 *
 * @param inline whether comments and metadata in the source may exempt
 * @param rules names of rules that may not be exempted
 * @param maxDays how many days from today an exemption may last at most, so that it has to say until when it does; null
 *     where it may last for ever
 * @param owner whether it has to name an owner
 * @param range where that is written
 */
public record ExemptionLimits(boolean inline, List<String> rules, Integer maxDays, boolean owner, SourceRange range) {
    public ExemptionLimits {
        rules = List.copyOf(rules);
        Objects.requireNonNull(range, "range");
    }
}
