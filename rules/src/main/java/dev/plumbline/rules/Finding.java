package dev.plumbline.rules;

import dev.plumbline.iac.Exemption;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.rules.policy.Decision;
import dev.plumbline.rules.policy.Effect;
import java.util.Objects;

/**
 * One rule's verdict on one resource.
 *
 * @param unit the {@link dev.plumbline.iac.ScanUnit#path()} of the unit that holds the resource
 * @param range where to look: the attribute that decides, or the resource's header where it is not written
 * @param attribute the path of the attribute that decides, {@code properties.minimumTlsVersion}; empty for the resource
 *     as a whole
 * @param reason why the verdict is unknown; of a failure, what the rule's title does not say of it, such as the day on
 *     which support ended, or nothing. A clause without a full stop; empty of a pass
 * @param assumption under which conditions the verdict holds, {@code "IsProd is false"}; empty for all
 * @param origin how the deciding value came to its place, or null where it was not written
 * @param identity by which it is known among the findings of its scan, and from scan to scan
 * @param exemption what exempts it, or null; a pass is never exempted
 * @param decision what policy says of the rule at that place, or null where it says nothing
 */
public record Finding(
        Rule rule,
        Resource resource,
        String unit,
        Verdict verdict,
        SourceRange range,
        String attribute,
        String reason,
        String assumption,
        Origin origin,
        Identity identity,
        Exemption exemption,
        Decision decision)
        implements Comparable<Finding> {

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(assumption, "assumption");
        Objects.requireNonNull(identity, "identity");
    }

    /** A finding that nothing exempts, and of which no policy speaks. */
    public Finding(
            Rule rule,
            Resource resource,
            String unit,
            Verdict verdict,
            SourceRange range,
            String attribute,
            String reason,
            String assumption,
            Origin origin,
            Identity identity) {
        this(rule, resource, unit, verdict, range, attribute, reason, assumption, origin, identity, null, null);
    }

    /** What follows from it. */
    public Effect effect() {
        return decision == null ? Effect.ENABLED : decision.effect();
    }

    /** Whether it is told as exempted, and does not block. */
    public boolean isExempted() {
        return exemption != null;
    }

    /** {@link Identity#fingerprint()}. */
    public String fingerprint() {
        return identity.fingerprint();
    }

    /** The same finding, known otherwise. */
    Finding knownBy(Identity other) {
        return new Finding(
                rule,
                resource,
                unit,
                verdict,
                range,
                attribute,
                reason,
                assumption,
                origin,
                other,
                exemption,
                decision);
    }

    /** The same finding, exempted. */
    public Finding exemptedBy(Exemption by) {
        return new Finding(
                rule, resource, unit, verdict, range, attribute, reason, assumption, origin, identity, by, decision);
    }

    /** The same finding, by a rule that policy has changed or decided about. */
    public Finding decidedBy(Rule changed, Decision by) {
        return new Finding(
                changed,
                resource,
                unit,
                verdict,
                range,
                attribute,
                reason,
                assumption,
                origin,
                identity,
                exemption,
                by);
    }

    /** By place; the gravest first where several stand at the same one. */
    @Override
    public int compareTo(Finding other) {
        int order = range.compareTo(other.range);
        order = order != 0 ? order : rule.severity().compareTo(other.rule.severity());
        order = order != 0 ? order : rule.id().compareTo(other.rule.id());
        order = order != 0 ? order : resource.address().compareTo(other.resource.address());
        order = order != 0 ? order : unit.compareTo(other.unit);
        order = order != 0 ? order : attribute.compareTo(other.attribute);
        return order != 0 ? order : assumption.compareTo(other.assumption);
    }
}
