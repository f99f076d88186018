package dev.plumbline.iac.terraform.graph;

import java.util.Set;

/** What the names of attributes tell about values that only the provider knows. */
public final class ComputedAttributes {

    /** Strings which every resource that has such an attribute sets itself, once it is there. */
    private static final Set<String> ALWAYS = Set.of(
            "id",
            "arn",
            "unique_id",
            "qualified_arn",
            "invoke_arn",
            "execution_arn",
            "dns_name",
            "fqdn",
            "zone_id",
            "hosted_zone_id",
            "bucket_domain_name",
            "bucket_regional_domain_name",
            "principal_id",
            "object_id",
            "owner_id",
            "primary_access_key",
            "primary_connection_string",
            "result");

    /** What data sources find, or else fail: an attribute of theirs that is read and not written. */
    private static final Set<String> OF_DATA =
            Set.of("account_id", "name", "names", "ids", "json", "partition", "dns_suffix", "image_id", "tenant_id");

    private ComputedAttributes() {}

    public static boolean isSet(String attribute, boolean data) {
        return ALWAYS.contains(attribute) || data && OF_DATA.contains(attribute);
    }

    /** What an attribute that is set starts with; empty where that is not certain. */
    public static String prefix(String type, String attribute) {
        boolean arn = attribute.equals("arn") || attribute.endsWith("_arn");
        return arn && ALWAYS.contains(attribute) && type.startsWith("aws_") ? "arn:aws" : "";
    }

    public static boolean isString(String attribute) {
        return ALWAYS.contains(attribute) || attribute.endsWith("_arn");
    }
}
