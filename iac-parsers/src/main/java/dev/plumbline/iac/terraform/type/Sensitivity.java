package dev.plumbline.iac.terraform.type;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;

/** Finds what is marked as sensitive. */
public final class Sensitivity {

    private Sensitivity() {}

    /** Whether the value or anything in it is sensitive. */
    public static boolean within(Value value) {
        if (value.sensitive()) {
            return true;
        } else if (value instanceof ListValue list) {
            return list.elements().stream().anyMatch(Sensitivity::within);
        } else if (value instanceof ObjectValue object) {
            return object.members().values().stream().anyMatch(member -> within(member.value()));
        }
        return false;
    }
}
