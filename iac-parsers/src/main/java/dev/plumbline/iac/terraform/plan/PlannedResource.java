package dev.plumbline.iac.terraform.plan;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;

/**
 * A resource instance of a plan.
 *
 * @param address its own, unique in the plan
 * @param module the address of its module instance; empty for the root module
 * @param data whether it is a data source
 * @param key what stands in brackets at the end of its address; empty where nothing does
 * @param values what is known of its attributes; null where nothing is
 * @param unknown which attributes are known after apply, as {@code after_unknown} says it; may be null
 * @param sensitive which attributes are sensitive, as {@code sensitive_values} says it; may be null
 * @param header where its address is written
 * @param range the object that describes it
 */
record PlannedResource(
        String address,
        String module,
        String type,
        String name,
        boolean data,
        String key,
        Node values,
        Node unknown,
        Node sensitive,
        SourceRange header,
        SourceRange range) {

    /** The address in the configuration of its module: {@code aws_subnet.s}. */
    String configured() {
        return (data ? "data." : "") + type + "." + name;
    }
}
