package dev.plumbline.iac;

import dev.plumbline.iac.Value.ObjectValue;
import java.util.List;
import java.util.Objects;

/**
 * One resource as it would be deployed: an instance, after modules, loops and conditions have been worked out.
 *
 * @param address what its language calls it, unique in its {@link ResourceGraph}:
 *     {@code module.net["a"].aws_subnet.this[0]}, a CloudFormation logical id, {@code Microsoft.Storage/storageAccounts/logs}
 * @param type {@code aws_s3_bucket}, {@code AWS::S3::Bucket}, {@code Microsoft.Storage/storageAccounts}
 * @param name the name it has in its file: Terraform's label, the logical id, ARM's name or symbolic name
 * @param version the API version (ARM) or the provider's version constraint (Terraform); empty where not stated
 * @param attributes what was written, evaluated. Terraform: arguments and nested blocks; CloudFormation: the
 *     {@code Properties}, and what stands beside them in the member {@code AWS::CloudFormation}; ARM: the resource's own JSON object ({@code properties}, {@code sku}, {@code location}…)
 * @param range the whole of it in its file
 * @param header the line that opens it: where a finding about a missing attribute points
 * @param calls the module calls, nested templates or nested stacks that lead to it, outermost first
 * @param account the AWS account or Azure subscription that it is deployed to, as its configuration names it; empty where
 *     that is whatever the deployment is run with
 * @param existence {@link Existence#CERTAIN}, or why it is not certain that it will be deployed
 */
public record Resource(
        String address,
        String type,
        String name,
        Mode mode,
        Dialect dialect,
        String version,
        ObjectValue attributes,
        SourceRange range,
        SourceRange header,
        List<Call> calls,
        String account,
        Existence existence) {

    /** What will be done with it. */
    public enum Mode {
        /** Created and updated by this configuration. */
        MANAGED,
        /** Only read: Terraform's data sources, ARM's and Bicep's {@code existing}. */
        DATA,
        /** No resource, but a part of the configuration that can be judged: see {@link ResourceGraph#declarations()}. */
        DECLARED
    }

    /**
     * A step on the way from the root to the file that holds the resource.
     *
     * @param name {@code module.net["a"]}, a nested stack's logical id, a nested deployment's name
     * @param range the call's header in the calling file
     */
    public record Call(String name, SourceRange range) {
        public Call {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(range, "range");
        }
    }

    /**
     * Whether the resource will be there.
     *
     * @param reason why that is not certain: {@code "count depends on var.enabled, which has no default"}; empty where
     *     it is
     */
    public record Existence(String reason) {
        public static final Existence CERTAIN = new Existence("");

        public Existence {
            Objects.requireNonNull(reason, "reason");
        }

        public boolean certain() {
            return reason.isEmpty();
        }
    }

    public Resource {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(header, "header");
        calls = List.copyOf(calls);
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(existence, "existence");
    }

    /** A resource of which its configuration does not say where it is deployed to. */
    public Resource(
            String address,
            String type,
            String name,
            Mode mode,
            Dialect dialect,
            String version,
            ObjectValue attributes,
            SourceRange range,
            SourceRange header,
            List<Call> calls,
            Existence existence) {
        this(address, type, name, mode, dialect, version, attributes, range, header, calls, "", existence);
    }
}
